//! Notes about changes of a published page: what was corrected, brought up to date, or merely tidied.

use chrono_tz::Tz;

use super::date::read_day;
use super::{Field, Shape, field, names, required};
use crate::date::EventDate;
use crate::yaml::{Node, Reader};

/// What a change is for readers. Minor ones move no date and enter no feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// Something was wrong and is right now.
    Correction,
    /// Something new was added.
    Update,
    /// Spelling, layout, a better link.
    Minor,
}

impl ChangeKind {
    /// Each kind with its word.
    pub const WORDS: &[(&str, ChangeKind)] = &[("correction", Self::Correction), ("update", Self::Update), ("minor", Self::Minor)];

    /// The word in front matter.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }
}

/// A change of a published page.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub date: EventDate,
    pub kind: ChangeKind,
    pub note: String,
}

impl Change {
    /// Says whether readers must know: the page's date moves and feeds tell of it.
    pub fn is_major(&self) -> bool {
        self.kind != ChangeKind::Minor
    }
}

const CHANGE: &[Field] = &[
    required("date", Shape::Date, "when the page was changed"),
    required("note", Shape::Text, "what was changed, for readers"),
    field("kind", Shape::Choice(&["correction", "update", "minor"]), "what the change is; default `update`"),
];

const CORRECTION: &[Field] =
    &[required("date", Shape::Date, "when it was corrected"), required("note", Shape::Text, "what was wrong and is right now")];

/// The keys about changes, for the kinds of record that may have them.
pub(super) const CHANGES: Field = field("changes", Shape::Items(CHANGE), "what was changed on this page since it was published");
pub(super) const CORRECTIONS: Field = field("corrections", Shape::Items(CORRECTION), "short for `changes` of the kind `correction`");

/// Reads `changes` and `corrections` into one list, in the order of their dates.
pub(super) fn read(node: &Node, reader: &mut Reader, zone: Tz) -> Vec<Change> {
    let mut changes = Vec::new();
    for (key, keys) in [("changes", CHANGE), ("corrections", CORRECTION)] {
        let Some(written) = node.get(key) else { continue };
        for item in reader.list(written) {
            reader.unknown_keys(item, "a change", &names(keys), |_| false);
            let kind = match key {
                "corrections" => ChangeKind::Correction,
                _ => reader.choice_at(item, "kind", ChangeKind::WORDS).map_or(ChangeKind::Update, |kind| kind.value),
            };
            match (read_day(item, "date", reader, zone), reader.plain_at(item, "note")) {
                (Some(date), Some(note)) => changes.push(Change { date, kind, note }),
                (None, _) if item.get("date").is_some() => {}
                _ => reader.misfit(item, key, "a mapping with `date` and `note`"),
            }
        }
    }
    changes.sort_by_key(|change| change.date.order_key());
    changes
}
