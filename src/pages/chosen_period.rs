//! Periods that the settings choose: any days from one to another, of the whole story or of a storyline, with an address to be quoted.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::parts::{CountedLink, NamedLink};
use super::period::{PeriodPage, begin_of};
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::date::{CivilDay, EventDate};
use crate::diagnostic::{Code, Diagnostic, Origin, Report, nearest};
use crate::graph::{EventId, StorylineId};

/// Days from the first to the last; in the order of time, and those of the whole story before those of storylines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    first: CivilDay,
    last: CivilDay,
    storyline: Option<StorylineId>,
}

/// The events of each chosen period.
pub(super) type ChosenPeriods = BTreeMap<Stretch, Vec<EventId>>;

impl SitePlan<'_> {
    /// Finds the events of the periods that the settings choose. An event is in the period in which its date begins.
    pub(super) fn find_chosen_periods(&self, report: &mut Report) -> ChosenPeriods {
        let mut found = ChosenPeriods::new();
        for period in &self.config.periods {
            let named = period.storyline.as_ref().map(|id| self.storyline_ids().find(|&it| self.graph.storyline(it).id.as_str() == id));
            let storyline = match named {
                Some(None) => {
                    let id = period.storyline.as_deref().unwrap_or_default();
                    let ids = self.graph.storylines.iter().map(|storyline| storyline.id.as_str());
                    let help = nearest(id, ids).map(|near| format!("did you mean `{near}`?"));
                    let message = format!("the period is one of a storyline `{id}`, which there is not");
                    report.push(Diagnostic::new(Code::BadSetting, message).at(period.at.clone()).maybe_help(help));
                    continue;
                }
                Some(storyline) => storyline,
                None => None,
            };
            let days = period.first..=period.last;
            let mut events = match storyline {
                Some(id) => self.graph.storyline(id).events.clone(),
                None => {
                    let (from, to) = (month_number(period.first), month_number(period.last));
                    self.outline.months_of_site.range(from..=to).flat_map(|(_, events)| events).copied().collect()
                }
            };
            events.retain(|&event| begin_of(&self.graph.event(event).date).is_some_and(|day| days.contains(&day)));
            events.sort_unstable();
            found.insert(Stretch { first: period.first, last: period.last, storyline }, events);
        }
        found
    }

    /// The pages of the chosen periods.
    pub(super) fn add_chosen_periods(&mut self) {
        let stretches: Vec<Stretch> = self.outline.chosen_periods.keys().copied().collect();
        for stretch in stretches {
            self.add(self.stretch_route(stretch), Subject::Period(stretch), Origin::File(crate::config::FILE_NAME.to_owned()));
        }
    }

    /// Where the page of a chosen period is.
    pub(super) fn stretch_route(&self, stretch: Stretch) -> Route {
        let storyline = stretch.storyline.map(|id| &self.graph.storyline(id).id);
        Route::stretch(storyline, stretch.first, stretch.last)
    }

    /// The view of a chosen period.
    pub(super) fn chosen_period_page(&self, stretch: Stretch) -> (Frame, PeriodPage) {
        let events = self.outline.chosen_periods.get(&stretch).map_or(&[][..], Vec::as_slice);
        let page = PeriodPage {
            title: self.stretch_name(stretch),
            months: Vec::new(),
            strip: None,
            timeline: self.timeline_within(events, |day| (stretch.first..=stretch.last).contains(&day)),
            previous: None,
            next: None,
        };
        let mut frame = self.frame(&self.stretch_route(stretch), page.title.clone(), self.about_stretch(stretch));
        frame.breadcrumbs = match stretch.storyline {
            Some(id) => vec![NamedLink { name: self.say("Storylines"), href: Route::index("storylines").href() }, self.storyline_link(id)],
            None => vec![NamedLink { name: self.say("Dates"), href: Route::index("dates").href() }],
        };
        (frame, page)
    }

    /// What the page of a chosen period holds, in words.
    pub(super) fn about_stretch(&self, stretch: Stretch) -> String {
        self.about_period(None, &self.stretch_name(stretch))
    }

    /// A link to each chosen period, with the number of its events.
    pub(super) fn chosen_period_links(&self) -> Vec<CountedLink> {
        let link = |(&stretch, events): (&Stretch, &Vec<EventId>)| CountedLink {
            name: self.stretch_name(stretch),
            href: self.stretch_route(stretch).href(),
            count: events.len(),
        };
        self.outline.chosen_periods.iter().map(link).collect()
    }

    /// «1–15 October 2019», after the name of its storyline.
    fn stretch_name(&self, stretch: Stretch) -> String {
        let text = stretch.edtf();
        let days = EventDate::parse(&text, self.config.timezone).map_or(text, |date| date.words(self.words()));
        match stretch.storyline {
            Some(id) => format!("{}{}{days}", self.graph.storyline(id).title, self.say(", ")),
            None => days,
        }
    }
}

impl Stretch {
    /// The days as an EDTF interval, or the one day.
    pub(super) fn edtf(self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{}/{}", self.first, self.last) }
    }
}

fn month_number(day: CivilDay) -> (i64, u8) {
    (day.year(), day.month())
}
