//! The order of the timeline, and the date that counts as today.

use crate::content::kinds::event::{EventFields, Status};
use crate::content::{Document, Record, Slug};
use crate::date::{DateKey, EventDate};

/// What events are ordered by: the date as the format orders dates, then the author's `order`, then the id.
pub(super) fn timeline_key(fields: &EventFields, document: &Document) -> (DateKey, i64, Slug) {
    (fields.date.value.order_key(), fields.order, document.id.value.clone())
}

/// The newest day that the content speaks of as past: plans do not count.
pub(super) fn newest_date(documents: &[Document]) -> Option<EventDate> {
    let mut newest: Option<&EventDate> = None;
    for document in documents {
        let Record::Event(fields) = &document.record else { continue };
        let happened = (fields.status.value != Status::Planned && fields.date.value.earliest().is_some()).then_some(&fields.date.value);
        let told = [&fields.published, &fields.updated].into_iter().flatten();
        let changed = fields.changes.iter().map(|change| &change.date);
        let known = fields.known.iter().map(|known| &known.value).chain(fields.history.iter().map(|entry| &entry.known));
        for date in happened.into_iter().chain(told).chain(changed).chain(known) {
            if newest.is_none_or(|so_far| so_far.earliest() < date.earliest()) {
                newest = Some(date);
            }
        }
    }
    // A day, whatever the time of day: `today` is one.
    let day = newest?.earliest()?;
    EventDate::parse(&day.to_string(), chrono_tz::Tz::UTC).ok()
}
