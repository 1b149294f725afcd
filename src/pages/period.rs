//! Years and months: the index of years, and the page of each period.

use serde::Serialize;

use super::frame::Frame;
use super::parts::{CountedLink, NamedLink, Timeline};
use super::route::Route;
use super::site_plan::SitePlan;
use super::strip::Strip;
use crate::date::{CivilDay, EventDate, Precision};
use crate::graph::{EventId, StorylineId};

/// What `templates/pages/dates.html` receives as `dates`.
#[derive(Debug, Clone, Serialize)]
pub struct DateIndex {
    /// In the order of time.
    pub years: Vec<YearLine>,
    /// Those that the settings choose.
    pub periods: Vec<CountedLink>,
}

/// A year in the index, with its months.
#[derive(Debug, Clone, Serialize)]
pub struct YearLine {
    pub name: String,
    pub href: String,
    pub count: usize,
    pub months: Vec<CountedLink>,
}

/// What `templates/pages/period.html` receives as `period`.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodPage {
    /// `October 2019`.
    pub title: String,
    /// The months of a year; empty for a month.
    pub months: Vec<CountedLink>,
    /// The events of a year on one line of time.
    pub strip: Option<Strip>,
    pub timeline: Timeline,
    pub previous: Option<NamedLink>,
    pub next: Option<NamedLink>,
}

impl SitePlan<'_> {
    /// The view of the index of years.
    pub(super) fn date_index(&self) -> (Frame, DateIndex) {
        let years = self.outline.years.iter().map(|(&year, events)| YearLine {
            name: self.year_name(year),
            href: Route::period(year, None).href(),
            count: events.len(),
            months: self.month_counts(year),
        });
        let frame = self.frame(&Route::index("dates"), self.say("Dates"), self.say("The events by year and month"));
        (frame, DateIndex { years: years.collect(), periods: self.chosen_period_links() })
    }

    /// The view of a year. A year with many events shows its months and its key events only.
    pub(super) fn year_page(&self, year: i64) -> (Frame, PeriodPage) {
        let events = self.outline.years.get(&year).map_or(&[][..], Vec::as_slice);
        let shown: Vec<EventId> = if events.len() <= super::timeline::PAGE_SIZE {
            events.to_vec()
        } else {
            events.iter().copied().filter(|&id| self.graph.event(id).is_key()).collect()
        };
        let link = |year: &i64| NamedLink { name: self.year_name(*year), href: Route::period(*year, None).href() };
        let mut timeline = self.timeline_within(&shown, |day| day.year() == year);
        timeline.total = events.len();
        let page = PeriodPage {
            title: self.year_name(year),
            months: self.month_counts(year),
            strip: self.strip(events, false, self.is_mirrored(None)),
            timeline,
            previous: self.outline.years.range(..year).next_back().map(|(year, _)| link(year)),
            next: self.outline.years.range(year + 1..).next().map(|(year, _)| link(year)),
        };
        let mut frame = self.frame(&Route::period(year, None), page.title.clone(), self.about_period(None, &page.title));
        frame.breadcrumbs = vec![NamedLink { name: self.say("Dates"), href: Route::index("dates").href() }];
        (frame, page)
    }

    /// The view of a month.
    pub(super) fn month_page(&self, year: i64, month: u8) -> (Frame, PeriodPage) {
        let events = self.outline.months_of_site.get(&(year, month)).map_or(&[][..], Vec::as_slice);
        let link = |(year, month): &(i64, u8)| self.month_by_number(*year, *month);
        let page = PeriodPage {
            title: self.month_name(year, month),
            months: Vec::new(),
            strip: None,
            timeline: self.timeline_within(events, |day| (day.year(), day.month()) == (year, month)),
            previous: self.outline.months_of_site.range(..(year, month)).next_back().map(|(at, _)| link(at)),
            next: self.outline.months_of_site.range((year, month + 1)..).next().map(|(at, _)| link(at)),
        };
        let mut frame = self.frame(&Route::period(year, Some(month)), page.title.clone(), self.about_period(None, &page.title));
        frame.breadcrumbs = vec![
            NamedLink { name: self.say("Dates"), href: Route::index("dates").href() },
            NamedLink { name: self.year_name(year), href: Route::period(year, None).href() },
        ];
        (frame, page)
    }

    fn month_counts(&self, year: i64) -> Vec<CountedLink> {
        let months = self.outline.months_of_site.range((year, 1)..=(year, 12));
        months
            .map(|((year, month), events)| {
                let NamedLink { name, href } = self.month_by_number(*year, *month);
                CountedLink { name, href, count: events.len() }
            })
            .collect()
    }

    /// Every year that has events, with a link and a count.
    pub(super) fn year_links(&self) -> Vec<CountedLink> {
        let years = self.outline.years.iter();
        years
            .map(|(year, events)| CountedLink { name: self.year_name(*year), href: Route::period(*year, None).href(), count: events.len() })
            .collect()
    }

    fn month_by_number(&self, year: i64, month: u8) -> NamedLink {
        NamedLink { name: self.month_name(year, month), href: Route::period(year, Some(month)).href() }
    }

    /// What a page of a period holds, in words.
    pub(super) fn about_period(&self, storyline: Option<StorylineId>, date: &str) -> String {
        match storyline {
            Some(id) => self.say_with("Events of «{title}» in {date}", &[("title", &self.graph.storyline(id).title), ("date", date)]),
            None => self.say_with("Events of {date}", &[("date", date)]),
        }
    }

    /// The page of the month in which a date begins.
    pub(super) fn month_link(&self, date: &EventDate) -> Option<NamedLink> {
        let (year, month) = month_of(date)?;
        self.outline.months_of_site.contains_key(&(year, month)).then(|| self.month_by_number(year, month))
    }
}

/// The year in which a date begins; none where that is open or not known.
pub(super) fn year_of(date: &EventDate) -> Option<i64> {
    let precision = date.precision();
    let is_known = !matches!(precision, Precision::Century | Precision::Decade);
    date.earliest().filter(|day| is_known && !date.is_unknown() && (1..=9999).contains(&day.year())).map(|day| day.year())
}

/// The month in which a date begins; none where the date does not say it.
pub(super) fn month_of(date: &EventDate) -> Option<(i64, u8)> {
    let is_known = matches!(date.precision(), Precision::Month | Precision::Day | Precision::Minute);
    let year = year_of(date).filter(|_| is_known)?;
    Some((year, date.earliest()?.month()))
}

/// The day on which a date begins: the first that it may be, where it says at least the month.
pub(super) fn begin_of(date: &EventDate) -> Option<CivilDay> {
    month_of(date).and_then(|_| date.earliest())
}
