//! Kinds of source: the index of them, and the events that rest on sources of one kind.

use std::collections::BTreeSet;

use super::frame::Frame;
use super::list::ListPage;
use super::names::capitalised;
use super::parts::{CountedLink, NamedLink};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::term::TermIndex;
use crate::content::kinds::source::SourceKind;
use crate::graph::EventId;

/// What the index is called.
const LABEL: &str = "Source kinds";

impl SitePlan<'_> {
    /// The kinds of the sources of an event, each once.
    pub(super) fn source_kinds_of(&self, id: EventId) -> BTreeSet<SourceKind> {
        self.graph.event(id).sources.iter().filter_map(|used| self.graph.source(used.source).fields.kind).collect()
    }

    /// The page of a kind of source, by its word.
    pub(super) fn source_kind_link(&self, kind: SourceKind) -> NamedLink {
        NamedLink { name: capitalised(&self.say(kind.word())), href: Route::source_kind(kind).href() }
    }

    /// The kinds of source that events rest on, each with the number of these events.
    pub(super) fn source_kind_links(&self) -> Vec<CountedLink> {
        let link = |(&kind, events): (&SourceKind, &Vec<EventId>)| {
            let NamedLink { name, href } = self.source_kind_link(kind);
            CountedLink { name, href, count: events.len() }
        };
        self.outline.events_by_source_kind.iter().map(link).collect()
    }

    /// The view of the index of kinds of source.
    pub(super) fn source_kind_index(&self) -> (Frame, TermIndex) {
        let mut frame = self.frame(&Route::index("source-kinds"), self.say(LABEL), self.say("What kinds of sources the events rest on"));
        frame.breadcrumbs = vec![self.sources_link()];
        (frame, TermIndex { label: self.say(LABEL), terms: self.source_kind_links() })
    }

    /// The view of the events that rest on a kind of source.
    pub(super) fn source_kind_page(&self, kind: SourceKind, view: ListView) -> (Frame, ListPage) {
        let events = self.outline.events_by_source_kind.get(&kind).map_or(&[][..], Vec::as_slice);
        let kind_word = self.say(kind.word());
        let title = self.say_with("Source kind: {kind}", &[("kind", &kind_word)]);
        let about = self.say_with("Events with at least one source of the kind “{kind}”.", &[("kind", &kind_word)]);
        let (mut frame, list) = self.list(&title, &about, &Route::source_kind(kind), events, view);
        frame.breadcrumbs = vec![self.sources_link(), NamedLink { name: self.say(LABEL), href: Route::index("source-kinds").href() }];
        (frame, list)
    }
}

impl SitePlan<'_> {
    fn sources_link(&self) -> NamedLink {
        NamedLink { name: self.say("Sources"), href: Route::index("sources").href() }
    }
}
