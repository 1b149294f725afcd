//! A page of the site's own.

use serde::Serialize;

use super::frame::Frame;
use super::parts::{Block, SourceNote};
use super::route::Route;
use super::site_plan::SitePlan;
use super::text::Links;
use crate::graph::PageId;

/// What `templates/pages/own_page.html` receives as `own_page`.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    pub id: String,
    pub title: String,
    pub summary: Option<String>,
    pub body: Vec<Block>,
    pub sources: Vec<SourceNote>,
}

impl SitePlan<'_> {
    /// The view of a page of the site's own.
    pub(super) fn own_page(&self, id: PageId) -> (Frame, OwnPage) {
        let page = &self.graph.pages[id.index()];
        let route = Route::own_page(&page.id);
        let content = OwnPage {
            id: page.id.to_string(),
            title: page.title.clone(),
            summary: page.summary.clone(),
            body: self.blocks(&page.text, &Links::relative(&route)),
            sources: self.cited_notes(&page.text),
        };
        let description = page.summary.clone().unwrap_or_else(|| page.text.excerpt.clone());
        let mut frame = self.frame(&route, page.title.clone(), description);
        frame.section = route.href();
        self.set_language(&mut frame, page.lang.as_deref());
        (frame, content)
    }
}
