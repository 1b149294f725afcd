//! Several dates in one phrase.
//!
//! In: points. Out: "8 to 10 October 2019", "July 2018 to October 2019", "4 or 5 October 2019".
//! Never: a shared month or year that the dates do not share, or one that is in doubt.

use super::super::point::{Doubt, Field, Point, Year};
use super::point::{offset, time};
use super::{Wording, calendar};

/// A day, month or year without doubt, mask, season or time.
struct Plain {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
}

impl Wording<'_> {
    /// "8 to 10 October 2019", in short "8–10 Oct 2019".
    pub(super) fn range(self, first: &Point, last: &Point) -> String {
        if let (Some(_), Some(_)) = (first.clock, last.clock) {
            return self.timed_range(first, last);
        }
        if first == last {
            return self.point(first);
        }
        let is_of_days = [first, last].iter().all(|point| Plain::of(point).is_some_and(|plain| plain.day.is_some()));
        self.join(&[first, last], |said| match said {
            [first, last] if is_of_days && !self.is_short => {
                self.words.fill("{first_day} to {last_day}", &[("first_day", first), ("last_day", last)])
            }
            [first, last] => self.spanned(first, last),
            _ => said.concat(),
        })
    }

    /// Says dates with what they share said once; `joined` puts the parts together.
    pub(super) fn join(self, points: &[&Point], joined: impl Fn(&[String]) -> String) -> String {
        let plain: Option<Vec<Plain>> = points.iter().map(|point| Plain::of(point)).collect();
        let full = |point: &&Point| self.point(point);
        let Some((first, plain)) = plain.as_ref().and_then(|plain| Some((plain.first()?, plain))) else {
            return joined(&points.iter().map(full).collect::<Vec<_>>());
        };
        let is_same_kind = plain.iter().all(|other| other.day.is_some() == first.day.is_some() && other.month.is_some());
        let is_same_year = plain.iter().all(|other| other.year == first.year);
        let is_same_month = plain.iter().all(|other| other.month == first.month);
        let year = self.year(first.year);
        let month = |date: &Plain| self.month(date.month.unwrap_or_default());
        if is_same_kind && is_same_year && is_same_month && first.day.is_some() {
            let day = |date: &Plain| date.day.map_or_else(String::new, |day| calendar::day(self.words, day));
            let days = joined(&plain.iter().map(day).collect::<Vec<_>>());
            return self.in_year(&self.days_of_month(&days, &month(first)), &year);
        }
        if is_same_kind && is_same_year {
            let named = |date: &Plain| match (date.day, date.month) {
                (Some(day), Some(month)) => self.day_of_month(day, month),
                _ => month(date),
            };
            return self.in_year(&joined(&plain.iter().map(named).collect::<Vec<_>>()), &year);
        }
        joined(&points.iter().map(full).collect::<Vec<_>>())
    }

    /// "7 October 2019, 17:00 to 19:00 (UTC−4)": the day and the offset are said once when shared.
    fn timed_range(self, first: &Point, last: &Point) -> String {
        let apart = || self.spanned(&self.point(first), &self.point(last));
        let (Some(from), Some(until)) = (first.clock, last.clock) else { return apart() };
        if from.offset_minutes != until.offset_minutes {
            return apart();
        }
        let day = |point: &Point| self.point(&Point { clock: None, ..*point });
        let said = if first.first == last.first {
            self.at(&day(first), &self.spanned(&time(from), &time(until)))
        } else {
            self.spanned(&self.at(&day(first), &time(from)), &self.at(&day(last), &time(until)))
        };
        if self.is_short { said } else { self.noted(&said, &offset(from)) }
    }

    /// From one to another; in short by a dash, which has spaces around it where the parts have spaces in them.
    pub(super) fn spanned(self, from: &str, until: &str) -> String {
        let values = [("from", from), ("until", until)];
        match self.is_short {
            false => self.words.fill("{from} to {until}", &values),
            true if from.contains(' ') || until.contains(' ') => self.words.fill("{from} – {until}", &values),
            true => self.words.fill("{from}–{until}", &values),
        }
    }

    /// "a", "a or b", "a, b or c".
    pub(super) fn listed(self, said: &[String], is_one_of: bool) -> String {
        match said {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(&self.words.say(", "));
                let values = [("first", first.as_str()), ("last", last)];
                if is_one_of { self.words.fill("{first} or {last}", &values) } else { self.and(&first, last) }
            }
        }
    }

    pub(super) fn and(self, first: &str, last: &str) -> String {
        self.words.fill("{first} and {last}", &[("first", first), ("last", last)])
    }
}

impl Plain {
    fn of(point: &Point) -> Option<Plain> {
        let Year::Known(year) = point.year else { return None };
        let is_known = |field: Option<Field>| field.is_none_or(|field| field.known().is_some_and(|value| value < 32));
        let is_month = point.month.and_then(Field::known).is_none_or(|month| month <= 12);
        let is_plain =
            is_month && is_known(point.month) && is_known(point.day) && point.clock.is_none() && point.whole_doubt() == Some(Doubt::NONE);
        is_plain.then(|| Plain { year, month: point.month.and_then(Field::known), day: point.day.and_then(Field::known) })
    }
}
