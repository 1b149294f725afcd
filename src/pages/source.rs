//! Sources: the index by publisher, each source record's page, and the notes under other pages.

use serde::Serialize;

use super::Shared;
use super::actor::sort_key;
use super::coverage::Coverage;
use super::frame::Frame;
use super::parts::{Block, CountedLink, NamedLink, PageLink, SourceNote};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::text::Links;
use super::timeline::{PAGE_SIZE, linked_pages};
use crate::graph::{SourceId, Text};

/// What `templates/pages/sources.html` receives as `sources`.
#[derive(Debug, Clone, Serialize)]
pub struct SourceIndex {
    /// The publishers on this page, by name.
    pub publishers: Vec<PublisherGroup>,
    pub count: usize,
    /// How well the events are sourced; on the first page alone.
    pub coverage: Option<Coverage>,
    pub pages: Vec<PageLink>,
    /// The kinds of source, each with the events that rest on it.
    pub kinds: Vec<CountedLink>,
}

/// The sources of one publisher.
#[derive(Debug, Clone, Serialize)]
pub struct PublisherGroup {
    pub name: String,
    pub sources: Vec<SourceLine>,
}

/// A source in the index, with the events that use it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceLine {
    pub note: SourceNote,
    /// The first few events; `note.use_count` says how many there are.
    pub events: Vec<NamedLink>,
}

/// What `templates/pages/source.html` receives as `source`.
#[derive(Debug, Clone, Serialize)]
pub struct SourcePage {
    pub id: String,
    pub note: SourceNote,
    /// The name of its language, in that of the site.
    pub language: Option<String>,
    pub body: Vec<Block>,
    /// The sources that the text cites.
    pub sources: Vec<SourceNote>,
    /// The events that it supports, in the order of the timeline.
    pub events: Vec<Shared>,
}

/// So many events of a source are named in the index.
const EVENTS_IN_INDEX: usize = 3;

impl SitePlan<'_> {
    /// A source as it stands under a page.
    pub(super) fn source_note(&self, id: SourceId, number: usize) -> SourceNote {
        let source = self.graph.source(id);
        let fields = &source.fields;
        SourceNote {
            number,
            title: fields.title.clone(),
            publisher: fields.publisher.clone(),
            authors: fields.authors.clone(),
            url: fields.url.clone(),
            date: fields.date.as_ref().map(|date| self.date_label(date)),
            kind: fields.kind.map(|kind| kind.word().to_owned()),
            archive: fields.archive.clone(),
            accessed: fields.accessed.as_ref().map(|date| self.date_label(date)),
            summary: fields.summary.clone(),
            href: self.source_route(id).map(|route| route.href()),
            lang: fields.lang.clone(),
            use_count: source.events.len(),
            archived_on: fields.archive.as_deref().and_then(archive_day),
            supports: Vec::new(),
        }
    }

    /// The sources that a text other than an event's cites, in the order of their numbers.
    pub(super) fn cited_notes(&self, text: &Text) -> Vec<SourceNote> {
        text.cited.iter().enumerate().map(|(at, &source)| self.source_note(source, at + 1)).collect()
    }

    /// The view of a page of the index of sources.
    pub(super) fn source_index(&self, page: usize) -> (Frame, SourceIndex) {
        let chunks: Vec<&[SourceId]> = self.outline.sources_in_order.chunks(PAGE_SIZE).collect();
        let home = Route::index("sources");
        let mut publishers: Vec<PublisherGroup> = Vec::new();
        for &id in chunks.get(page - 1).copied().unwrap_or_default() {
            let name = self.publisher_of(id).to_owned();
            if publishers.last().is_none_or(|last| last.name != name) {
                publishers.push(PublisherGroup { name, sources: Vec::new() });
            }
            let events = self.graph.source(id).events.iter().take(EVENTS_IN_INDEX).map(|&event| self.event_link(event));
            let line = SourceLine { note: self.source_note(id, 0), events: events.collect() };
            if let Some(last) = publishers.last_mut() {
                last.sources.push(line);
            }
        }
        let span = |chunk: &[SourceId]| match (chunk.first(), chunk.last()) {
            (Some(&first), Some(&last)) => format!("{} – {}", self.publisher_of(first), self.publisher_of(last)),
            _ => String::new(),
        };
        let pages = linked_pages(chunks.len(), ListView::Oldest(page)).map(|number| PageLink {
            number,
            href: home.list(ListView::Oldest(number)).href(),
            is_current: number == page,
            span: chunks.get(number - 1).map_or(String::new(), |chunk| span(chunk)),
        });
        let index = SourceIndex {
            publishers,
            count: self.graph.sources.len(),
            coverage: (page == 1).then(|| self.coverage()),
            pages: pages.collect(),
            kinds: self.source_kind_links(),
        };
        let frame =
            self.frame(&home.list(ListView::Oldest(page)), self.say("Sources"), self.say("The publications that support the events"));
        (frame, index)
    }

    /// The view of a source's page.
    pub(super) fn source_page(&self, id: SourceId) -> (Frame, SourcePage) {
        let source = self.graph.source(id);
        let route = self.source_route(id).unwrap_or_else(|| Route::index("sources"));
        let page = SourcePage {
            id: source.id.as_ref().map(ToString::to_string).unwrap_or_default(),
            note: self.source_note(id, 0),
            language: source.fields.lang.as_deref().map(|tag| self.language_name(tag)),
            body: self.blocks(&source.text, &Links::relative(&route)),
            sources: self.cited_notes(&source.text),
            events: source.events.iter().map(|&event| self.card(event)).collect(),
        };
        let description =
            source.fields.summary.clone().unwrap_or_else(|| self.say_with("A source of {site}", &[("site", &self.config.title)]));
        let mut frame = self.frame(&route, source.fields.title.clone(), description);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Sources"), href: Route::index("sources").href() }];
        (frame, page)
    }

    /// Sources by publisher, then date, then title.
    pub(super) fn order_sources(&self) -> Vec<SourceId> {
        let mut ids: Vec<SourceId> = self.source_ids().collect();
        ids.sort_by_cached_key(|&id| {
            let fields = &self.graph.source(id).fields;
            let date = fields.date.as_ref().map(|date| date.order_key());
            (sort_key(self.publisher_of(id)), date, fields.title.clone(), fields.url.clone())
        });
        ids
    }

    fn publisher_of(&self, id: SourceId) -> &str {
        self.graph.source(id).fields.publisher.as_deref().unwrap_or("Publisher not named")
    }
}

/// The day of a copy in an archive that writes it into the address, as the Wayback Machine does: `…/web/20191010…/`.
fn archive_day(address: &str) -> Option<String> {
    let stamp = address.split('/').find(|part| part.len() >= 8 && part.bytes().take(8).all(|b| b.is_ascii_digit()))?;
    let (year, month, day) = (stamp.get(..4)?, stamp.get(4..6)?, stamp.get(6..8)?);
    let is_day = (1..=12).contains(&month.parse::<u8>().ok()?) && (1..=31).contains(&day.parse::<u8>().ok()?);
    is_day.then(|| format!("{year}-{month}-{day}"))
}
