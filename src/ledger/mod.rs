//! What was promised: every address and every text that was ever released, kept in `dateline.lock` and the folder `releases/`.
//!
//! In: the two, as they lie beside `dateline.yaml`. Out: a [`Ledger`], checked; and, for `dateline release`, the two with more in
//! them. Never: decides which page answers an address, or what a record's text is; forgets anything.

mod kept;
mod lock;
mod read;
mod record_key;
mod released;
mod write;
mod yaml_text;

pub use kept::Kept;
pub use read::read;
pub use record_key::RecordKey;
pub use released::{Meanings, Released, ReleasedChange, ReleasedClaim, ReleasedLink, ReleasedMedium, ReleasedPart, ReleasedSource};
pub use write::write;

use std::collections::BTreeMap;

use crate::diagnostic::Location;

/// The lock file, beside `dateline.yaml`.
pub const LOCK_NAME: &str = "dateline.lock";
/// The folder of the kept texts, beside `dateline.yaml`.
pub const RELEASES_FOLDER: &str = "releases";

/// Every promise of a site. Empty where nothing was ever released.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The addresses from the site's root (`/events/x/`), each with its line of the lock.
    pub addresses: BTreeMap<String, usize>,
    /// The versions of each record, by number.
    pub versions: BTreeMap<RecordKey, Vec<Version>>,
    /// The records that were taken back, each with its line.
    pub withdrawn: BTreeMap<RecordKey, Withdrawal>,
    /// The text of the lock, for messages.
    pub text: String,
}

/// A text as it was released once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// The day of the release: `2026-11-27`.
    pub date: String,
    /// The BLAKE3 hash of the kept text.
    pub hash: String,
    /// Why there is this version; empty where nothing was said.
    pub note: String,
    /// The line of the lock, from 1.
    pub line: usize,
    /// The text; none when it was deleted, which only a withdrawn record allows.
    pub kept: Option<Kept>,
}

/// That a record was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Since when.
    pub date: String,
    /// The line of the lock, from 1.
    pub line: usize,
}

/// What a release adds to the ledger.
#[derive(Debug, Clone, Default)]
pub struct Release {
    pub addresses: Vec<String>,
    pub versions: Vec<NewVersion>,
    pub withdrawn: Vec<(RecordKey, String)>,
}

/// A version to be kept.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub record: RecordKey,
    pub number: u32,
    pub date: String,
    pub note: String,
    pub kept: Kept,
}

impl Ledger {
    /// Says whether nothing was ever released.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.versions.is_empty()
    }

    /// The versions of a record, by number.
    pub fn versions_of(&self, record: &RecordKey) -> &[Version] {
        self.versions.get(record).map_or(&[], Vec::as_slice)
    }

    /// A line of the lock as a place.
    pub fn locate(&self, line: usize) -> Location {
        lock::locate(&self.text, line)
    }
}

impl Release {
    /// Says whether there is nothing to record.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.versions.is_empty() && self.withdrawn.is_empty()
    }
}
