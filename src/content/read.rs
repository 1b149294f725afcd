//! Walks the content folder in sorted order and reads its texts: the one place that reads content from disk.
//! The files below `static/` are listed too, so that a text may name them.

#![allow(clippy::disallowed_methods, reason = "this file alone reads content")]

use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::files::{Asset, ContentFile, Files};
use super::front_matter;
use super::kinds::Kind;
use crate::diagnostic::{Code, Diagnostic, Location, Report, nearest};

/// The largest content file, in bytes.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The clocks of file systems are coarser than this in no case that we know.
const SETTLED_NANOSECONDS: i128 = 100_000_000;

/// Extensions that a web server might run or a browser might execute: never copied from content.
const ACTIVE_EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "js", "mjs", "php", "wasm", "swf"];

/// Reads every record of `<root>/content`, in the order of the paths. A missing folder is an empty one.
pub fn read(root: &Path, report: &mut Report) -> Files {
    let listing = list(root);
    report.extend(listing.findings);
    let texts: Vec<Result<ContentFile, Box<Diagnostic>>> = listing.records.into_par_iter().map(read_record).collect();
    let mut files = Vec::new();
    for text in texts {
        match text {
            Ok(file) => files.push(file),
            Err(diagnostic) => report.push(*diagnostic),
        }
    }
    Files::new(files, listing.assets)
}

/// What stands in the content folder, unread.
pub(super) struct Listing {
    /// In the order of their paths.
    pub(super) records: Vec<Listed>,
    /// In the order of their paths.
    pub(super) assets: Vec<Asset>,
    pub(super) findings: Vec<Diagnostic>,
}

/// A record's file, unread.
#[derive(Clone)]
pub(super) struct Listed {
    pub(super) path: String,
    kind: Kind,
    pub(super) on_disk: PathBuf,
}

/// What a file system knows of a file: while it is the same, so is the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    file: u64,
    bytes: u64,
    changed: (i64, i64),
}

/// The stamp of a file; none where there is no such file.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let found = fs::symlink_metadata(path).ok()?;
    Some(Stamp { file: found.ino(), bytes: found.len(), changed: (found.ctime(), found.ctime_nsec()) })
}

impl Stamp {
    /// Says whether the file has been left alone for so long that another change would leave another stamp.
    pub fn is_settled(&self) -> bool {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_nanos() as i128);
        now - (i128::from(self.changed.0) * 1_000_000_000 + i128::from(self.changed.1)) > SETTLED_NANOSECONDS
    }
}

/// What stands at one path of the project, looked at alone.
pub(super) enum Glimpse {
    /// A record's file, perhaps.
    Record(Listed),
    /// Nothing that a listing would tell of, or a folder.
    Nothing,
    /// Something else, which only a whole look can tell.
    Other,
}

/// Looks at one path.
pub(super) fn glimpse(root: &Path, on_disk: &Path) -> Glimpse {
    let path = relative(root, on_disk);
    let Ok(found) = fs::symlink_metadata(on_disk) else {
        // What editors leave beside a text for a moment is nothing.
        let is_beside = path.starts_with("content/") && !matches!(place(&path), Place::Record(_));
        return if is_beside { Glimpse::Nothing } else { Glimpse::Other };
    };
    match place(&path) {
        _ if is_hidden(&path) || found.is_dir() => Glimpse::Nothing,
        Place::Record(kind) if found.is_file() => Glimpse::Record(Listed { path, kind, on_disk: on_disk.to_owned() }),
        _ => Glimpse::Other,
    }
}

/// Lists the content folder and the files below `static/`.
pub(super) fn list(root: &Path) -> Listing {
    let mut listing = Listing { records: Vec::new(), assets: Vec::new(), findings: Vec::new() };
    let walk = |folder| WalkDir::new(root.join(folder)).follow_links(false).sort_by_file_name();
    for entry in walk("content").into_iter().chain(walk("static")) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => continue,
            Err(error) => {
                let path = error.path().map_or_else(|| "content".to_owned(), |path| relative(root, path));
                listing.findings.push(unreadable(&path, "it cannot be opened", &error.to_string()));
                continue;
            }
        };
        let path = relative(root, entry.path());
        if is_hidden(&path) || entry.file_type().is_dir() {
            continue;
        }
        if !entry.file_type().is_file() {
            let kind = if entry.file_type().is_symlink() { "it is a symbolic link" } else { "it is no plain file" };
            listing.findings.push(unreadable(&path, kind, "the project holds plain files only; copy the file itself here"));
            continue;
        }
        match place(&path) {
            Place::Record(kind) => listing.records.push(Listed { path, kind, on_disk: entry.into_path() }),
            Place::Asset => listing.assets.push(Asset { path, on_disk: entry.into_path() }),
            Place::Misplaced(diagnostic) => listing.findings.push(*diagnostic),
        }
    }
    listing.records.sort_by(|a, b| a.path.cmp(&b.path));
    listing.assets.sort();
    listing
}

/// What a path of the content folder is for.
enum Place {
    Record(Kind),
    Asset,
    Misplaced(Box<Diagnostic>),
}

fn place(path: &str) -> Place {
    if path.starts_with("static/") {
        return Place::Asset;
    }
    let extension = path.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase());
    let folder = path.split('/').nth(1).unwrap_or_default();
    let kind = Kind::from_folder(folder).filter(|_| path.split('/').count() > 2);
    let is_markdown = matches!(extension.as_str(), "md" | "markdown");
    match kind {
        Some(kind) if is_markdown => Place::Record(kind),
        Some(Kind::Source) if matches!(extension.as_str(), "yaml" | "yml") => Place::Record(Kind::Source),
        _ if is_markdown => {
            let message = format!("`{path}` stands where no record is read");
            let folders: Vec<String> = Kind::ALL.iter().map(|kind| format!("content/{}/", kind.folder())).collect();
            let help = match nearest(folder, Kind::ALL.iter().map(|kind| kind.folder())) {
                Some(near) => format!("did you mean `content/{near}/`?"),
                None => format!("move it to one of {}", folders.join(", ")),
            };
            Place::Misplaced(Box::new(Diagnostic::new(Code::MisplacedFile, message).at(Location::file(path)).help(help)))
        }
        _ if ACTIVE_EXTENSIONS.contains(&extension.as_str()) => {
            let message = format!("`{path}` is a program or a page of its own and is not published from content");
            let help = "put files that you trust into static/";
            Place::Misplaced(Box::new(Diagnostic::new(Code::MisplacedFile, message).at(Location::file(path)).help(help)))
        }
        _ => Place::Asset,
    }
}

/// Reads the file of a record once more; none where it can no longer be read.
pub(super) fn read_again(root: &Path, file: &ContentFile) -> Option<ContentFile> {
    let listed = Listed { path: file.path.clone(), kind: file.kind, on_disk: root.join(&file.path) };
    read_record(listed).ok()
}

/// Reads one record's file.
pub(super) fn read_record(Listed { path, kind, on_disk }: Listed) -> Result<ContentFile, Box<Diagnostic>> {
    let bytes = match read_bytes(&on_disk) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Box::new(unreadable(&path, "it cannot be opened", &error.to_string()))),
    };
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let message = format!("`{path}` is larger than {} MiB", MAX_FILE_BYTES / 1024 / 1024);
        let help = "split it into several events, or put long documents beside the event as a PDF";
        return Err(Diagnostic::new(Code::TooLarge, message).at(Location::file(&path)).help(help).into());
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
            let message = format!("`{path}` is no UTF-8 text");
            return Err(Diagnostic::new(Code::UnreadableFile, message)
                .at(Location::find(&path, &valid, valid.len()..valid.len()))
                .label("the first byte that is no text stands here")
                .help("save the file with the encoding UTF-8")
                .into());
        }
    };
    let text: Arc<str> = Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text));
    let yaml = if path.ends_with(".yaml") || path.ends_with(".yml") {
        0..text.len()
    } else {
        front_matter::split(&text).map_or(0..0, |split| split.yaml)
    };
    Ok(ContentFile { path, kind, text, yaml })
}

/// Reads a file, but little more than the most that is allowed; all texts stay in memory, so that each takes no more than it is long.
fn read_bytes(on_disk: &Path) -> io::Result<Vec<u8>> {
    let file = fs::File::open(on_disk)?;
    let size = file.metadata()?.len().min(MAX_FILE_BYTES);
    // One byte more, so that the end is met without growing.
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &str, reason: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile, format!("`{path}` cannot be read: {reason}")).at(Location::file(path)).help(help)
}

/// The path from the project folder with `/` between its parts, whatever the system.
fn relative(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// Files whose name begins with a dot belong to editors and systems.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || part == "Thumbs.db" || part.ends_with('~'))
}
