//! The folder the site is written to, found safe to replace.
//!
//! In: the folder's path, and the places it must stay clear of. Out: its real path, links resolved, and its manifest.
//! Never: changes or makes anything; trusts a path's spelling alone (a folder can have two paths).

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::disk::{self, OnDisk};
use super::manifest::{MANIFEST_NAME, Manifest, ManifestFault};
use super::{Refusal, WriteError};

/// An output folder that is safe to replace; it need not exist yet.
#[derive(Debug, Clone)]
pub struct OutputFolder {
    path: PathBuf,
    is_adopted: bool,
}

impl OutputFolder {
    /// Finds the folder and refuses it if it is, holds or lies in a source, is or holds the home folder or the whole
    /// disk, is no folder, or holds files but no manifest of ours. `sources` are the folders and files the site is made from.
    pub fn open(output: &Path, sources: &[&Path], home: Option<&Path>) -> Result<Self, WriteError> {
        Self::check(output, sources, home, false)
    }

    /// As [`OutputFolder::open`], but accepts a folder with files and no manifest: they stay as they are, beside the site.
    pub fn adopt(output: &Path, sources: &[&Path], home: Option<&Path>) -> Result<Self, WriteError> {
        Self::check(output, sources, home, true)
    }

    /// The folder's real path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the list of the files Dateline wrote here: nothing if it wrote none yet, an error if the list is damaged
    /// or the folder holds only other people's files.
    pub fn read_manifest(&self) -> Result<Option<Manifest>, WriteError> {
        match disk::find(&self.path).when("look at", &self.path)? {
            None => return Ok(None),
            Some(found) if !found.is_dir() => return Err(refuse(&self.path, Refusal::NotAFolder)),
            Some(_) => {}
        }
        match read_manifest_in(&self.path)? {
            Some(manifest) => Ok(Some(manifest)),
            None if self.is_adopted => Ok(None),
            None => refuse_foreign_files(&self.path).map(|()| None),
        }
    }

    fn check(output: &Path, sources: &[&Path], home: Option<&Path>, is_adopted: bool) -> Result<Self, WriteError> {
        let path = resolve(output)?;
        let Some(parent) = path.parent() else { return Err(refuse(&path, Refusal::FileSystemRoot)) };
        for &source in sources {
            // A source that is a link is kept whole too: both the link and what it leads to.
            let resolved = resolve(source)?;
            let standing = resolve(source.parent().unwrap_or(Path::new("")))?.join(source.file_name().unwrap_or_default());
            for real in [resolved, standing] {
                let named = source.to_owned();
                match (holds(&path, &real), holds(&real, &path)) {
                    (true, true) => return Err(refuse(&path, Refusal::IsSource(named))),
                    (true, false) => return Err(refuse(&path, Refusal::HoldsSource(named))),
                    (false, true) => return Err(refuse(&path, Refusal::LiesInSource(named))),
                    (false, false) => {}
                }
            }
        }
        if let Some(home) = home
            && holds(&path, &resolve(home)?)
        {
            return Err(refuse(&path, Refusal::Home));
        }
        if let (Some(found), Some(above)) = (disk::find(&path).when("look at", &path)?, disk::find(parent).when("look at", parent)?)
            && found.is_dir()
            && found.dev() != above.dev()
        {
            return Err(refuse(&path, Refusal::MountPoint));
        }
        let folder = Self { path, is_adopted };
        folder.read_manifest()?;
        Ok(folder)
    }
}

/// Reads the manifest in a folder that is known to be one.
pub(super) fn read_manifest_in(folder: &Path) -> Result<Option<Manifest>, WriteError> {
    let path = folder.join(MANIFEST_NAME);
    let damaged = |fault| WriteError::DamagedManifest { path: path.clone(), fault };
    match disk::read_ordinary(&path) {
        Ok(text) => Manifest::parse(&text).map(Some).map_err(damaged),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == ErrorKind::InvalidData => Err(damaged(ManifestFault { line: 1, what: error.to_string() })),
        Err(error) => Err(error).when("read", &path),
    }
}

fn refuse_foreign_files(folder: &Path) -> Result<(), WriteError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).when("list", folder)?;
    let mut examples: Vec<PathBuf> = entries.iter().map(|entry| entry.file_name().into()).collect();
    examples.sort();
    let count = examples.len();
    examples.truncate(3);
    match count {
        0 => Ok(()),
        _ => Err(WriteError::ForeignFiles { path: folder.to_owned(), examples, count }),
    }
}

fn refuse(path: &Path, why: Refusal) -> WriteError {
    WriteError::Refused { path: path.to_owned(), why }
}

/// The real path, every link followed; the last parts need not exist yet.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    let mut standing = match path.as_os_str().is_empty() {
        true => return Err(refuse(path, Refusal::Empty)),
        false => std::path::absolute(path).when("find", path)?,
    };
    let mut missing = Vec::new();
    loop {
        match standing.canonicalize() {
            Ok(real) => return Ok(missing.iter().rev().fold(real, |real, part| real.join(part))),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).when("find", &standing),
            Err(_) if fs::symlink_metadata(&standing).is_ok() => return Err(refuse(path, Refusal::BrokenLink)),
            Err(error) => match standing.file_name() {
                Some(part) => missing.push(part.to_owned()),
                None if standing.parent().is_none() => return Err(error).when("find", path),
                None => return Err(refuse(path, Refusal::MissingParent)),
            },
        }
        standing.pop();
    }
}

/// Whether `inner` is `outer` or lies in it, by name or as one folder mounted in two places.
fn holds(outer: &Path, inner: &Path) -> bool {
    let identity = |path: &Path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    inner.starts_with(outer) || identity(outer).is_some_and(|id| inner.ancestors().any(|above| identity(above) == Some(id)))
}
