//! The folder beside the output folder in which a new site is put together.
//!
//! In: files and links to files of the site before. Out: a whole site, then published by one rename.
//! Never: touches the output folder before that rename; clears away a folder that no build of ours made.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::disk::{self, OnDisk};
use super::{Refusal, WriteError};

const MARK: &str = ".dateline-staging";
const PUBLISHING: &str = "publishing";
const FILE_MODE: u32 = 0o644;
const FOLDER_MODE: u32 = 0o755;

/// A workbench; it goes when dropped, unless publishing has begun.
#[derive(Debug)]
pub(super) struct Workbench {
    path: PathBuf,
    /// Whether the user's umask takes permissions away that a website needs.
    is_masked: bool,
}

/// The path of a hidden neighbour of the output folder: `site` and `lock` give `.site.lock`.
pub(super) fn neighbour(output: &Path, ending: &str) -> Result<PathBuf, WriteError> {
    let refuse = || WriteError::Refused { path: output.to_owned(), why: Refusal::FileSystemRoot };
    let mut name = OsString::from(".");
    name.push(output.file_name().ok_or_else(refuse)?);
    name.push(".");
    name.push(ending);
    Ok(output.with_file_name(name))
}

impl Workbench {
    /// Makes a workbench for an output folder, beside it.
    pub(super) fn make(output: &Path) -> Result<Self, WriteError> {
        let mut number = 1;
        let path = loop {
            let path = neighbour(output, &format!("staging-{number}"))?;
            // Closed to others: half a site is nobody's business.
            match DirBuilder::new().mode(0o700).create(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                made => break made.when("make the folder", &path).map(|()| path)?,
            }
        };
        let mut workbench = Self { path, is_masked: false };
        let mark = workbench.path.join(MARK);
        workbench.is_masked = write_mark(&workbench.path, &mark).when("write", &mark)?;
        workbench.make_folder(&workbench.new_site())?;
        Ok(workbench)
    }

    /// The workbenches that stopped builds of this output folder left behind; other folders of such names are not listed.
    pub(super) fn find_left_over(output: &Path) -> Result<Vec<Self>, WriteError> {
        let start = neighbour(output, "staging-")?;
        let (Some(parent), Some(start)) = (start.parent(), start.file_name()) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for entry in fs::read_dir(parent).when("list", parent)? {
            let path = entry.when("list", parent)?.path();
            let name = path.file_name().map(|name| name.as_encoded_bytes()).unwrap_or_default();
            let is_named = name.strip_prefix(start.as_encoded_bytes()).is_some_and(|n| !n.is_empty() && n.iter().all(u8::is_ascii_digit));
            if is_named && is_ours(&path).when("look at", &path)? {
                found.push(Self { path, is_masked: false });
            }
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the new site is put together, and where the site before it stands after an exchange.
    pub(super) fn new_site(&self) -> PathBuf {
        self.path.join("new")
    }

    /// Where the site before stands on disks that cannot exchange two folders.
    pub(super) fn old_site(&self) -> PathBuf {
        self.path.join("old")
    }

    /// Notes that from now on `new` may be the site before, with other people's files in it.
    pub(super) fn begin_publishing(&self) -> Result<(), WriteError> {
        let path = self.path.join(PUBLISHING);
        fs::write(&path, "").when("write", &path)
    }

    /// Notes that `new` is the new site for certain, since publishing it failed.
    pub(super) fn stop_publishing(&self) -> Result<(), WriteError> {
        let path = self.path.join(PUBLISHING);
        fs::remove_file(&path).when("clear away", &path)
    }

    pub(super) fn is_publishing(&self) -> bool {
        !matches!(disk::find(&self.path.join(PUBLISHING)), Ok(None))
    }

    /// Writes a file of the new site, making the folders it needs.
    pub(super) fn write_file(&self, path: &Path, bytes: &[u8], is_durable: bool) -> Result<(), WriteError> {
        let written = self.with_folder(path, &|| {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
            file.write_all(bytes)?;
            if self.is_masked {
                file.set_permissions(Permissions::from_mode(FILE_MODE))?;
            }
            if is_durable { file.sync_all() } else { Ok(()) }
        });
        written.when("write", path)
    }

    /// Gives a file or link of the site before a second name in the new site; it is neither opened nor followed.
    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.with_folder(to, &|| fs::hard_link(from, to))
    }

    /// Makes a folder of the new site.
    pub(super) fn make_folder(&self, path: &Path) -> Result<(), WriteError> {
        self.with_folder(path, &|| self.make_one_folder(path)).when("make the folder", path)
    }

    /// Clears the workbench away; once publishing has begun, only if both of its sites have been settled.
    pub(super) fn clear(&self) -> Result<(), WriteError> {
        let remove = |path: PathBuf, remove: fn(&Path) -> io::Result<()>| match remove(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).when("clear away", &path),
            _ => Ok(()),
        };
        match self.is_publishing() {
            true => remove(self.new_site(), |path| fs::remove_dir(path))?,
            false => remove(self.new_site(), |path| fs::remove_dir_all(path))?,
        }
        remove(self.old_site(), |path| fs::remove_dir(path))?;
        remove(self.path.join(PUBLISHING), |path| fs::remove_file(path))?;
        remove(self.path.join(MARK), |path| fs::remove_file(path))?;
        remove(self.path.clone(), |path| fs::remove_dir(path))
    }

    /// Does `make`, and when a folder is missing makes it and does it again.
    fn with_folder(&self, path: &Path, make: &dyn Fn() -> io::Result<()>) -> io::Result<()> {
        match (make(), path.parent()) {
            (Err(error), Some(parent)) if error.kind() == ErrorKind::NotFound && parent.starts_with(&self.path) && parent != self.path => {
                self.with_folder(parent, &|| self.make_one_folder(parent))?;
                make()
            }
            (made, _) => made,
        }
    }

    fn make_one_folder(&self, path: &Path) -> io::Result<()> {
        match DirBuilder::new().mode(FOLDER_MODE).create(path) {
            // Another thread made it for another file.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && fs::symlink_metadata(path)?.is_dir() => Ok(()),
            Ok(()) if self.is_masked => fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE)),
            made => made,
        }
    }
}

impl Drop for Workbench {
    fn drop(&mut self) {
        if !self.is_publishing() {
            // What cannot be cleared now is cleared by the next build.
            let _ = self.clear();
        }
    }
}

/// Writes the mark, and returns whether the umask takes permissions away.
fn write_mark(workbench: &Path, path: &Path) -> io::Result<bool> {
    let mut mark = OpenOptions::new().write(true).create_new(true).mode(0o777).open(path)?;
    mark.write_all(text_of_mark(workbench)?.as_bytes())?;
    Ok(mark.metadata()?.mode() & FOLDER_MODE != FOLDER_MODE)
}

/// The folder's own number is in the mark, so that a folder which only came along in a copy of a project, or in
/// someone's contribution, is never taken for the remains of a build.
fn text_of_mark(workbench: &Path) -> io::Result<String> {
    let number = fs::symlink_metadata(workbench)?.ino();
    Ok(format!("Dateline puts a new site together in this folder ({number}) and clears it away on its next build.\n"))
}

fn is_ours(path: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return Ok(false);
    }
    match disk::read_ordinary(&path.join(MARK)) {
        Ok(text) if text.is_empty() => Ok(fs::read_dir(path)?.count() == 1),
        Ok(text) => Ok(text == text_of_mark(path)?.as_bytes()),
        // Stopped between making the folder and marking it.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(fs::read_dir(path)?.next().is_none()),
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(false),
        // A folder that cannot be read cannot be told to be ours; it is left alone.
        Err(_) => Ok(false),
    }
}
