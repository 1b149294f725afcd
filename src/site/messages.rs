//! The words in which the writer says what went wrong and what to do.
//!
//! In: a [`WriteError`]. Out: one message, with the way out in it. Never: passes control or direction characters from
//! a file name to the terminal.

use std::fmt::{self, Write};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Refusal, WriteError};

/// Text as a terminal may safely show it: control and direction characters are written out.
pub(super) struct Shown<'a>(pub &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            let is_hidden = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if c.is_control() || is_hidden {
                write!(f, "\\u{{{:x}}}", u32::from(c))?;
            } else {
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

fn shown(path: &Path) -> String {
    Shown(&path.to_string_lossy()).to_string()
}

fn list(paths: &[PathBuf], count: usize) -> String {
    let mut text = paths.iter().take(3).map(|p| format!("`{}`", shown(p))).collect::<Vec<_>>().join(", ");
    if count > 3 {
        let _ = write!(text, " and {} more", count - 3);
    }
    text
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { path, why } => refuse(f, &shown(path), why),
            Self::ForeignFiles { path, examples, count } => write!(
                f,
                "`{}` holds files that Dateline did not write: {}. \
                Nothing was changed. Choose another output folder, empty this one yourself, or pass --adopt to keep \
                these files beside the site",
                shown(path),
                list(examples, *count)
            ),
            Self::InTheWay { path, files } => write!(
                f,
                "in `{}`, files that Dateline did not write stand where the site \
                needs to: {}. Nothing was changed. Move them away, or remove what makes them from the site",
                shown(path),
                list(files, files.len())
            ),
            Self::TwoCopies { kept, standing } => write!(
                f,
                "a build was stopped before it could bring `{}` back, and \
                there is a new `{}` now. Dateline deletes neither: move one of them away, then build again",
                shown(kept),
                shown(standing)
            ),
            Self::DamagedManifest { path, fault } => write!(
                f,
                "`{}`, the list of the files Dateline wrote, is damaged \
                (line {}: {}). Without it Dateline cannot tell its files from yours, so nothing was changed. Restore \
                it, or move the whole folder away and build again",
                shown(path),
                fault.line,
                Shown(&fault.what)
            ),
            Self::Collisions { path, collisions } => {
                write!(f, "the site cannot be written to `{}`, because some of its files collide; nothing was changed", shown(path))?;
                collisions.iter().try_for_each(|c| write!(f, "\n  {c}: {}", c.help()))
            }
            Self::PlacedTwice { path, origin } => write!(
                f,
                "`{}` would be written twice, once by {}. Nothing was changed. \
                Give one of the two another id or name",
                shown(path),
                Shown(origin)
            ),
            Self::Busy { path, lock, holder } => {
                let holder = holder.map_or(String::new(), |pid| format!(" (process {pid})"));
                write!(
                    f,
                    "another build{holder} is writing `{}` and holds `{}`. Nothing was changed. Wait until it has \
                    finished, then build again",
                    shown(path),
                    shown(lock)
                )
            }
            Self::Disk { doing, path, source, is_published } => {
                let state = match is_published {
                    true => "The new site is published; only clearing up after it failed, and the next build tries again",
                    false => "The site published before is unchanged",
                };
                write!(f, "could not {doing} `{}`: {}. {state}", shown(path), advise(source))
            }
        }
    }
}

fn refuse(f: &mut fmt::Formatter<'_>, path: &str, why: &Refusal) -> fmt::Result {
    write!(f, "the site cannot be written to `{path}`: ")?;
    match why {
        Refusal::Empty => write!(f, "no folder is named"),
        Refusal::FileSystemRoot => write!(f, "it is the top of the whole disk"),
        Refusal::Home => write!(f, "it is your home folder or holds it"),
        Refusal::IsSource(source) => write!(f, "it is `{}`, from which the site is made", shown(source)),
        Refusal::HoldsSource(source) => write!(f, "it holds `{}`, from which the site is made", shown(source)),
        Refusal::LiesInSource(source) => write!(f, "it lies in `{}`, from which the site is made", shown(source)),
        Refusal::NotAFolder => write!(f, "it is not a folder"),
        Refusal::BrokenLink => write!(f, "it is a link to something that does not exist"),
        Refusal::MissingParent => write!(f, "it climbs with `..` out of a folder that does not exist"),
        Refusal::MountPoint => write!(f, "it is a disk of its own, which cannot be exchanged in one step"),
        Refusal::NotOurs(what) => {
            write!(f, "`{}` stands beside it, has a name Dateline needs, and was not made by Dateline; move it away", shown(what))
        }
    }?;
    match why {
        Refusal::MountPoint => write!(f, ". Nothing was changed. Name a folder inside it, such as `{path}/site`"),
        Refusal::NotOurs(_) => write!(f, ". Nothing was changed"),
        _ => write!(f, ". Nothing was changed. Name a folder for the website alone, such as `site`"),
    }
}

fn advise(error: &std::io::Error) -> String {
    let advice = match error.kind() {
        ErrorKind::StorageFull => "the disk is full, in bytes or in number of files; make room on it",
        ErrorKind::QuotaExceeded => "your share of the disk is used up; make room in it",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read; choose an output folder on another",
        ErrorKind::PermissionDenied => {
            "you are not allowed to; change the permissions, also of the folder it stands in, or choose another output folder"
        }
        ErrorKind::NotADirectory => "a part of this path is a file, not a folder",
        ErrorKind::NotFound => "it has gone; is another program changing this folder?",
        ErrorKind::InvalidFilename => "its name is too long for this disk; choose a shorter one",
        _ => return format!("{error}; check the disk"),
    };
    advice.to_owned()
}
