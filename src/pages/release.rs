//! What a release would add to the promises: new addresses, texts that differ from their last version, and what was taken back.

use std::collections::HashSet;

use rayon::prelude::*;

use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::graph::RecordId;
use crate::ledger::{NewVersion, RecordKey, Release, Version};

/// So many changed files are named.
const MOST_NAMED: usize = 10;

impl SitePlan<'_> {
    /// Gathers what is new since the last release. `date` is the day on which it is recorded.
    pub fn release(&self, date: &str, note: &str) -> Release {
        let is_promised = |subject: &Subject| {
            !matches!(subject, Subject::NotFound | Subject::Version(..) | Subject::Versions(_) | Subject::Tombstone(_) | Subject::Embed(_))
        };
        let pages = self.outline.pages.iter().filter(|page| page.route.path().ends_with("index.html") && is_promised(&page.subject));
        let addresses = pages.map(|page| page.route.written()).filter(|address| !self.ledger.addresses.contains_key(address));
        let changed = self.graph.record_ids().filter_map(|record| Some((record, self.record_key(record)?)));
        let unreleased = self.unreleased_records();
        let changed = changed.filter(|(_, key)| unreleased.contains(key));
        let versions = changed.filter_map(|(record, key)| {
            let lineage = self.lineage(&key);
            let last = lineage.last();
            Some(NewVersion {
                number: last.map_or(1, |(_, last)| last.number + 1),
                note: self.note_of(record, &key, last, note),
                date: date.to_owned(),
                kept: self.kept_text(record)?,
                record: key,
            })
        });
        let gone = self.outline.tombstones.iter().filter_map(|stone| Some((stone.record.clone()?, stone.date.text().to_owned())));
        Release {
            addresses: addresses.collect(),
            versions: versions.collect(),
            withdrawn: gone.filter(|(record, _)| !self.ledger.withdrawn.contains_key(record)).collect(),
        }
    }

    /// Finds the records whose words are not those of their last version.
    pub(super) fn unreleased_records(&self) -> HashSet<RecordKey> {
        let records: Vec<RecordId> = self.graph.record_ids().collect();
        records.into_par_iter().filter_map(|record| self.unreleased_key(record)).collect()
    }

    /// The name of a record if its words are not those of its last version.
    pub(super) fn unreleased_key(&self, record: RecordId) -> Option<RecordKey> {
        let (key, words) = (self.record_key(record)?, self.own_words(record)?);
        let last = self.ledger.versions_of(&key).last().and_then(|version| version.kept.as_ref());
        (!last.is_some_and(|last| last.has_words_of(&words))).then_some(key)
    }

    /// Tells, once, which released texts have changed since.
    pub(super) fn report_unreleased(&self, report: &mut Report) {
        let changed = self.graph.record_ids().filter_map(|record| {
            let key =
                self.record_key(record).filter(|key| self.outline.unreleased.contains(key) && self.ledger.versions.contains_key(key))?;
            Some((self.graph.file_of(record)?, key))
        });
        let mut changed: Vec<_> = changed.collect();
        changed.sort();
        let Some((file, first)) = changed.first() else { return };
        let message = match changed.len() {
            1 => format!("the text of `{first}` has changed since it was released"),
            count => format!("the texts of {count} records have changed since they were released, `{first}` among them"),
        };
        let mut advice = Diagnostic::new(Code::UnreleasedChange, message).at(Location::file(&self.graph.files.get(*file).path));
        for (file, _) in changed.iter().skip(1).take(MOST_NAMED) {
            advice = advice.note(format!("and {}", self.graph.files.get(*file).path));
        }
        report.push(advice.help("say what changed under `changes:`, and run `dateline release` before you publish"));
    }

    /// The versions of a record, those of its old names before its own.
    pub(super) fn lineage(&self, key: &RecordKey) -> Vec<(RecordKey, &Version)> {
        let mut versions: Vec<(RecordKey, &Version)> = Vec::new();
        for old in self.outline.old_names.get(key).into_iter().flatten().chain([key]) {
            versions.extend(self.ledger.versions_of(old).iter().map(|version| (old.clone(), version)));
        }
        versions.sort_by(|(a_key, a), (b_key, b)| (a.number, a_key).cmp(&(b.number, b_key)));
        versions
    }

    /// What the record itself says of its newest change, where its last version did not say so yet.
    fn own_note(&self, record: RecordId, last: &Version) -> Option<String> {
        let changes = match record {
            RecordId::Event(id) => &self.graph.event(id).changes,
            RecordId::Storyline(id) => &self.graph.storyline(id).changes,
            _ => return None,
        };
        let newest = changes.last()?;
        let told = last.kept.as_ref().map(|kept| kept.released().changes).unwrap_or_default();
        (!told.iter().any(|change| change.note == newest.note)).then(|| newest.note.clone())
    }

    /// Why there is a new version: what the record says, else what the release says, else that the record was renamed.
    fn note_of(&self, record: RecordId, key: &RecordKey, last: Option<&(RecordKey, &Version)>, note: &str) -> String {
        let own = last.and_then(|(_, version)| self.own_note(record, version));
        let renamed = || {
            let (old, _) = last.filter(|(old, _)| old != key && note.is_empty())?;
            Some(format!("Renamed; before at {}", Self::route_of(old).written()))
        };
        let note = own.or_else(renamed).unwrap_or_else(|| note.to_owned());
        note.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The page of a record, by its name.
    pub(super) fn route_of(key: &RecordKey) -> Route {
        match key.kind {
            crate::content::Kind::Page => Route::own_page(&key.id),
            kind => Route::record(kind.folder(), &key.id),
        }
    }
}
