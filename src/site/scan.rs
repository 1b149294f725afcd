//! What stands in an output folder: the files Dateline wrote, and everything that people put there.
//!
//! In: the folder and its manifest. Out: the files of ours that are still ordinary files, and all else by name.
//! Never: follows a link, opens a file, looks into a repository.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{self, OnDisk};
use super::manifest::{MANIFEST_NAME, Manifest};
use super::receipt::RECEIPT_NAME;
use super::{SitePath, WriteError};

/// What Dateline owns in a folder: the manifest's files and the folders that hold them.
pub(super) struct Owned<'a> {
    files: HashSet<&'a str>,
    folders: HashSet<&'a str>,
}

/// Something in an output folder that Dateline did not write.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Foreign {
    /// Its path from the output folder.
    pub path: PathBuf,
    pub kind: ForeignKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ForeignKind {
    Folder,
    /// A version control system's own folder, which must stay in one piece.
    Repository,
    /// A file, link, pipe or device.
    File,
}

/// What a look through an output folder found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Our files that are still ordinary files in ordinary folders, by path.
    pub ours: HashSet<String>,
    /// Everything that is not ours, a folder before what it holds, sorted.
    pub foreign: Vec<Foreign>,
}

impl<'a> Owned<'a> {
    pub(super) fn of(manifest: &'a Manifest) -> Self {
        Self { files: manifest.files.keys().map(SitePath::as_str).collect(), folders: manifest.folders() }
    }

    pub(super) fn has_file(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.files.contains(path))
    }

    pub(super) fn has_folder(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.folders.contains(path))
    }
}

pub(super) fn is_manifest(path: &Path) -> bool {
    path == Path::new(MANIFEST_NAME)
}

pub(super) fn is_receipt(path: &Path) -> bool {
    path == Path::new(RECEIPT_NAME)
}

pub(super) fn is_repository(name: &OsStr) -> bool {
    [".git", ".hg", ".svn", ".jj"].iter().any(|repository| name == *repository)
}

/// Looks through an output folder, which need not exist.
pub(super) fn scan(root: &Path, owned: &Owned) -> Result<Scan, WriteError> {
    let mut found = Scan::default();
    if disk::find(root).when("look at", root)?.is_none() {
        return Ok(found);
    }
    for standing in look(root, Path::new(""), owned)? {
        match standing {
            Standing::Ours(path) => drop(found.ours.insert(path)),
            Standing::Foreign(foreign) => found.foreign.push(foreign),
        }
    }
    found.foreign.sort();
    Ok(found)
}

enum Standing {
    Ours(String),
    Foreign(Foreign),
}

fn look(root: &Path, folder: &Path, owned: &Owned) -> Result<Vec<Standing>, WriteError> {
    let mut found = Vec::new();
    let mut folders = Vec::new();
    let here = root.join(folder);
    for entry in fs::read_dir(&here).when("list", &here)? {
        let entry = entry.when("list", &here)?;
        let path = folder.join(entry.file_name());
        let kind = entry.file_type().when("look at", &here)?;
        let foreign = |kind| Standing::Foreign(Foreign { path: path.clone(), kind });
        match path.to_str() {
            _ if kind.is_dir() && owned.has_folder(&path) => folders.push(path),
            _ if kind.is_dir() && is_repository(&entry.file_name()) => found.push(foreign(ForeignKind::Repository)),
            _ if kind.is_dir() => {
                found.push(foreign(ForeignKind::Folder));
                folders.push(path);
            }
            _ if is_manifest(&path) || is_receipt(&path) => {}
            Some(text) if owned.has_file(&path) => {
                if kind.is_file() {
                    found.push(Standing::Ours(text.to_owned()));
                }
            }
            _ => found.push(foreign(ForeignKind::File)),
        }
    }
    let below: Vec<_> = folders.par_iter().map(|folder| look(root, folder, owned)).collect::<Result<_, _>>()?;
    found.extend(below.into_iter().flatten());
    Ok(found)
}
