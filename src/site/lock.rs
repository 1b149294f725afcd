//! The lock that lets one build at a time write an output folder.
//!
//! In: the output folder. Out: a lock that the system itself takes back when the process ends, however it ends.
//! Never: waits without end; takes or deletes a file of that name that is not Dateline's.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::disk::{self, OnDisk};
use super::{Refusal, WriteError};

const FIRST_WORDS: &str = "a Dateline build is writing here: process ";
const PAUSE: Duration = Duration::from_millis(25);
/// How often to ask: ten seconds in all, longer than it takes to write a large site.
const TRIES: usize = 400;

/// Held while a build writes; the lock file goes when it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Closing it gives the lock back.
    _file: File,
}

impl Lock {
    /// Takes the lock at `path` for writing `output`, waiting some seconds for a build that holds it.
    pub(super) fn take(path: PathBuf, output: &Path) -> Result<Self, WriteError> {
        for _ in 0..TRIES {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false).mode(0o644);
            let mut file = match disk::open_ordinary(&path, &mut options) {
                Err(error) if error.kind() == ErrorKind::InvalidData => return Err(refuse(&path, output)),
                opened => opened.when("open the lock file", &path)?,
            };
            match file.try_lock() {
                Ok(()) if !is_still_at(&file, &path) => continue,
                Ok(()) => {
                    sign(&mut file).when("write the lock file", &path)?.then_some(()).ok_or_else(|| refuse(&path, output))?;
                    return Ok(Self { path, _file: file });
                }
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => return Err(error).when("lock", &path),
            }
        }
        let holder = read_holder(&path);
        Err(WriteError::Busy { path: output.to_owned(), lock: path, holder })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Deleted while still held: whoever opened the old file meanwhile sees that it has left its path, and asks again.
        let _ = fs::remove_file(&self.path);
    }
}

fn refuse(path: &Path, output: &Path) -> WriteError {
    WriteError::Refused { path: output.to_owned(), why: Refusal::NotOurs(path.to_owned()) }
}

fn is_still_at(file: &File, path: &Path) -> bool {
    let (Ok(held), Ok(standing)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (held.dev(), held.ino()) == (standing.dev(), standing.ino())
}

/// Writes who holds the lock; false when the file holds something that no build wrote.
fn sign(file: &mut File) -> std::io::Result<bool> {
    let mut before = Vec::new();
    Read::by_ref(file).take(200).read_to_end(&mut before)?;
    if !before.is_empty() && !before.starts_with(FIRST_WORDS.as_bytes()) {
        return Ok(false);
    }
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("{FIRST_WORDS}{}\n", std::process::id()).as_bytes())?;
    Ok(true)
}

fn read_holder(path: &Path) -> Option<u32> {
    let text = String::from_utf8(disk::read_ordinary(path).ok()?).ok()?;
    text.strip_prefix(FIRST_WORDS)?.trim_end().parse().ok()
}
