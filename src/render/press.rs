//! The press: prints any one planned page, from what all pages share.

use std::sync::OnceLock;

use super::{Templates, atom, download, headers, json_feed, redirects, search, sitemap, timemap};
use crate::diagnostic::Diagnostic;
use crate::pages::{Content, DownloadFormat, DownloadScope, FeedFormat, PlannedPage, SearchIndex, SitePlan, Subject, View};

/// Prints the pages of a plan, one at a time and from any thread.
#[derive(Debug)]
pub struct Press<'a> {
    pub plan: &'a SitePlan<'a>,
    templates: &'a Templates,
    site: tera::Value,
    /// Made when its first file is asked for.
    search: OnceLock<Option<SearchIndex>>,
    /// The sizes of the downloads of the site, by format, as far as they are known.
    sizes: [OnceLock<usize>; DownloadFormat::COUNT],
}

impl<'a> Press<'a> {
    /// Makes ready to print.
    pub fn new(plan: &'a SitePlan<'a>, templates: &'a Templates) -> Self {
        Self { plan, templates, site: tera::Value::from_serializable(&plan.site()), search: OnceLock::new(), sizes: Default::default() }
    }

    /// Prints one page; an error is a mistake in a template.
    pub fn print(&self, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
        let plan = self.plan;
        Ok(match (&page.subject, plan.view(page)) {
            (_, Some(mut view)) => {
                self.tell_sizes(&mut view);
                self.templates.render(&view, &self.site, page)?
            }
            (Subject::Feed(subject, format), None) => match format {
                FeedFormat::Atom => atom::write(&plan.feed(*subject, *format)),
                FeedFormat::Json => json_feed::write(&plan.feed(*subject, *format)),
            },
            (Subject::Sitemap, None) => sitemap::write(&plan.sitemap()),
            (Subject::Robots, None) => sitemap::write_robots(plan.sitemap_address().as_deref()),
            (Subject::Headers, None) => headers::write(&plan.header_rules()),
            (Subject::OEmbed(subject), None) => format!("{}\n", plan.oembed(*subject)).into_bytes(),
            (Subject::TimeMap(record), None) => timemap::write(&plan.time_map(record, &page.route)),
            (Subject::Redirects, None) => redirects::write(&plan.redirects()),
            (Subject::Download(scope, format), None) => self.download(*scope, *format),
            (Subject::SearchSummary, None) => self.search(search::write_summary),
            (Subject::SearchTerms(at), None) => self.search(|index| search::write_shard(index, *at)),
            (Subject::SearchDocuments(at), None) => self.search(|index| search::write_documents(index.chunk(*at))),
            (_, None) => Vec::new(),
        })
    }

    /// Writes a part of the index of search; it is there whenever such a part is planned.
    fn search(&self, write: impl FnOnce(&SearchIndex) -> Vec<u8>) -> Vec<u8> {
        self.search.get_or_init(|| self.plan.search_index()).as_ref().map(write).unwrap_or_default()
    }

    /// Writes a download, and notes its size for the page that lists those of the site.
    fn download(&self, scope: DownloadScope, format: DownloadFormat) -> Vec<u8> {
        let bytes = download::write(self.plan, scope, format);
        if scope == DownloadScope::site() {
            // The page may have asked before; the size is the same.
            let _ = self.sizes[format as usize].set(bytes.len());
        }
        bytes
    }

    /// Adds the sizes of the downloads to the page that lists them; what is not written yet is written to be measured.
    fn tell_sizes(&self, view: &mut View) {
        if let Content::Dataset(dataset) = &mut view.content {
            let measure = |format| download::write(self.plan, DownloadScope::site(), format).len();
            dataset.tell_sizes(|format| *self.sizes[format as usize].get_or_init(|| measure(format)));
        }
    }
}
