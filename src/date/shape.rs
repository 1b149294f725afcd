//! The forms a date can take: one date, an interval, a set, or nothing known.
//!
//! In: points read by `edtf.rs`. Out: [`Shape`], the meaning of an [`EventDate`](super::EventDate).
//! Never: the author's text; the value keeps that.

use super::civil_day::CivilDay;
use super::point::Point;

/// What was written, by its form.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Unknown,
    Point(Point),
    Span { start: End, end: End },
    Set { is_one_of: bool, members: Vec<Member> },
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    At(Point),
    /// Earlier than that at the start of an interval, later than that at its end, or just then.
    AtOrBeyond(Point),
    Open,
    Unknown,
}

/// A member of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    At(Point),
    OrEarlier(Point),
    OrLater(Point),
    Range(Point, Point),
}

impl End {
    /// The date written at it, if any.
    pub(super) fn point(&self) -> Option<&Point> {
        match self {
            End::At(point) | End::AtOrBeyond(point) => Some(point),
            End::Open | End::Unknown => None,
        }
    }
}

impl Member {
    /// The one or two dates written in it.
    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        let (first, second) = match self {
            Member::At(point) | Member::OrEarlier(point) | Member::OrLater(point) => (point, None),
            Member::Range(first, last) => (first, Some(last)),
        };
        std::iter::once(first).chain(second)
    }

    /// The first day it allows; none when it is open or has no year.
    pub(super) fn first(&self) -> Option<CivilDay> {
        match self {
            Member::At(point) | Member::OrLater(point) | Member::Range(point, _) => day_of(point, point.first),
            Member::OrEarlier(_) => None,
        }
    }

    /// The last day it allows; none when it is open or has no year.
    pub(super) fn last(&self) -> Option<CivilDay> {
        match self {
            Member::At(point) | Member::OrEarlier(point) | Member::Range(_, point) => day_of(point, point.last),
            Member::OrLater(_) => None,
        }
    }
}

/// A day of a date whose year is known at least in part; `XXXX-12-25` has no day on any scale.
pub(super) fn day_of(point: &Point, day: CivilDay) -> Option<CivilDay> {
    (!point.is_yearless()).then_some(day)
}
