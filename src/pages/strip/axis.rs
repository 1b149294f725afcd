//! The axis of a strip: where a day stands between the first and the last, and the months or years that are named on it.
//!
//! In: days. Out: shares of the width, written as percentages, so that a strip fits any screen. Never: an event, an address.

use serde::Serialize;

use crate::date::{self, CivilDay};
use crate::words::Words;

/// A line at the beginning of a month or year, with its name.
#[derive(Debug, Clone, Serialize)]
pub struct StripTick {
    pub x: String,
    pub name: String,
    /// The page of its month or year, where there is one: the strip drawn closer.
    pub href: Option<String>,
}

/// A stretch of time on a strip. From right to left, it begins on the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    pub first: CivilDay,
    pub last: CivilDay,
    pub is_mirrored: bool,
}

/// A strip is divided into so many slots.
pub(super) const SLOTS: usize = 120;
/// Free space at each end, in hundredths of the width.
const MARGIN: f64 = 1.0;
/// So many ticks fit on a phone.
const TICKS: i64 = 6;
/// From so many months on, ticks name years.
const MONTHS: i64 = 36;

impl Axis {
    /// The axis from the first of the days to the last; none where all fall on one day.
    pub fn around(days: impl Iterator<Item = CivilDay> + Clone, is_mirrored: bool) -> Option<Self> {
        let (first, last) = (days.clone().min()?, days.max()?);
        (first < last).then_some(Self { first, last, is_mirrored })
    }

    /// The share of the stretch that lies before a day: 0 for the first, 1 for the last; days beyond stand at the ends.
    fn share(&self, day: CivilDay) -> f64 {
        let whole = (self.last.number() - self.first.number()) as f64;
        ((day.number() - self.first.number()) as f64 / whole).clamp(0.0, 1.0)
    }

    /// The slot in which a day falls, from 0.
    pub fn slot(&self, day: CivilDay) -> usize {
        // A share is between 0 and 1.
        ((self.share(day) * SLOTS as f64) as usize).min(SLOTS - 1)
    }

    /// Where a day stands.
    pub fn x(&self, day: CivilDay) -> String {
        self.percent(self.share(day), 0.0)
    }

    /// The left edge and the width of a slot, without the gap to the next.
    pub fn slot_edges(&self, slot: usize) -> (String, String) {
        let width = 1.0 / SLOTS as f64;
        self.edges(slot as f64 * width, (slot as f64 + 0.85) * width)
    }

    /// The left edge and the width of a stretch of days.
    pub fn span_edges(&self, from: CivilDay, until: CivilDay) -> (String, String) {
        let (from, until) = (self.share(from), self.share(until));
        self.edges(from, until.max(from + 0.004))
    }

    fn edges(&self, from: f64, until: f64) -> (String, String) {
        let width = (until - from) * (100.0 - 2.0 * MARGIN);
        (self.percent(from, width), format!("{width:.2}%"))
    }

    /// A share of the width as a percentage; from right to left, what is `width` wide reaches to the left.
    fn percent(&self, share: f64, width: f64) -> String {
        let at = MARGIN + share * (100.0 - 2.0 * MARGIN);
        let at = if self.is_mirrored { 100.0 - at - width } else { at };
        format!("{at:.2}%")
    }

    /// The number of months that the axis touches.
    pub fn month_count(&self) -> i64 {
        month_number(self.last) - month_number(self.first) + 1
    }

    /// Names months, or years where there are many, so that there are never more than fit.
    pub fn ticks(&self, words: &Words, link: impl Fn(i64, Option<u8>) -> Option<String>) -> Vec<StripTick> {
        let has_months = self.month_count() <= MONTHS;
        let days = if has_months { self.months() } else { self.years() };
        // A name at the very edge would be cut off.
        let is_inside = |day: &CivilDay| (0.05..=0.95).contains(&self.share(*day));
        let name = |day: CivilDay| {
            if has_months { date::month_in_short(words, day.year(), day.month()) } else { date::year_in_words(words, day.year()) }
        };
        days.into_iter()
            .filter(is_inside)
            .map(|day| StripTick { x: self.x(day), name: name(day), href: link(day.year(), has_months.then(|| day.month())) })
            .collect()
    }

    fn months(&self) -> Vec<CivilDay> {
        let step = [1, 2, 3].into_iter().find(|step| self.month_count() / step <= TICKS).unwrap_or(6);
        let from = month_number(self.first).div_euclid(step) + 1;
        let until = month_number(self.last).div_euclid(step);
        (from..=until).filter_map(|at| first_of_month(at * step)).collect()
    }

    fn years(&self) -> Vec<CivilDay> {
        let step = year_step(self.last.year() - self.first.year(), TICKS);
        let from = self.first.year().div_euclid(step) + 1;
        let until = self.last.year().div_euclid(step);
        (from..=until).filter_map(|at| CivilDay::new(at * step, 1, 1)).collect()
    }
}

/// The least round number of years by which `years` come in `most` steps or fewer.
pub(super) fn year_step(years: i64, most: i64) -> i64 {
    let mut power = 1;
    loop {
        if let Some(step) = [1, 2, 5].into_iter().map(|digit| digit * power).find(|step| years / step <= most) {
            return step;
        }
        power *= 10;
    }
}

/// Months counted from the year 0 on.
pub(super) fn month_number(day: CivilDay) -> i64 {
    day.year() * 12 + i64::from(day.month()) - 1
}

/// The first day of a month by its number.
pub(super) fn first_of_month(number: i64) -> Option<CivilDay> {
    CivilDay::new(number.div_euclid(12), u8::try_from(number.rem_euclid(12)).ok()? + 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(first: (i64, u8, u8), last: (i64, u8, u8), is_mirrored: bool) -> Axis {
        let days = [first, last].map(|(year, month, day)| CivilDay::new(year, month, day).unwrap());
        Axis::around(days.into_iter(), is_mirrored).unwrap()
    }

    #[test]
    fn ticks_are_never_more_than_fit_whatever_the_span() {
        for (first, last) in [
            ((2019, 10, 1), (2019, 10, 3)),
            ((2018, 7, 6), (2020, 1, 15)),
            ((1949, 1, 1), (2020, 1, 1)),
            ((-4_000_000, 1, 1), (2020, 1, 1)),
        ] {
            let ticks = axis(first, last, false).ticks(&Words::default(), |_, _| None);
            assert!(ticks.len() <= 7, "{first:?}: {ticks:?}");
        }
        let names: Vec<String> =
            axis((2018, 7, 6), (2020, 1, 15), false).ticks(&Words::default(), |_, _| None).into_iter().map(|tick| tick.name).collect();
        assert_eq!(names, ["Oct 2018", "Jan 2019", "Apr 2019", "Jul 2019", "Oct 2019"]);
    }

    #[test]
    fn from_right_to_left_the_first_day_stands_on_the_right() {
        let (ltr, rtl) = (axis((2019, 1, 1), (2019, 12, 31), false), axis((2019, 1, 1), (2019, 12, 31), true));
        assert_eq!((ltr.x(ltr.first), rtl.x(rtl.first)), ("1.00%".to_owned(), "99.00%".to_owned()));
        assert_eq!(ltr.slot_edges(0).0, "1.00%");
        assert_eq!(rtl.slot_edges(SLOTS - 1).0, "1.12%");
    }

    #[test]
    fn all_events_on_one_day_have_no_axis() {
        let day = CivilDay::new(2019, 10, 7).unwrap();
        assert!(Axis::around([day, day].into_iter(), false).is_none());
    }
}
