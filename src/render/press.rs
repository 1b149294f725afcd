//! The press: prints any one planned page, from what all pages share.

use std::sync::OnceLock;

use super::{Templates, atom, data, json_feed, redirects, search, sitemap};
use crate::diagnostic::Diagnostic;
use crate::pages::{FeedFormat, PlannedPage, SearchIndex, SitePlan, Subject};

/// Prints the pages of a plan, one at a time and from any thread.
#[derive(Debug)]
pub struct Press<'a> {
    pub plan: &'a SitePlan<'a>,
    templates: &'a Templates,
    site: tera::Value,
    /// Made when its first file is asked for.
    search: OnceLock<Option<SearchIndex>>,
}

impl<'a> Press<'a> {
    /// Makes ready to print.
    pub fn new(plan: &'a SitePlan<'a>, templates: &'a Templates) -> Self {
        Self { plan, templates, site: tera::Value::from_serializable(&plan.site()), search: OnceLock::new() }
    }

    /// Prints one page; an error is a mistake in a template.
    pub fn print(&self, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
        let plan = self.plan;
        Ok(match (&page.subject, plan.view(page)) {
            (_, Some(view)) => self.templates.render(&view, &self.site, page)?,
            (Subject::Feed(subject, format), None) => match format {
                FeedFormat::Atom => atom::write(&plan.feed(*subject, *format)),
                FeedFormat::Json => json_feed::write(&plan.feed(*subject, *format)),
            },
            (Subject::Sitemap, None) => sitemap::write(&plan.sitemap()),
            (Subject::Robots, None) => sitemap::write_robots(plan.sitemap_address().as_deref()),
            (Subject::Redirects, None) => redirects::write(&plan.redirects()),
            (Subject::DataCsv, None) => data::write_csv(plan.data_events()),
            (Subject::SearchSummary, None) => self.search(search::write_summary),
            (Subject::SearchTerms(at), None) => self.search(|index| search::write_shard(index, *at)),
            (Subject::SearchDocuments(at), None) => self.search(|index| search::write_documents(index.chunk(*at))),
            (_, None) => data::write_json(plan.data_events()),
        })
    }

    /// Writes a part of the index of search; it is there whenever such a part is planned.
    fn search(&self, write: impl FnOnce(&SearchIndex) -> Vec<u8>) -> Vec<u8> {
        self.search.get_or_init(|| self.plan.search_index()).as_ref().map(write).unwrap_or_default()
    }
}
