//! A kept text, read: what a frozen page and its differences are made of.

use crate::ledger::{Kept, Meanings, Released, ReleasedSource};

/// What a kept text says of its record, and what the names in it meant then.
pub(in crate::pages) struct Reading<'k> {
    pub(in crate::pages) released: Released,
    pub(in crate::pages) meanings: Meanings,
    pub(in crate::pages) body: &'k str,
}

impl<'k> Reading<'k> {
    pub(in crate::pages) fn of(kept: &'k Kept) -> Self {
        Self { released: kept.released(), meanings: kept.meanings(), body: &kept.body }
    }

    /// The name that a record had.
    pub(in crate::pages) fn name<'a>(&'a self, key: &'a str) -> &'a str {
        self.meanings.names.get(key).map_or(key, String::as_str)
    }

    /// A source as it was known.
    pub(in crate::pages) fn source<'a>(&'a self, source: &'a ReleasedSource) -> &'a ReleasedSource {
        source.record.as_ref().and_then(|record| self.meanings.sources.get(record)).unwrap_or(source)
    }
}
