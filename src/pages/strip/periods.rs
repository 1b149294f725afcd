//! The periods of a strip: how many events fall into each month or year. They are the strip in words, and its bars where events are many.

use std::collections::BTreeMap;

use super::axis::{Axis, SLOTS, first_of_month, month_number, year_step};
use crate::date::{self, CivilDay};
use crate::pages::parts::CountedLink;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::words::Words;

/// A month, a year or a round number of years, with its events.
pub(super) struct Period {
    pub first: CivilDay,
    /// The first day after it.
    pub end: CivilDay,
    pub link: CountedLink,
}

/// How an axis is divided: into months, or into so many years.
#[derive(Clone, Copy)]
enum Division {
    Months,
    Years(i64),
}

impl Division {
    fn of(axis: &Axis) -> Self {
        let most = SLOTS as i64;
        if axis.month_count() <= most { Self::Months } else { Self::Years(year_step(axis.last.year() - axis.first.year(), most - 1)) }
    }

    fn number(self, day: CivilDay) -> i64 {
        match self {
            Self::Months => month_number(day),
            Self::Years(step) => day.year().div_euclid(step),
        }
    }

    fn first_day(self, number: i64) -> Option<CivilDay> {
        match self {
            Self::Months => first_of_month(number),
            Self::Years(step) => CivilDay::new(number * step, 1, 1),
        }
    }

    /// The name of a day's month or year.
    fn name(self, words: &Words, day: CivilDay) -> String {
        match self {
            Self::Months => date::month_in_words(words, day.year(), day.month()),
            Self::Years(_) => date::year_in_words(words, day.year()),
        }
    }
}

/// The month or year in which an axis begins, and that in which it ends.
pub(super) fn ends(words: &Words, axis: &Axis) -> (String, String) {
    let division = Division::of(axis);
    (division.name(words, axis.first), division.name(words, axis.last))
}

/// Counts days by the periods of the axis; no more than there are slots, and none that is empty.
pub(super) fn periods(plan: &SitePlan, axis: &Axis, days: impl Iterator<Item = CivilDay>) -> Vec<Period> {
    let division = Division::of(axis);
    let mut counts: BTreeMap<i64, (CivilDay, usize)> = BTreeMap::new();
    for day in days {
        counts.entry(division.number(day)).or_insert((day, 0)).1 += 1;
    }
    let period = |(number, (day, count)): (i64, (CivilDay, usize))| {
        let (first, end) = (division.first_day(number)?, division.first_day(number + 1)?);
        let name = match division {
            Division::Years(step) if step > 1 => format!("{} – {}", division.name(plan.words(), first), plan.year_name(end.year() - 1)),
            _ => division.name(plan.words(), first),
        };
        let month = matches!(division, Division::Months).then_some(Route::period(day.year(), Some(day.month())));
        let pages = month.into_iter().chain([Route::period(day.year(), None), Route::index("events")]);
        let href = pages.into_iter().find(|route| plan.has(route))?.href();
        Some(Period { first, end, link: CountedLink { name, href, count } })
    };
    counts.into_iter().filter_map(period).collect()
}
