//! The path of one file in the site, parsed so that it can never lead out of it.
//!
//! In: text from a route, an alias, an asset or a manifest. Out: a [`SitePath`] that is safe on Linux, macOS and
//! Windows alike. Never: cleans a path into another one; touches the disk.

use std::fmt;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::{IllegalPath, PathFault};

/// A relative path in the site, such as `events/entity-list-28/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Box<str>);

impl SitePath {
    /// The longest part between two slashes, in bytes.
    pub const LONGEST_PART: usize = 200;
    /// The longest path, in bytes.
    pub const LONGEST: usize = 1000;

    /// Parses a path, refusing whatever could leave the site or be another file on another computer.
    pub fn parse(text: &str) -> Result<Self, IllegalPath> {
        match find_fault(text) {
            None => Ok(Self(text.into())),
            Some(fault) => Err(IllegalPath { path: text.to_owned(), fault }),
        }
    }

    /// The path as text, with `/` between its parts.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders that hold the file, from the outermost inwards: `a/b/c` gives `a` and `a/b`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The path below `root`; it never leaves `root`.
    pub fn below(&self, root: &Path) -> PathBuf {
        root.join(&*self.0)
    }

    /// The text two paths share when some computer takes them for one file: compatibility normalisation and full
    /// case folding (Unicode D146), without the joiners and variation marks that some file systems ignore.
    pub fn collision_key(&self) -> String {
        fold(&self.0)
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn find_fault(text: &str) -> Option<PathFault> {
    if text.is_empty() {
        return Some(PathFault::Empty);
    }
    if text.len() > SitePath::LONGEST {
        return Some(PathFault::LongPath);
    }
    let has_drive = matches!(text.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if text.starts_with(['/', '\\']) || has_drive {
        return Some(PathFault::Absolute);
    }
    text.split('/').find_map(|part| {
        find_fault_in_part(part).or_else(|| {
            // What another program makes of the name must be as harmless as the name itself: `．．` becomes `..`.
            let composed: String = if part.is_ascii() { return None } else { part.nfkc().collect() };
            match composed.contains('/') {
                true => part.chars().find(|c| c.nfkc().any(|n| n == '/')).map(PathFault::Character),
                false => find_fault_in_part(&composed),
            }
        })
    })
}

fn find_fault_in_part(part: &str) -> Option<PathFault> {
    if part.is_empty() {
        return Some(PathFault::EmptyPart);
    }
    if part == "." || part == ".." {
        return Some(PathFault::Dots);
    }
    if part.len() > SitePath::LONGEST_PART {
        return Some(PathFault::LongPart(part.to_owned()));
    }
    if let Some(code) = part.as_bytes().windows(3).find(|w| w[0] == b'%' && w[1..].iter().all(u8::is_ascii_hexdigit)) {
        return Some(PathFault::PercentCode(String::from_utf8_lossy(code).into_owned()));
    }
    if let Some(c) = part.chars().find(|&c| is_forbidden(c)) {
        return Some(PathFault::Character(c));
    }
    if part.ends_with(['.', ' ']) {
        return Some(PathFault::TrailingDotOrSpace(part.to_owned()));
    }
    is_reserved(part).then(|| PathFault::ReservedName(part.to_owned()))
}

/// Characters that Windows refuses in names, and those that no reader can see.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\\' | '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
        || c.is_control()
}

/// Names that Windows takes for devices, whatever their ending, that a version control system reads as its own, or
/// that Dateline keeps for its manifest.
fn is_reserved(part: &str) -> bool {
    let folded = fold(part);
    let stem = folded.split('.').next().unwrap_or_default().trim_end();
    let is_device = matches!(stem, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || (["com", "lpt"].iter().any(|port| stem.strip_prefix(port).is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']))));
    let is_repository = matches!(folded.as_str(), ".git" | "git~1" | ".hg" | ".svn" | ".jj");
    is_device || is_repository || folded.starts_with(".dateline-")
}

pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let once: String = caseless::default_case_fold_str(&text.nfd().collect::<String>()).nfkd().collect();
    let twice = caseless::default_case_fold_str(&once);
    twice.nfkd().filter(|c| !is_ignored(*c)).collect::<String>().nfkc().collect()
}

/// Joiners and variation marks are right in Persian, Indic or emoji names, but some file systems drop them.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{34f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
#[path = "path_tests.rs"]
mod tests;
