//! The name of a record for ever: its kind and its id, `events/entity-list-28`.

use std::fmt;

use crate::content::{Kind, Slug};

/// A record as the lock names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    pub kind: Kind,
    pub id: Slug,
}

impl RecordKey {
    /// Names a record.
    pub fn new(kind: Kind, id: &Slug) -> Self {
        Self { kind, id: id.clone() }
    }

    /// Reads `events/entity-list-28`.
    pub fn parse(text: &str) -> Option<Self> {
        let (folder, id) = text.split_once('/')?;
        Some(Self { kind: Kind::from_folder(folder)?, id: Slug::parse(id).ok()? })
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.folder(), self.id)
    }
}
