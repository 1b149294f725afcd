//! Takes the replaced site apart: our files go, everything people put there is brought over to the site that stands.
//!
//! In: the replaced folder and the standing one, each with its manifest. Out: the replaced folder is gone.
//! Never: deletes what is not ours, unless it stands in the new site already; follows a link.
//! It may be stopped anywhere and begun again.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;

use super::WriteError;
use super::disk::{self, OnDisk};
use super::manifest::{MANIFEST_NAME, Manifest};
use super::scan::{Owned, is_manifest, is_receipt, is_repository};

struct Settlement<'a> {
    replaced: &'a Path,
    standing: &'a Path,
    /// What of the replaced site is ours.
    owned: Owned<'a>,
    /// What of the standing site is ours.
    owned_now: Owned<'a>,
}

/// Empties and removes the `replaced` folder.
pub(super) fn settle(replaced: (&Path, &Manifest), standing: (&Path, &Manifest)) -> Result<(), WriteError> {
    let owned = Owned::of(replaced.1);
    let owned_now = Owned::of(standing.1);
    let settlement = Settlement { replaced: replaced.0, standing: standing.0, owned, owned_now };
    settlement.clear(Path::new(""))?;
    // Last, since until now it says which files are ours.
    let manifest = replaced.0.join(MANIFEST_NAME);
    match fs::remove_file(&manifest) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).when("clear away", &manifest),
        _ => fs::remove_dir(replaced.0).when("clear away", replaced.0),
    }
}

impl Settlement<'_> {
    fn clear(&self, folder: &Path) -> Result<(), WriteError> {
        let here = self.replaced.join(folder);
        let entries = fs::read_dir(&here).and_then(Iterator::collect::<Result<Vec<_>, _>>).when("list", &here)?;
        let is_top = folder.as_os_str().is_empty();
        entries.par_iter().try_for_each(|entry| {
            let path = folder.join(entry.file_name());
            match entry.file_type().when("look at", &entry.path())?.is_dir() {
                true => self.clear_folder(&path),
                false if is_manifest(&path) => Ok(()),
                false if is_receipt(&path) || self.owned.has_file(&path) => fs::remove_file(entry.path()).when("clear away", &entry.path()),
                false => self.keep_file(&path),
            }
        })?;
        if is_top { Ok(()) } else { fs::remove_dir(&here).when("clear away", &here) }
    }

    fn clear_folder(&self, path: &Path) -> Result<(), WriteError> {
        if self.owned.has_folder(path) {
            return self.clear(path);
        }
        let (from, to) = (self.replaced.join(path), self.standing.join(path));
        match disk::find(&to).when("look at", &to)? {
            None => self.bring(path),
            Some(found) if found.is_dir() && !path.file_name().is_some_and(is_repository) => self.clear(path),
            Some(_) => Err(WriteError::TwoCopies { kept: from, standing: to }),
        }
    }

    fn keep_file(&self, path: &Path) -> Result<(), WriteError> {
        let (from, to) = (self.replaced.join(path), self.standing.join(path));
        let kept = fs::symlink_metadata(&from).when("look at", &from)?;
        let Some(found) = disk::find(&to).when("look at", &to)? else { return self.bring(path) };
        let is_same =
            is_one_file(&kept, &found) || (kept.is_file() && disk::read_ordinary(&from).is_ok_and(|bytes| disk::holds(&to, &bytes)));
        if is_same {
            fs::remove_file(&from).when("clear away", &from)
        } else if self.owned_now.has_file(path) || found.is_dir() {
            Err(WriteError::TwoCopies { kept: from, standing: to })
        } else if modified(&kept) > modified(&found) {
            // Saved into the old folder during the exchange: the older copy is the one its owner replaced.
            self.bring(path)
        } else {
            fs::remove_file(&from).when("clear away", &from)
        }
    }

    fn bring(&self, path: &Path) -> Result<(), WriteError> {
        let (from, to) = (self.replaced.join(path), self.standing.join(path));
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).when("make the folder", parent)?;
        }
        fs::rename(&from, &to).when("bring over", &from)
    }
}

fn is_one_file(a: &Metadata, b: &Metadata) -> bool {
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

fn modified(file: &Metadata) -> (i64, i64) {
    (file.mtime(), file.mtime_nsec())
}

#[cfg(test)]
#[path = "settle_tests.rs"]
mod tests;
