//! Slices of a storyline: the events of one of its months, a page each.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::parts::{NamedLink, Timeline};
use super::period::{PeriodPage, month_of};
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::graph::{EventId, StorylineId};

/// The events of each storyline by month.
pub(super) type Slices = BTreeMap<(StorylineId, i64, u8), Vec<EventId>>;

impl SitePlan<'_> {
    /// Groups the events of each storyline by month. A storyline that lies within one month is its own slice and has none.
    pub(super) fn slice_storylines(&self) -> Slices {
        let mut slices = Slices::new();
        for id in self.storyline_ids() {
            let mut own = Slices::new();
            let mut events = self.graph.storyline(id).events.clone();
            events.sort_unstable();
            for event in events {
                if let Some((year, month)) = month_of(&self.graph.event(event).date) {
                    own.entry((id, year, month)).or_default().push(event);
                }
            }
            if own.len() > 1 {
                slices.append(&mut own);
            }
        }
        slices
    }

    /// The pages of all slices.
    pub(super) fn slice_pages(&self) -> Vec<(Route, Subject)> {
        let page = |&(id, year, month): &(StorylineId, i64, u8)| {
            (Route::slice(&self.graph.storyline(id).id, year, month), Subject::Slice(id, year, month))
        };
        self.outline.slices.keys().map(page).collect()
    }

    /// The view of a storyline in a month.
    pub(super) fn slice_page(&self, id: StorylineId, year: i64, month: u8) -> (Frame, PeriodPage) {
        let storyline = self.storyline_link(id);
        let slug = &self.graph.storyline(id).id;
        let events = self.outline.slices.get(&(id, year, month)).map_or(&[][..], Vec::as_slice);
        let link = |&(_, year, month): &(StorylineId, i64, u8)| NamedLink {
            name: self.month_name(year, month),
            href: Route::slice(slug, year, month).href(),
        };
        let (first, last) = ((id, i64::MIN, 0), (id, i64::MAX, u8::MAX));
        let title = format!("{}{}{}", storyline.name, self.say(", "), self.month_name(year, month));
        let page = PeriodPage {
            title: title.clone(),
            months: Vec::new(),
            strip: None,
            timeline: self.timeline_within(events, |day| (day.year(), day.month()) == (year, month)),
            previous: self.outline.slices.range(first..(id, year, month)).next_back().map(|(at, _)| link(at)),
            next: self.outline.slices.range((id, year, month + 1)..=last).next().map(|(at, _)| link(at)),
        };
        let about = self.about_period(Some(id), &self.month_name(year, month));
        let mut frame = self.frame(&Route::slice(slug, year, month), title, about);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Storylines"), href: Route::index("storylines").href() }, storyline];
        (frame, page)
    }

    /// Leads the months of a storyline's timeline to its own slices.
    pub(super) fn lead_to_slices(&self, id: StorylineId, timeline: &mut Timeline) {
        let slug = &self.graph.storyline(id).id;
        for month in &mut timeline.months {
            let Some((year, number)) = month.id.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)))
            else {
                continue;
            };
            if self.outline.slices.contains_key(&(id, year, number)) {
                month.href = Some(Route::slice(slug, year, number).href());
            }
        }
    }
}
