//! The press: prints any one planned page, from what all pages share.

use std::sync::OnceLock;

use super::citation::{self, Cite, Styles};
use super::html::{PlanTemplates, Surroundings};
use super::share_card::Pen;
use super::{Templates, atom, download, headers, json_feed, json_ld, linkset, redirects, search, sitemap, timemap};
use crate::diagnostic::Diagnostic;
use crate::pages::{
    CitationFormat, Cited, Content, DownloadFormat, DownloadScope, FeedFormat, PlannedPage, SearchIndex, Shareable, SitePlan, Subject, View,
};

/// Prints the pages of a plan, one at a time and from any thread.
#[derive(Debug)]
pub struct Press<'a> {
    pub plan: &'a SitePlan<'a>,
    templates: PlanTemplates<'a>,
    styles: &'a Styles,
    site: tera::Value,
    /// Made when its first file is asked for.
    search: OnceLock<Option<SearchIndex>>,
    /// Made when the first card is drawn.
    pen: OnceLock<Pen>,
    /// The sizes of the downloads of the site, by format, as far as they are known.
    sizes: [OnceLock<usize>; DownloadFormat::COUNT],
}

impl<'a> Press<'a> {
    /// Makes ready to print.
    pub fn new(plan: &'a SitePlan<'a>, templates: &'a Templates, styles: &'a Styles) -> Self {
        let site = tera::Value::from_serializable(&plan.site());
        Self {
            plan,
            templates: templates.for_plan(plan),
            styles,
            site,
            search: OnceLock::new(),
            pen: OnceLock::new(),
            sizes: Default::default(),
        }
    }

    /// Prints one page; an error is a mistake in a template.
    pub fn print(&self, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
        let plan = self.plan;
        Ok(match (&page.subject, plan.view(page)) {
            (_, Some(mut view)) => {
                self.tell_sizes(&mut view);
                self.print_page(page, &view)?
            }
            (Subject::Feed(subject, format), None) => match format {
                FeedFormat::Atom => atom::write(&plan.feed(*subject, *format)),
                FeedFormat::Json => json_feed::write(&plan.feed(*subject, *format)),
            },
            (Subject::Sitemap, None) => sitemap::write(&plan.sitemap()),
            (Subject::Robots, None) => sitemap::write_robots(plan.sitemap_address().as_deref()),
            (Subject::Headers, None) => headers::write(&plan.header_rules()),
            (Subject::OEmbed(subject), None) => format!("{}\n", plan.oembed(*subject)).into_bytes(),
            (Subject::ShareCard(of), None) => self.card(*of, None),
            (Subject::TimeMap(record), None) => timemap::write(&plan.time_map(record, &page.route)),
            (Subject::Redirects, None) => redirects::write(&plan.redirects()),
            (Subject::Download(scope, format), None) => self.download(*scope, *format),
            (Subject::CitationFile(cited, format), None) => self.print_citation(*cited, *format),
            (Subject::References, None) => citation::write_bibliography(&plan.source_citations()),
            (Subject::SearchSummary, None) => self.search(search::write_summary),
            (Subject::SearchTerms(at), None) => self.search(|index| search::write_shard(index, *at)),
            (Subject::SearchDocuments(at), None) => self.search(|index| search::write_documents(index.chunk(*at))),
            (Subject::FacetIndex, None) => search::write_facets(&plan.facet_index()),
            (_, None) => Vec::new(),
        })
    }

    /// Prints a page that nobody reads, to find mistakes in its templates; what is costly to tell on it is left out.
    pub fn proof(&self, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.plan.view(page).map_or(Ok(Vec::new()), |view| self.print_page(page, &view))
    }

    /// Draws the share card of a page, unless it stands there from a build before as it would be drawn now.
    pub fn card(&self, of: Shareable, standing: Option<Vec<u8>>) -> Vec<u8> {
        let card = self.plan.share_card(of);
        card.map(|card| self.pen.get_or_init(Pen::new).draw(&card, standing)).unwrap_or_default()
    }

    fn print_page(&self, page: &PlannedPage, view: &View) -> Result<Vec<u8>, Box<Diagnostic>> {
        let linked_data = self.plan.linked_data(&page.subject, &view.frame);
        let cited = self.plan.citation_of(&page.subject);
        let cite = cited.as_ref().map(|cited| {
            let signposts = cited.files.and_then(|files| self.plan.signposts(files));
            Cite::new(&cited.citation, signposts, cited.is_shown.then_some(self.styles))
        });
        let surroundings = Surroundings { site: &self.site, cite, linked_data: linked_data.as_ref().map(json_ld::write_embedded) };
        self.templates.render(view, &surroundings, page)
    }

    fn print_citation(&self, cited: Cited, format: CitationFormat) -> Vec<u8> {
        let plan = self.plan;
        match format {
            CitationFormat::Bibtex => citation::write_bibtex(&plan.citation(cited)),
            CitationFormat::Ris => citation::write_ris(&plan.citation(cited)),
            CitationFormat::CslJson => citation::write_csl_json(&plan.citation(cited)),
            CitationFormat::JsonLd => json_ld::write(&plan.record_data(cited)),
            CitationFormat::Linkset => plan.signposts(cited).map(|signposts| linkset::write(&signposts)).unwrap_or_default(),
        }
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
