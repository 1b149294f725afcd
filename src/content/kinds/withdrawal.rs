//! Why a record was taken back: the reason that a tombstone gives in its place.

use super::{Field, Shape, required};
use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Reader, Spot, Value};

/// Since when a record is gone, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdrawn {
    pub date: EventDate,
    pub reason: String,
    pub at: Spot,
}

/// The keys of `withdrawn`.
pub(super) const WITHDRAWN: &[Field] = &[
    required("date", Shape::Date, "the day on which the record was taken back"),
    required("reason", Shape::Text, "why, for readers; without what was taken back"),
];

/// Reads `withdrawn: {date: …, reason: …}` of a record or of the settings. A day in the calendar needs no time zone.
pub(crate) fn read(written: &Node, reader: &mut Reader) -> Option<Withdrawn> {
    if !matches!(written.value, Value::Mapping(_)) {
        reader.misfit(written, "withdrawn", "a mapping with `date` and `reason`");
        return None;
    }
    reader.unknown_keys(written, "a withdrawal", &super::names(WITHDRAWN), |_| false);
    let date = super::date::read_day(written, "date", reader, chrono_tz::Tz::UTC);
    let reason = reader.plain_at(written, "reason");
    match (date, reason) {
        (Some(date), Some(reason)) if date.is_exact() => Some(Withdrawn { date, reason, at: written.at }),
        _ => {
            let missing = Diagnostic::new(Code::MissingField, "a withdrawal needs a day and a reason");
            let help = "write `withdrawn: {date: 2024-05-02, reason: The person named asked us to take it back.}`";
            reader.report(written.at, missing.help(help));
            None
        }
    }
}
