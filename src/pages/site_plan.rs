//! The plan of a site: every output file by its route, with what it is about. The rooms beside this one make its views.

use super::outline::{Outline, PlannedPage};
use super::route::Route;
use crate::config::Config;
use crate::content::FileId;
use crate::diagnostic::Origin;
use crate::graph::{EventGraph, PlaceId, RecordId, SourceId, StorylineId};
use crate::ledger::Ledger;

/// Every page of the site, and what is needed to make the view of each.
#[derive(Debug)]
pub struct SitePlan<'g> {
    pub(super) graph: &'g EventGraph,
    pub(super) config: &'g Config,
    /// What was released, and must stay.
    pub(super) ledger: &'g Ledger,
    pub(super) outline: Outline,
}

impl<'g> SitePlan<'g> {
    /// Takes a plan up again for the graph of which it was made.
    pub fn resume(graph: &'g EventGraph, ledger: &'g Ledger, config: &'g Config, outline: Outline) -> Self {
        Self { graph, config, ledger, outline }
    }

    /// What the plan knows besides its graph.
    pub fn into_outline(self) -> Outline {
        self.outline
    }

    /// Forgets what was made of a text that was amended. False where the record now counts as released, or no longer does: then other
    /// pages must be planned anew.
    pub fn forget_text(&mut self, record: RecordId) -> bool {
        self.outline.forget_text(record);
        let counted = self.record_key(record).is_some_and(|key| self.outline.unreleased.contains(&key));
        self.ledger.is_empty() || self.unreleased_key(record).is_some() == counted
    }
}

impl SitePlan<'_> {
    /// Every file that will be, in the order of their routes.
    pub fn pages(&self) -> &[PlannedPage] {
        &self.outline.pages
    }

    /// Says whether a page is planned at a route.
    pub(super) fn has(&self, route: &Route) -> bool {
        self.outline.routes.contains(route.path())
    }

    /// The full addresses of the pages that search engines may list, in the order of the routes. Empty without a `url`.
    pub fn sitemap(&self) -> Vec<String> {
        let Some(base) = &self.config.url else { return Vec::new() };
        let is_listed = |page: &&PlannedPage| page.route.path().ends_with("index.html") && !page.subject.is_hidden();
        self.outline.pages.iter().filter(is_listed).map(|page| page.route.absolute(base)).collect()
    }

    /// The full address of the sitemap, where the site has a `url`.
    pub fn sitemap_address(&self) -> Option<String> {
        self.config.url.as_ref().map(|base| Route::file("sitemap.xml").absolute(base))
    }

    /// The ids of all events.
    pub fn event_names(&self) -> impl Iterator<Item = String> {
        self.graph.events.iter().map(|event| event.id.to_string())
    }

    pub(super) fn storyline_ids(&self) -> impl Iterator<Item = StorylineId> + use<> {
        (0..self.graph.storylines.len()).map(StorylineId::new)
    }

    pub(super) fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.graph.places.len()).map(PlaceId::new)
    }

    pub(super) fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.graph.sources.len()).map(SourceId::new)
    }

    /// A content file as an origin.
    pub(super) fn path_of(&self, file: FileId) -> Origin {
        Origin::File(self.graph.files.get(file).path.clone())
    }

    /// The file of a record as an origin, or the name where there is no file.
    pub(super) fn origin(&self, file: Option<FileId>, name: &str) -> Origin {
        file.map_or_else(|| Origin::Program(format!("the name `{name}`")), |file| self.path_of(file))
    }
}
