//! The order of a timeline.
//!
//! In: a date. Out: [`DateKey`], by which any two dates can be ordered.
//! Never: a comparison that depends on a third date; the order is total.

use std::cmp::Reverse;

use super::civil_day::CivilDay;
use super::point::Precision;
use super::shape::{End, Member, Shape};
use super::value::EventDate;

/// Where a date stands on a timeline. Smaller is earlier; equal keys are to be told apart by id.
///
/// Keys compare by the civil day as written, then untimed before timed, then the instant, then the finer precision
/// first, then a day before a span that begins on it, then no doubt before doubt. What has no start stands at the end of its first dated part (`../2019` at
/// 31 December 2019); dates without a year come last, and dates not known at all after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateKey {
    group: Group,
    day: Option<CivilDay>,
    /// Seconds since 1970 in UTC.
    instant: Option<i64>,
    precision: Reverse<Precision>,
    is_interval: bool,
    is_approximate: bool,
    is_in_doubt: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Group {
    Dated,
    Yearless,
    Unknown,
}

impl DateKey {
    /// The civil day at which the date stands; none when it is not known.
    pub fn day(&self) -> Option<CivilDay> {
        self.day.filter(|_| self.group == Group::Dated)
    }
}

impl EventDate {
    /// Finds where the date stands on a timeline.
    pub fn order_key(&self) -> DateKey {
        let day = rank_day(self.shape());
        let group = match day {
            None => Group::Unknown,
            Some(_) if self.is_unknown() => Group::Yearless,
            Some(_) => Group::Dated,
        };
        DateKey {
            group,
            day,
            instant: self.instant().map(|instant| instant.timestamp()),
            precision: Reverse(self.precision()),
            is_interval: self.is_interval(),
            is_approximate: self.is_approximate(),
            is_in_doubt: self.is_uncertain() || self.is_one_of(),
        }
    }
}

/// The day the start allows first, or the last day of the date that bounds an open start.
fn rank_day(shape: &Shape) -> Option<CivilDay> {
    match shape {
        Shape::Unknown => None,
        Shape::Point(point) => Some(point.first),
        Shape::Span { start: End::At(point), end } if point.is_yearless() => Some(end.point().map_or(point.first, |end| end.last)),
        Shape::Span { start: End::At(point), .. } => Some(point.first),
        Shape::Span { start: End::AtOrBeyond(point), .. } => Some(point.last),
        Shape::Span { end, .. } => end.point().map(|point| point.last),
        Shape::Set { members, .. } => members.iter().map(member_rank).min(),
    }
}

fn member_rank(member: &Member) -> CivilDay {
    match member {
        Member::At(point) | Member::OrLater(point) | Member::Range(point, _) => point.first,
        Member::OrEarlier(point) => point.last,
    }
}
