//! The list of files that Dateline wrote into an output folder: the only files it may later replace or delete.
//!
//! In: the text of `.dateline-manifest`, or the files of a new site. Out: the other of the two. Never: guesses; a list
//! that is not whole to the last byte is refused, since what it forgets would be taken for someone else's file.
//!
//! ```text
//! dateline-manifest 1
//! <blake3, 64 hexadecimal digits> <size in bytes> <path>       one line a file, sorted by path
//! total <number of files> <blake3 of everything above this line>
//! ```

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Write};

use super::{PathFault, SitePath};

/// The manifest's name in the output folder.
pub const MANIFEST_NAME: &str = ".dateline-manifest";

const FIRST_LINE: &str = "dateline-manifest 1";

/// What one file held when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ManifestEntry {
    /// The BLAKE3 hash of its bytes.
    pub hash: blake3::Hash,
    /// Its size in bytes.
    pub size: u64,
}

/// Every file of one written site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files, by path.
    pub files: BTreeMap<SitePath, ManifestEntry>,
}

/// Why a manifest cannot be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl Manifest {
    /// Reads a manifest's text; a manifest cut short, edited or joined from two is refused.
    pub fn parse(text: &[u8]) -> Result<Self, ManifestFault> {
        let text = std::str::from_utf8(text).map_err(|_| fault(1, "it is not text in UTF-8"))?;
        let body_end = text.strip_suffix('\n').map(|t| t.rfind('\n').map_or(0, |at| at + 1));
        let (body, last) = text.split_at(body_end.ok_or_else(|| fault(text.lines().count().max(1), "its end is missing"))?);
        let mut lines = body.lines().enumerate().map(|(index, line)| (index + 1, line));
        if lines.next().is_none_or(|(_, line)| line != FIRST_LINE) {
            return Err(fault(1, format!("it does not begin with `{FIRST_LINE}`")));
        }
        let mut files: BTreeMap<SitePath, ManifestEntry> = BTreeMap::new();
        for (number, line) in lines {
            let (path, entry) = parse_line(line).map_err(|what| fault(number, what))?;
            if files.last_key_value().is_some_and(|(last, _)| *last >= path) {
                return Err(fault(number, "its files are not in order"));
            }
            files.insert(path, entry);
        }
        match last.strip_suffix('\n') == Some(&last_line(files.len(), body)) {
            true => Ok(Self { files }),
            false => Err(fault(body.lines().count() + 1, "its files do not match its last line")),
        }
    }

    /// The folders that hold the files, each once.
    pub(super) fn folders(&self) -> HashSet<&str> {
        self.files.keys().flat_map(SitePath::folders).collect()
    }
}

/// Prints the manifest as it stands on the disk.
impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut body = String::with_capacity(self.files.len() * 120 + 100);
        writeln!(body, "{FIRST_LINE}")?;
        for (path, entry) in &self.files {
            writeln!(body, "{} {} {path}", entry.hash.to_hex(), entry.size)?;
        }
        writeln!(f, "{body}{}", last_line(self.files.len(), &body))
    }
}

fn parse_line(line: &str) -> Result<(SitePath, ManifestEntry), String> {
    let mut fields = line.splitn(3, ' ');
    let (Some(hash), Some(size), Some(path)) = (fields.next(), fields.next(), fields.next()) else {
        return Err("it does not hold a hash, a size and a path".to_owned());
    };
    let hash = blake3::Hash::from_hex(hash).map_err(|_| "its hash is not one")?;
    let size = size.parse().map_err(|_| "its size is not a number")?;
    let path = SitePath::parse(path).map_err(|illegal| describe(&illegal.fault))?;
    Ok((path, ManifestEntry { hash, size }))
}

fn describe(fault: &PathFault) -> String {
    format!("its path is not allowed: {fault}")
}

fn last_line(count: usize, body: &str) -> String {
    format!("total {count} {}", blake3::hash(body.as_bytes()).to_hex())
}

fn fault(line: usize, what: impl Into<String>) -> ManifestFault {
    ManifestFault { line, what: what.into() }
}

#[cfg(test)]
#[path = "manifest_tests.rs"]
mod tests;
