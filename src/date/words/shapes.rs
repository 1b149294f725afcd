//! The forms of a date in words: one date, an interval, a set.
//!
//! In: a date. Out: "since about April 2017", "2019 – ?", "1667 or 1670 to 1672". Never: the words of one date; see `point.rs`.

use super::super::point::Point;
use super::super::shape::{End, Member, Shape};
use super::super::value::EventDate;
use super::Wording;
use super::doubt::Before;

impl Wording<'_> {
    pub(super) fn say(self, date: &EventDate) -> String {
        match date.shape() {
            Shape::Unknown if self.is_short => self.words.say("Not known"),
            Shape::Unknown => self.words.say("Date not known"),
            Shape::Point(point) => self.point(point),
            Shape::Span { start, end } => self.span(start, end),
            Shape::Set { is_one_of, members } => self.set(*is_one_of, members),
        }
    }

    fn span(self, start: &End, end: &End) -> String {
        match (start, end) {
            (End::At(from), End::At(until)) => self.range(from, until),
            (End::At(from), End::Open) => self.point_after(Before::Since, from),
            (End::Open, End::At(until)) => self.point_after(Before::Until, until),
            (End::At(from), End::Unknown) if self.is_short => {
                self.words.fill("{from} – {until}", &[("from", &self.point(from)), ("until", "?")])
            }
            (End::Unknown, End::At(until)) if self.is_short => {
                self.words.fill("{from} – {until}", &[("from", "?"), ("until", &self.point(until))])
            }
            (End::At(from), End::Unknown) => self.dated("{date}, end unknown", &self.point_after(Before::From, from)),
            (End::Unknown, End::At(until)) => self.dated("{date}, start unknown", &self.point_after(Before::Until, until)),
            _ => self.loose_span(start, end),
        }
    }

    /// An interval of which one end is bounded on one side only, as in `..2004-06-01/2004-06-20..`.
    fn loose_span(self, start: &End, end: &End) -> String {
        let from = match start {
            End::At(point) => self.point(point),
            End::AtOrBeyond(point) => self.dated("{date} or earlier", &self.point(point)),
            End::Open => self.words.say("no known beginning"),
            End::Unknown => self.words.say("an unknown date"),
        };
        let until = match end {
            End::At(point) => self.point(point),
            End::AtOrBeyond(point) => self.dated("{date} or later", &self.point(point)),
            End::Open => return self.dated("since {date}", &from),
            End::Unknown => return self.dated("{date}, end unknown", &self.dated("from {date}", &from)),
        };
        self.words.fill("{from} to {until}", &[("from", &from), ("until", &until)])
    }

    fn set(self, is_one_of: bool, members: &[Member]) -> String {
        let singles: Option<Vec<&Point>> = members
            .iter()
            .map(|member| match member {
                Member::At(point) => Some(point),
                _ => None,
            })
            .collect();
        match singles {
            Some(points) => self.join(&points, |said| self.listed(said, is_one_of)),
            None => self.listed(&members.iter().map(|member| self.member(is_one_of, member)).collect::<Vec<_>>(), is_one_of),
        }
    }

    fn member(self, is_one_of: bool, member: &Member) -> String {
        match (member, is_one_of) {
            (Member::At(point), _) => self.point(point),
            (Member::Range(first, last), _) => self.range(first, last),
            (Member::OrEarlier(point), true) => self.dated("{date} or earlier", &self.point(point)),
            (Member::OrEarlier(point), false) => self.dated("{date} and before", &self.point(point)),
            (Member::OrLater(point), true) => self.dated("{date} or later", &self.point(point)),
            (Member::OrLater(point), false) => self.dated("{date} and after", &self.point(point)),
        }
    }
}
