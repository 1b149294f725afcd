//! The date of an event: the author's text and what it means.
//!
//! In: shapes read by `parse.rs`. Out: [`EventDate`] and the questions one may ask it.
//! Never: a day that the author did not write; an open end has no day.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::civil_day::CivilDay;
use super::clock::ClockTime;
use super::point::{Point, Precision};
use super::shape::{End, Member, Shape, day_of};

/// A date in EDTF (ISO 8601-2:2019, levels 0 to 2), kept as written. Cloning it is cheap.
///
/// Years are astronomical, as the standard has them: `0000` is 1 BC, `-0043` is 44 BC and `-0044` is 45 BC.
/// Equality is equality of text and meaning; the order of a timeline is [`EventDate::order_key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate(Arc<Written>);

#[derive(Debug, PartialEq, Eq)]
struct Written {
    text: Box<str>,
    /// Where the text of a second key begins, when the end was written under its own key.
    end_at: Option<usize>,
    shape: Shape,
}

impl EventDate {
    pub(super) fn new(text: &str, shape: Shape) -> EventDate {
        EventDate(Arc::new(Written { text: text.into(), end_at: None, shape }))
    }

    pub(super) fn from_two_keys(start: &str, end: &str, shape: Shape) -> EventDate {
        let text = format!("{start}/{end}").into_boxed_str();
        EventDate(Arc::new(Written { text, end_at: Some(start.len() + 1), shape }))
    }

    /// Makes a date that is not known; the text is kept.
    pub fn unknown(text: &str) -> EventDate {
        EventDate::new(text, Shape::Unknown)
    }

    pub(super) fn shape(&self) -> &Shape {
        &self.0.shape
    }

    /// The text as the author wrote it, without spaces around it; two keys are joined by `/`.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// What stands under the key `date`: the whole text, or the start when the end has a key of its own.
    pub fn start_text(&self) -> &str {
        let end_of_start = self.0.end_at.map_or(self.text().len(), |at| at - 1);
        self.text().get(..end_of_start).unwrap_or_default()
    }

    /// What stands under the key `end`, if the end has a key of its own.
    pub fn end_text(&self) -> Option<&str> {
        self.text().get(self.0.end_at?..)
    }

    /// The first day the date allows; none when its start is open or not known.
    pub fn earliest(&self) -> Option<CivilDay> {
        match self.shape() {
            Shape::Unknown => None,
            Shape::Point(point) => day_of(point, point.first),
            Shape::Span { start: End::At(point), .. } => day_of(point, point.first),
            Shape::Span { .. } => None,
            Shape::Set { members, .. } => {
                let firsts: Option<Vec<CivilDay>> = members.iter().map(Member::first).collect();
                firsts?.into_iter().min()
            }
        }
    }

    /// The last day the date allows; none when its end is open or not known.
    pub fn latest(&self) -> Option<CivilDay> {
        match self.shape() {
            Shape::Unknown => None,
            Shape::Point(point) => day_of(point, point.last),
            Shape::Span { end: End::At(point), .. } => day_of(point, point.last),
            Shape::Span { .. } => None,
            Shape::Set { members, .. } => {
                let lasts: Option<Vec<CivilDay>> = members.iter().map(Member::last).collect();
                lasts?.into_iter().max()
            }
        }
    }

    /// The time of day at which it happened or began, if written.
    pub fn time(&self) -> Option<ClockTime> {
        self.start_point().and_then(|point| point.clock)
    }

    /// The time of day at which an interval ended, if written.
    pub fn end_time(&self) -> Option<ClockTime> {
        match self.shape() {
            Shape::Span { .. } => self.end_point().and_then(|point| point.clock),
            _ => None,
        }
    }

    /// The instant at which it happened or began; none unless a time was written.
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        self.start_point().and_then(|point| point.clock?.instant(point.first))
    }

    /// The instant at which it was over: an interval's written end time, or the one time of a date that is no interval.
    pub fn end_instant(&self) -> Option<DateTime<Utc>> {
        self.end_point().and_then(|point| point.clock?.instant(point.last))
    }

    /// The end of an interval as a date of its own: `2019-10-10` of `2019-10-08/2019-10-10`; none unless it is written, and with its year.
    pub fn end(&self) -> Option<EventDate> {
        match self.shape() {
            Shape::Span { end: End::At(point), .. } if !point.is_yearless() => {
                let text = self.text().rsplit('/').next().unwrap_or_default();
                Some(EventDate::new(text.trim(), Shape::Point(*point)))
            }
            _ => None,
        }
    }

    /// How finely the date is known: of an interval its start (its end, if the start has no date), of a set the coarsest.
    pub fn precision(&self) -> Precision {
        let mut precisions = self.points().map(Point::precision);
        let precision = if self.is_set() { precisions.min() } else { precisions.next() };
        precision.unwrap_or(Precision::Unknown)
    }

    /// Tells whether not even the year is known.
    pub fn is_unknown(&self) -> bool {
        match self.shape() {
            Shape::Unknown => true,
            Shape::Point(point) => point.is_yearless(),
            Shape::Span { .. } => self.points().all(Point::is_yearless),
            Shape::Set { .. } => self.points().any(Point::is_yearless),
        }
    }

    /// Tells whether it has a start and an end, one of which may be open or not known.
    pub fn is_interval(&self) -> bool {
        matches!(self.shape(), Shape::Span { .. })
    }

    /// Tells whether it goes on, as in `2017-04/..`; an end that is not known (`2019/`) is not open.
    pub fn is_open_end(&self) -> bool {
        match self.shape() {
            Shape::Span { end, .. } => matches!(end, End::Open | End::AtOrBeyond(_)),
            Shape::Set { members, .. } => members.iter().any(|member| matches!(member, Member::OrLater(_))),
            _ => false,
        }
    }

    /// Tells whether it has no beginning, as in `../2019`; a start that is not known (`/2019`) is not open.
    pub fn is_open_start(&self) -> bool {
        match self.shape() {
            Shape::Span { start, .. } => matches!(start, End::Open | End::AtOrBeyond(_)),
            Shape::Set { members, .. } => members.iter().any(|member| matches!(member, Member::OrEarlier(_))),
            _ => false,
        }
    }

    /// Tells whether any part is an estimate: `~`, `%`, or significant digits.
    pub fn is_approximate(&self) -> bool {
        self.points().any(Point::is_approximate)
    }

    /// Tells whether the source of any part is in doubt: `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.points().any(Point::is_uncertain)
    }

    /// Tells whether it is a set: one of several dates `[…]`, or all of them `{…}`.
    pub fn is_set(&self) -> bool {
        matches!(self.shape(), Shape::Set { .. })
    }

    /// Tells whether it is one of several dates, not known which: `[2019-10-04,2019-10-05]`.
    pub fn is_one_of(&self) -> bool {
        matches!(self.shape(), Shape::Set { is_one_of: true, .. })
    }

    /// Tells whether it is one day, or a minute of it, without doubt.
    pub fn is_exact(&self) -> bool {
        matches!(self.shape(), Shape::Point(point) if point.is_exact())
    }

    /// Names the day of the week of an exact day ("Monday"); none before the Gregorian calendar.
    pub fn weekday(&self) -> Option<&'static str> {
        self.earliest().filter(|_| self.is_exact())?.weekday()
    }

    /// The date it happened, or the dated start of an interval. Sets have none: their order says nothing.
    pub(super) fn start_point(&self) -> Option<&Point> {
        match self.shape() {
            Shape::Point(point) => Some(point),
            Shape::Span { start: End::At(point), .. } => Some(point),
            _ => None,
        }
    }

    /// The date it happened, or the dated end of an interval.
    pub(super) fn end_point(&self) -> Option<&Point> {
        match self.shape() {
            Shape::Point(point) => Some(point),
            Shape::Span { end: End::At(point), .. } => Some(point),
            _ => None,
        }
    }

    /// All dates written in it, in written order.
    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        let (ends, members): ([Option<&Point>; 2], &[Member]) = match self.shape() {
            Shape::Unknown => ([None, None], &[]),
            Shape::Point(point) => ([Some(point), None], &[]),
            Shape::Span { start, end } => ([start.point(), end.point()], &[]),
            Shape::Set { members, .. } => ([None, None], members),
        };
        ends.into_iter().flatten().chain(members.iter().flat_map(Member::points))
    }
}
