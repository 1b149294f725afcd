//! The timeline as slides and bands, for programs that show one: what happened from when to when, with its picture and its row.

use super::{Completeness, DataEvent, DownloadScope};
use crate::date::{DateParts, EventDate};
use crate::graph::EventId;
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::FeedSubject;

/// A timeline.
#[derive(Debug, Clone)]
pub struct TimelineFile {
    pub title: String,
    pub summary: String,
    pub url: String,
    /// The events that have a date on a scale, in the order of the timeline.
    pub slides: Vec<Slide>,
    /// Background periods.
    pub eras: Vec<EraBand>,
    /// Events whose date is not known.
    pub undated: Vec<DataEvent>,
}

/// An event as a slide.
#[derive(Debug, Clone)]
pub struct Slide {
    pub event: DataEvent,
    pub start: DateParts,
    /// Where it differs from the start.
    pub end: Option<DateParts>,
    /// The date in words, where the numbers say less than the author did.
    pub date_words: Option<String>,
    /// The row that it stands in: its first storyline.
    pub row: Option<String>,
}

/// A background period; it has an end, if only because the story is told no further.
#[derive(Debug, Clone)]
pub struct EraBand {
    pub title: String,
    pub start: DateParts,
    pub end: DateParts,
    /// It went on when the story was last told.
    pub is_ongoing: bool,
}

impl SitePlan<'_> {
    /// The timeline of a scope.
    pub fn timeline_file(&self, scope: DownloadScope) -> TimelineFile {
        let (title, url) = self.named(scope);
        let summary = match scope {
            DownloadScope::Of(FeedSubject::Storyline(id)) => self.graph.storyline(id).summary.clone().unwrap_or_default(),
            _ => self.config.description.clone(),
        };
        let mut file = TimelineFile { title, summary, url, slides: Vec::new(), eras: Vec::new(), undated: Vec::new() };
        for id in self.events_in(scope) {
            let event = self.graph.event(id);
            let data = self.data_event(id, Completeness::WithoutText);
            match ends(&event.date) {
                Some((start, end)) => {
                    if event.is_era {
                        file.eras.extend(self.era_band(id, start));
                    }
                    let date_words = Some(data.date_text.clone()).filter(|_| !event.date.is_exact());
                    // A storyline is one row.
                    let row = data.storylines.first().map(|storyline| storyline.name.clone());
                    let row = row.filter(|_| scope == DownloadScope::Of(FeedSubject::Site));
                    file.slides.push(Slide { event: data, start, end, date_words, row });
                }
                None => file.undated.push(data),
            }
        }
        file
    }

    /// The band of an era; none where not even today is known.
    fn era_band(&self, id: EventId, start: DateParts) -> Option<EraBand> {
        let event = self.graph.event(id);
        let own_end = event.date.last_parts();
        let end = own_end.or_else(|| self.graph.today.as_ref()?.last_parts())?;
        Some(EraBand { title: event.title.clone(), start, end, is_ongoing: own_end.is_none() })
    }
}

/// The two ends of a date; an open beginning gives way to the end.
fn ends(date: &EventDate) -> Option<(DateParts, Option<DateParts>)> {
    let last = date.last_parts();
    match date.first_parts() {
        Some(first) => Some((first, last.filter(|last| *last != first))),
        None => last.map(|last| (last, None)),
    }
}
