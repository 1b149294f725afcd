//! A roster: the records of one kind, those with a file and those that events merely name.

use super::names::{Found, Names};
use crate::content::{FileId, Slug};
use crate::yaml::{Located, Spot};

/// The records of one kind while names are being resolved.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub(super) names: Names,
    pub(super) entries: Vec<Entry>,
}

/// One record of a roster.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: Slug,
    pub(super) name: String,
    /// The document that describes it; none when it is implicit.
    pub(super) document: Option<usize>,
    /// Where it was first named.
    pub(super) first_use: Option<(FileId, Spot)>,
}

/// What became of a written name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Resolution {
    /// A record, or a name met before.
    Known(usize),
    /// Several records have the name; the first of them is taken.
    Ambiguous(Vec<usize>),
    /// The first use of a name without a record.
    New(usize),
    /// The name holds no letter or digit.
    Nameless,
}

impl Resolution {
    /// The record, where there is one.
    pub(super) fn index(&self) -> Option<usize> {
        match self {
            Self::Known(index) | Self::New(index) => Some(*index),
            Self::Ambiguous(several) => several.first().copied(),
            Self::Nameless => None,
        }
    }
}

impl Roster {
    /// Adds a record that has a document; none when its id is taken.
    pub(super) fn add(&mut self, id: &Slug, name: &str, document: usize) -> Option<usize> {
        let index = self.entries.len();
        if !self.names.add_id(id.as_str(), index) {
            return None;
        }
        self.entries.push(Entry { id: id.clone(), name: name.to_owned(), document: Some(document), first_use: None });
        Some(index)
    }

    /// Finds the record that a name means, or makes an implicit one.
    pub(super) fn resolve(&mut self, name: &Located<String>, file: FileId) -> Resolution {
        let resolution = match self.names.find(&name.value) {
            Found::One(index) => Resolution::Known(index),
            Found::Several(several) => Resolution::Ambiguous(several),
            Found::Nothing => self.add_implicit(&name.value),
        };
        if let Some(index) = resolution.index() {
            self.entries[index].first_use.get_or_insert((file, name.at));
        }
        resolution
    }

    fn add_implicit(&mut self, name: &str) -> Resolution {
        let Some(id) = Slug::from_name(name) else { return Resolution::Nameless };
        if let Some(index) = self.names.find_id(id.as_str()) {
            self.names.add_name(name, index);
            return Resolution::Known(index);
        }
        let index = self.entries.len();
        self.names.add_id(id.as_str(), index);
        self.names.add_name(name, index);
        self.entries.push(Entry { id, name: name.to_owned(), document: None, first_use: None });
        Resolution::New(index)
    }
}
