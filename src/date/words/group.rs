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

impl Wording {
    /// "8 to 10 October 2019", in short "8–10 Oct 2019".
    pub(super) fn range(self, first: &Point, last: &Point) -> String {
        if let (Some(_), Some(_)) = (first.clock, last.clock) {
            return self.timed_range(first, last);
        }
        if first == last {
            return self.point(first);
        }
        self.join(&[first, last], |said| self.spanned(said))
    }

    /// Says dates with what they share said once, at the end; `joined` puts the parts together.
    pub(super) fn join(self, points: &[&Point], joined: impl Fn(&[String]) -> String) -> String {
        let plain: Option<Vec<Plain>> = points.iter().map(|point| Plain::of(point)).collect();
        let full = |point: &&Point| self.point(point);
        let Some((first, plain)) = plain.as_ref().and_then(|plain| Some((plain.first()?, plain))) else {
            return joined(&points.iter().map(full).collect::<Vec<_>>());
        };
        let is_same_kind = plain.iter().all(|other| other.day.is_some() == first.day.is_some() && other.month.is_some());
        let is_same_year = plain.iter().all(|other| other.year == first.year);
        let is_same_month = plain.iter().all(|other| other.month == first.month);
        let year = calendar::year(first.year);
        let day = |date: &Plain| date.day.map_or_else(String::new, |day| day.to_string());
        let month = |date: &Plain| calendar::month(date.month.unwrap_or_default(), self.is_short);
        if is_same_kind && is_same_year && is_same_month && first.day.is_some() {
            let days = joined(&plain.iter().map(day).collect::<Vec<_>>());
            return self.dated(&format!("{days} {}", month(first)), &year);
        }
        if is_same_kind && is_same_year {
            let named = |date: &Plain| format!("{} {}", day(date), month(date)).trim().to_owned();
            return self.dated(&joined(&plain.iter().map(named).collect::<Vec<_>>()), &year);
        }
        joined(&points.iter().map(full).collect::<Vec<_>>())
    }

    /// "7 October 2019, 17:00 to 19:00 (UTC−4)": the day and the offset are said once when shared.
    fn timed_range(self, first: &Point, last: &Point) -> String {
        let (Some(from), Some(until)) = (first.clock, last.clock) else { return self.spanned(&[self.point(first), self.point(last)]) };
        if from.offset_minutes != until.offset_minutes {
            return self.spanned(&[self.point(first), self.point(last)]);
        }
        let day = |point: &Point| self.point(&Point { clock: None, ..*point });
        let behind = if self.is_short { String::new() } else { format!(" ({})", offset(from)) };
        if first.first == last.first {
            return format!("{}, {}{behind}", day(first), self.spanned(&[time(from), time(until)]));
        }
        let said = [format!("{}, {}", day(first), time(from)), format!("{}, {}", day(last), time(until))];
        format!("{}{behind}", self.spanned(&said))
    }

    fn spanned(self, said: &[String]) -> String {
        let between = match self.is_short {
            false => " to ",
            true if said.iter().any(|words| words.contains(' ')) => " – ",
            true => "–",
        };
        said.join(between)
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
