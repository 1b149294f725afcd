//! Tags and the site's own taxonomies: their indexes, and the page of each term.

use serde::Serialize;

use super::actor::sort_key;
use super::frame::Frame;
use super::parts::{CountedLink, NamedLink, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::subject::FeedSubject;
use crate::graph::{Term, TermId};

/// What `templates/pages/terms.html` receives as `terms`.
#[derive(Debug, Clone, Serialize)]
pub struct TermIndex {
    /// «Tags», or the label of the taxonomy.
    pub label: String,
    /// By name.
    pub terms: Vec<CountedLink>,
}

/// What `templates/pages/term.html` receives as `term`.
#[derive(Debug, Clone, Serialize)]
pub struct TermPage {
    pub label: String,
    pub name: String,
    pub timeline: Timeline,
}

impl SitePlan<'_> {
    /// The view of the index of tags.
    pub(super) fn tag_index(&self) -> (Frame, TermIndex) {
        self.term_index(&self.say("Tags"), "tags", &self.graph.tags)
    }

    /// The view of a tag's page.
    pub(super) fn tag_page(&self, id: TermId, view: ListView) -> (Frame, TermPage) {
        let (mut frame, page) = self.term_page(&self.say("Tags"), "tags", &self.graph.tags[id.index()], view);
        frame.feeds = self.feed_links(FeedSubject::Tag(id));
        (frame, page)
    }

    /// The view of the index of a taxonomy.
    pub(super) fn taxonomy_index(&self, taxonomy: usize) -> (Frame, TermIndex) {
        let taxonomy = &self.graph.taxonomies[taxonomy];
        self.term_index(&taxonomy.label, taxonomy.id.as_str(), &taxonomy.terms)
    }

    /// The view of the page of a taxonomy's term.
    pub(super) fn taxonomy_term_page(&self, taxonomy: usize, id: TermId, view: ListView) -> (Frame, TermPage) {
        let taxonomy = &self.graph.taxonomies[taxonomy];
        self.term_page(&taxonomy.label, taxonomy.id.as_str(), taxonomy.term(id), view)
    }

    fn term_index(&self, label: &str, folder: &str, terms: &[Term]) -> (Frame, TermIndex) {
        let link =
            |term: &Term| CountedLink { name: term.name.clone(), href: Route::record(folder, &term.id).href(), count: term.events.len() };
        let mut links: Vec<CountedLink> = terms.iter().map(link).collect();
        links.sort_by_cached_key(|term| (sort_key(&term.name), term.href.clone()));
        let frame =
            self.frame(&Route::index(folder), label, self.say_with("{name} in {site}", &[("name", label), ("site", &self.config.title)]));
        (frame, TermIndex { label: label.to_owned(), terms: links })
    }

    fn term_page(&self, label: &str, folder: &str, term: &Term, view: ListView) -> (Frame, TermPage) {
        let home = Route::record(folder, &term.id);
        let page = TermPage { label: label.to_owned(), name: term.name.clone(), timeline: self.timeline(&term.events, view, &home) };
        let mut frame = self.frame(&home.list(view), term.name.clone(), self.say_with("Events about {name}", &[("name", &term.name)]));
        frame.breadcrumbs = vec![NamedLink { name: label.to_owned(), href: Route::index(folder).href() }];
        (frame, page)
    }
}
