//! How this room reads the disk: ordinary files only, no link followed, no waiting for a pipe.
//!
//! In: a path. Out: bytes, or a [`WriteError`] that holds the path. Never: writes.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::WriteError;

/// Gives an error of the disk the path it is about and the words for what was tried.
pub(super) trait OnDisk<T> {
    fn when(self, doing: &'static str, path: &Path) -> Result<T, WriteError>;
}

impl<T> OnDisk<T> for io::Result<T> {
    fn when(self, doing: &'static str, path: &Path) -> Result<T, WriteError> {
        self.map_err(|source| WriteError::Disk { doing, path: path.to_owned(), source, is_published: false })
    }
}

/// Opens an ordinary file; a link, folder, pipe or device gives [`ErrorKind::InvalidData`].
pub(super) fn open_ordinary(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let opened = options.custom_flags(flags.cast_signed()).open(path);
    let not_ordinary = || io::Error::new(ErrorKind::InvalidData, "it is not an ordinary file");
    match opened {
        Ok(file) if file.metadata()?.is_file() => Ok(file),
        Ok(_) => Err(not_ordinary()),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(error),
        Err(error) => match find(path)? {
            Some(standing) if !standing.is_file() => Err(not_ordinary()),
            _ => Err(error),
        },
    }
}

/// Reads an ordinary file whole.
pub(super) fn read_ordinary(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_ordinary(path, OpenOptions::new().read(true))?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether an ordinary file holds exactly these bytes; what cannot be read does not.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let is_equal = || -> io::Result<bool> {
        let mut file = open_ordinary(path, OpenOptions::new().read(true))?;
        let mut on_disk = Vec::with_capacity(bytes.len() + 1);
        Read::by_ref(&mut file).take(bytes.len() as u64 + 1).read_to_end(&mut on_disk)?;
        Ok(on_disk == bytes)
    };
    is_equal().unwrap_or(false)
}

/// What stands at a path, a link being itself; nothing if nothing does.
pub(super) fn find(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Flushes a file or folder to the disk itself.
pub(super) fn flush(path: &Path) -> Result<(), WriteError> {
    File::open(path).and_then(|opened| opened.sync_all()).when("flush to the disk", path)
}
