//! What keeps a site from being written.
//!
//! In: the finding. Out: a value that holds the path; `messages` has the words. Never: hides the disk's own error.

use std::io;
use std::path::{Path, PathBuf};

use super::{Collision, ManifestFault};

/// Why the site was not written. Unless `is_published` says otherwise, the site published before is whole and unchanged.
#[derive(Debug)]
pub enum WriteError {
    /// The output folder is one that must never be replaced.
    Refused { path: PathBuf, why: Refusal },
    /// The output folder holds files, and no manifest that says Dateline wrote any.
    ForeignFiles { path: PathBuf, examples: Vec<PathBuf>, count: usize },
    /// Files that people put into the output folder stand where the new site needs a file or a folder.
    InTheWay { path: PathBuf, files: Vec<PathBuf> },
    /// After an interrupted build, one repository stands in two places.
    TwoCopies { kept: PathBuf, standing: PathBuf },
    /// The manifest is not what Dateline wrote.
    DamagedManifest { path: PathBuf, fault: ManifestFault },
    /// Some files of the new site collide.
    Collisions { path: PathBuf, collisions: Vec<Collision> },
    /// One file of the new site was handed over twice.
    PlacedTwice { path: PathBuf, origin: String },
    /// Another build is writing the same output folder and did not finish in time.
    Busy { path: PathBuf, lock: PathBuf, holder: Option<u32> },
    /// The disk said no. `is_published` tells whether the new site stood already.
    Disk { doing: &'static str, path: PathBuf, source: io::Error, is_published: bool },
}

/// Why a folder may not be the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The path is empty.
    Empty,
    /// It is the root of the file system.
    FileSystemRoot,
    /// It is the home folder, or holds it.
    Home,
    /// It is a source of the site.
    IsSource(PathBuf),
    /// A source of the site lies in it.
    HoldsSource(PathBuf),
    /// It lies in a source of the site.
    LiesInSource(PathBuf),
    /// Something other than a folder stands there.
    NotAFolder,
    /// It is a symbolic link that leads nowhere.
    BrokenLink,
    /// It climbs with `..` out of a folder that does not exist.
    MissingParent,
    /// A file system is mounted on it, so that it cannot be renamed.
    MountPoint,
    /// A file with a name the writer needs stands beside it and is not Dateline's.
    NotOurs(PathBuf),
}

impl WriteError {
    /// The file or folder the error is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Refused { path, .. }
            | Self::ForeignFiles { path, .. }
            | Self::InTheWay { path, .. }
            | Self::DamagedManifest { path, .. }
            | Self::Collisions { path, .. }
            | Self::PlacedTwice { path, .. }
            | Self::Busy { path, .. }
            | Self::Disk { path, .. } => path,
            Self::TwoCopies { kept, .. } => kept,
        }
    }

    /// The same error, met after the new site was published.
    pub(super) fn after_publishing(self) -> Self {
        match self {
            Self::Disk { doing, path, source, .. } => Self::Disk { doing, path, source, is_published: true },
            other => other,
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { source, .. } => Some(source),
            _ => None,
        }
    }
}
