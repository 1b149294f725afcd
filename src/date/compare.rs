//! Comparisons for the editorial checks.
//!
//! In: two dates. Out: yes or no, where "no" may mean "not for certain".
//! Never: a finding that the author's doubt could explain away; doubtful dates are given room on both sides.

use super::civil_day::CivilDay;
use super::point::{Doubt, Point, Precision};
use super::shape::{End, Shape};
use super::value::EventDate;

/// The days between which a date certainly lies; a side is none when nothing is certain there.
struct Reach {
    /// The first and last day on which it may have begun.
    began: (Option<i64>, Option<i64>),
    /// The first and last day on which it may have ended.
    ended: (Option<i64>, Option<i64>),
}

impl EventDate {
    /// Tells whether the whole of this date lies before the whole of the other, whatever the doubt.
    ///
    /// Two times are compared as instants, everything else by civil day, so that an event is never before another of
    /// its day. A part marked `~` or `?` may be off by its own length (a day by a week); sets count from first to last.
    pub fn is_certainly_before(&self, other: &EventDate) -> bool {
        if let (Some(end), Some(start)) = (self.end_instant(), other.instant()) {
            return end < start;
        }
        matches!((reach(self).ended.1, reach(other).began.0), (Some(end), Some(start)) if end < start)
    }

    /// Tells whether this date may lie within the other: false only when part of it is certainly outside.
    pub fn lies_within(&self, whole: &EventDate) -> bool {
        let begins_before = match (self.instant(), whole.instant()) {
            (Some(inner), Some(outer)) => inner < outer,
            _ => is_below(reach(self).began.1, reach(whole).began.0),
        };
        let ends_after = match (self.end_instant(), whole.end_instant()) {
            (Some(inner), Some(outer)) if whole.is_interval() => inner > outer,
            _ => is_below(reach(whole).ended.1, reach(self).ended.0),
        };
        !begins_before && !ends_after
    }

    /// Tells whether the spans of the two dates may share a day or an instant.
    pub fn meets(&self, other: &EventDate) -> bool {
        !self.is_certainly_before(other) && !other.is_certainly_before(self)
    }
}

fn is_below(left: Option<i64>, right: Option<i64>) -> bool {
    matches!((left, right), (Some(left), Some(right)) if left < right)
}

fn reach(date: &EventDate) -> Reach {
    match date.shape() {
        Shape::Unknown => Reach { began: (None, None), ended: (None, None) },
        Shape::Point(point) => {
            let days = days_around(point);
            Reach { began: days, ended: days }
        }
        Shape::Span { start, end } => {
            let (from, until) = (days_of_end(start), days_of_end(end));
            let first = if matches!(start, End::At(_)) { from.0 } else { None };
            let last = if matches!(end, End::At(_)) { until.1 } else { None };
            // It began no later than it ended, and ended no earlier than it began.
            Reach { began: (first, from.1.into_iter().chain(last).min()), ended: (until.0.into_iter().chain(first).max(), last) }
        }
        Shape::Set { is_one_of, .. } => {
            let slack = date.points().filter_map(slack_of).max().unwrap_or(0);
            let first = date.earliest().map(|day| day.number() - slack);
            let last = date.latest().map(|day| day.number() + slack);
            // Of "all of these" the first is not after the last; of "one of these" it may be any.
            match (is_one_of, first, last) {
                (false, Some(first), Some(last)) => {
                    let latest_start = date.points().map(|point| point.last).min().map(CivilDay::number);
                    let earliest_end = date.points().map(|point| point.first).max().map(CivilDay::number);
                    Reach {
                        began: (Some(first), latest_start.map(|day| day + slack)),
                        ended: (earliest_end.map(|day| day - slack), Some(last)),
                    }
                }
                _ => Reach { began: (first, last), ended: (first, last) },
            }
        }
    }
}

fn days_of_end(end: &End) -> (Option<i64>, Option<i64>) {
    end.point().map_or((None, None), days_around)
}

fn days_around(point: &Point) -> (Option<i64>, Option<i64>) {
    match slack_of(point) {
        Some(slack) => (Some(point.first.number() - slack), Some(point.last.number() + slack)),
        None => (None, None),
    }
}

/// How many days a date may be off because of its doubt: the length of the coarsest part that is alone in doubt, or of
/// the finest when all are. None when there is no year.
fn slack_of(point: &Point) -> Option<i64> {
    let parts = point.written_doubts();
    let doubtful = match point.whole_doubt() {
        Some(Doubt::NONE) => return (!point.is_yearless()).then_some(0),
        Some(_) => point.precision(),
        None => match parts.iter().position(|doubt| *doubt != Doubt::NONE) {
            Some(0) => point.precision().min(Precision::Year),
            Some(1) => point.precision().min(Precision::Month),
            _ => point.precision(),
        },
    };
    match doubtful {
        Precision::Unknown => None,
        Precision::Century => Some(36_525),
        Precision::Decade => Some(3_653),
        Precision::Year => Some(366),
        Precision::Season => Some(92),
        Precision::Month => Some(31),
        Precision::Day | Precision::Minute => Some(7),
    }
}
