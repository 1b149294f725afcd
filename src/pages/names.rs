//! Words that several pages use for the graph's own terms, and links to records by name.

use super::Shared;
use super::parts::{DateLabel, NamedLink, StatusLabel};
use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::kinds::event::{ClaimStatus, Status};
use crate::date::EventDate;
use crate::graph::{ActorId, Event, EventId, PageId, PlaceId, RecordId, SourceId, StorylineId, TermId};
use crate::words::Words;

impl SitePlan<'_> {
    /// An actor by name.
    pub(super) fn actor_link(&self, id: ActorId) -> NamedLink {
        let actor = self.graph.actor(id);
        NamedLink { name: actor.name.clone(), href: Route::record("actors", &actor.id).href() }
    }

    /// A place by name.
    pub(super) fn place_link(&self, id: PlaceId) -> NamedLink {
        let place = self.graph.place(id);
        NamedLink { name: place.name.clone(), href: Route::record("places", &place.id).href() }
    }

    /// A storyline by title.
    pub(super) fn storyline_link(&self, id: StorylineId) -> NamedLink {
        let storyline = self.graph.storyline(id);
        NamedLink { name: storyline.title.clone(), href: Route::record("storylines", &storyline.id).href() }
    }

    /// An event by headline.
    pub(super) fn event_link(&self, id: EventId) -> NamedLink {
        let event = self.graph.event(id);
        NamedLink { name: event.title.clone(), href: Route::record("events", &event.id).href() }
    }

    /// A tag by name.
    pub(super) fn tag_link(&self, id: TermId) -> NamedLink {
        let tag = &self.graph.tags[id.index()];
        NamedLink { name: tag.name.clone(), href: Route::record("tags", &tag.id).href() }
    }

    /// A term of a taxonomy by name.
    pub(super) fn term_link(&self, taxonomy: usize, id: TermId) -> NamedLink {
        let taxonomy = &self.graph.taxonomies[taxonomy];
        let term = taxonomy.term(id);
        NamedLink { name: term.name.clone(), href: Route::record(taxonomy.id.as_str(), &term.id).href() }
    }

    /// The page of a source; only records have one.
    pub(super) fn source_route(&self, id: SourceId) -> Option<Route> {
        self.graph.source(id).id.as_ref().map(|id| Route::record("sources", id))
    }

    /// A page of the site's own by title.
    pub(super) fn own_page_link(&self, id: PageId) -> NamedLink {
        let page = &self.graph.pages[id.index()];
        NamedLink { name: page.title.clone(), href: Route::own_page(&page.id).href() }
    }

    /// A record of any kind by name; a source without a page has no link.
    pub(super) fn record_link(&self, id: RecordId) -> Option<NamedLink> {
        Some(match id {
            RecordId::Event(id) => self.event_link(id),
            RecordId::Actor(id) => self.actor_link(id),
            RecordId::Place(id) => self.place_link(id),
            RecordId::Storyline(id) => self.storyline_link(id),
            RecordId::Page(id) => self.own_page_link(id),
            RecordId::Source(id) => NamedLink { name: self.graph.source(id).fields.title.clone(), href: self.source_route(id)?.href() },
        })
    }

    /// The date of an event, put into words once for all pages that show it.
    pub(super) fn event_date(&self, id: EventId) -> &DateLabel {
        self.outline.dates.get(id, || date_of_event(self.graph.event(id), self.words()))
    }

    /// The same as pages receive it; it is that of the card.
    pub(super) fn event_date_value(&self, id: EventId) -> Shared {
        self.outline.date_values.get(id, || self.card(id).part("date")).clone()
    }
}

/// The date of an event; the author's words stand where it is not known.
fn date_of_event(event: &Event, words: &Words) -> DateLabel {
    let mut label = date_label(&event.date, words);
    if let Some(own) = &event.date_text {
        label.text = own.clone();
        label.short = own.clone();
    }
    label
}

/// A date as it is shown.
pub(super) fn date_label(date: &EventDate, words: &Words) -> DateLabel {
    DateLabel {
        text: date.words(words),
        short: date.short(words),
        weekday: date.weekday().map(|day| words.say(day)),
        machine: date.machine(),
        edtf: date.text().to_owned(),
        is_exact: date.is_exact(),
        is_unknown: date.is_unknown(),
        is_open: date.is_open_end(),
        is_span: date.is_interval(),
    }
}

/// A status with its meaning.
pub(super) fn status_label(status: Status) -> StatusLabel {
    let meaning = match status {
        Status::Planned => "announced for a day to come",
        Status::Reported => "told by the press, not confirmed by those concerned",
        Status::Alleged => "claimed by named or unnamed sources, not established",
        Status::Confirmed => "confirmed by those concerned or by documents",
        Status::Disputed => "those concerned contradict one another",
        Status::Retracted => "taken back by those who reported it",
        Status::Cancelled => "planned, and did not happen",
    };
    StatusLabel {
        word: status.word().to_owned(),
        meaning: meaning.to_owned(),
        is_notable: status != Status::Confirmed,
        href: Route::status(status).href(),
    }
}

/// What the status of a claim means.
pub(super) fn claim_meaning(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Asserted => "said by the speaker; neither supported nor refuted here",
        ClaimStatus::Supported => "supported by other sources",
        ClaimStatus::Disputed => "others contradict it",
        ClaimStatus::Refuted => "shown to be wrong",
        ClaimStatus::Withdrawn => "taken back by the speaker",
    }
}

/// «1 event», «12 events».
pub(crate) fn count_words(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// A word with a capital letter: «Alleged».
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
