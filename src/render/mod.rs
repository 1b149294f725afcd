//! 4. How it is written down: turns each planned page into the finished bytes of a file, one file a format.
//!
//! In: the [`SitePlan`] and the [`Templates`]. Out: [`OutputFile`]s, in the order of the plan. Never: decides what a page shows,
//! or writes to disk.

mod atom;
mod data;
mod html;
mod json_feed;
mod redirects;
mod search;
mod sitemap;

pub use html::Templates;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Origin, Report};
use crate::pages::{FeedFormat, PlannedPage, SearchIndex, SitePlan, Subject};

/// One finished file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Below the site's folder, with `/` between its parts.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Who asked for it, for messages.
    pub origin: Origin,
}

/// What many pages are made of.
struct Materials<'a> {
    site: tera::Value,
    templates: &'a Templates,
    search: Option<SearchIndex>,
}

impl Materials<'_> {
    /// Writes a part of the index of search; it is there whenever such a part is planned.
    fn search(&self, write: impl FnOnce(&SearchIndex) -> Vec<u8>) -> Vec<u8> {
        self.search.as_ref().map(write).unwrap_or_default()
    }
}

/// Renders every page, on all cores; mistakes in templates are reported, each once.
pub fn render(plan: &SitePlan, templates: &Templates, report: &mut Report) -> Vec<OutputFile> {
    let materials = Materials { site: tera::Value::from_serializable(&plan.site()), templates, search: plan.search_index() };
    let rendered: Vec<Result<OutputFile, Box<Diagnostic>>> =
        plan.pages.par_iter().map(|page| render_page(plan, page, &materials)).collect();
    let mut files = Vec::with_capacity(rendered.len());
    let mut told = std::collections::HashSet::new();
    for result in rendered {
        match result {
            Ok(file) => files.push(file),
            // The same mistake shows on every page of a kind: it is told for the first of them.
            Err(diagnostic) => {
                if told.insert((diagnostic.message.clone(), diagnostic.at.clone())) {
                    report.push(*diagnostic);
                }
            }
        }
    }
    files
}

/// Renders one page.
fn render_page(plan: &SitePlan, page: &PlannedPage, materials: &Materials) -> Result<OutputFile, Box<Diagnostic>> {
    let bytes = match (&page.subject, plan.view(page)) {
        (_, Some(view)) => materials.templates.render(&view, &materials.site, page)?,
        (Subject::Feed(subject, format), None) => match format {
            FeedFormat::Atom => atom::write(&plan.feed(*subject, *format)),
            FeedFormat::Json => json_feed::write(&plan.feed(*subject, *format)),
        },
        (Subject::Sitemap, None) => sitemap::write(&plan.sitemap()),
        (Subject::Robots, None) => sitemap::write_robots(plan.sitemap_address().as_deref()),
        (Subject::Redirects, None) => redirects::write(&plan.redirects()),
        (Subject::DataCsv, None) => data::write_csv(plan.data_events()),
        (Subject::SearchSummary, None) => materials.search(search::write_summary),
        (Subject::SearchTerms(at), None) => materials.search(|index| search::write_shard(index, *at)),
        (Subject::SearchDocuments(at), None) => materials.search(|index| search::write_documents(index.chunk(*at))),
        (_, None) => data::write_json(plan.data_events()),
    };
    Ok(OutputFile { path: page.route.path().to_owned(), bytes, origin: page.origin.clone() })
}
