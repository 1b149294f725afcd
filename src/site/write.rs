//! Writes a whole site: all of its files, or none.
//!
//! In: an output folder and every finished file. Out: what was done. Never: writes some of the files.

use rayon::prelude::*;

use super::{OutputFile, OutputFolder, Staging, WriteError, find_collisions};

/// What writing a site did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files in the site.
    pub files: usize,
    /// Files that were new or had other bytes before.
    pub changed: usize,
    /// Files that stood there already and were not written again.
    pub unchanged: usize,
    /// Files of the site before that are gone.
    pub removed: usize,
    /// The size of all files of the site, in bytes.
    pub bytes: u64,
}

/// Writes the files as the whole site, replacing the site before in one step; when nothing differs, touches nothing.
/// With `is_durable`, everything reaches the disk itself before it is published, and so survives a power cut.
pub fn write(folder: &OutputFolder, files: Vec<OutputFile>, is_durable: bool) -> Result<Written, WriteError> {
    let collisions = find_collisions(files.iter().map(|file| (&file.path, file.origin.as_str())));
    if !collisions.is_empty() {
        return Err(WriteError::Collisions { path: folder.path().to_owned(), collisions });
    }
    let staging = Staging::begin(folder, is_durable)?;
    let placed = files.into_par_iter().map(|file| staging.place(file)).collect::<Result<Vec<_>, _>>()?;
    staging.publish(placed)
}
