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
        NamedLink { name: capitalised(kind.word()), href: Route::source_kind(kind).href() }
    }

    /// The kinds of source that events rest on, each with the number of these events.
    pub(super) fn source_kind_links(&self) -> Vec<CountedLink> {
        let link = |(&kind, events): (&SourceKind, &Vec<EventId>)| {
            let NamedLink { name, href } = self.source_kind_link(kind);
            CountedLink { name, href, count: events.len() }
        };
        self.events_by_source_kind.iter().map(link).collect()
    }

    /// The view of the index of kinds of source.
    pub(super) fn source_kind_index(&self) -> (Frame, TermIndex) {
        let mut frame = self.frame(&Route::index("source-kinds"), LABEL, "What kinds of sources the events rest on");
        frame.breadcrumbs = vec![sources_link()];
        (frame, TermIndex { label: LABEL.to_owned(), terms: self.source_kind_links() })
    }

    /// The view of the events that rest on a kind of source.
    pub(super) fn source_kind_page(&self, kind: SourceKind, view: ListView) -> (Frame, ListPage) {
        let events = self.events_by_source_kind.get(&kind).map_or(&[][..], Vec::as_slice);
        let title = format!("Source kind: {}", kind.word());
        let about = format!("Events with at least one source of the kind “{}”.", kind.word());
        let (mut frame, list) = self.list(&title, &about, &Route::source_kind(kind), events, view);
        frame.breadcrumbs = vec![sources_link(), NamedLink { name: LABEL.to_owned(), href: Route::index("source-kinds").href() }];
        (frame, list)
    }
}

fn sources_link() -> NamedLink {
    NamedLink { name: "Sources".to_owned(), href: Route::index("sources").href() }
}
