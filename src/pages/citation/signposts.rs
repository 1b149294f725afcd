//! Signposts: what a page is and where its other forms stand, as typed links (FAIR Signposting, profile of 2023-10; RFC 8574, RFC 5829).

use serde::Serialize;

use super::{CitationFormat, Cited};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// A typed link of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signpost {
    pub rel: &'static str,
    /// A full address, or one that leads from the page itself.
    pub href: String,
    pub media_type: Option<&'static str>,
}

/// The typed links of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Signposts {
    /// The page itself.
    pub anchor: String,
    pub links: Vec<Signpost>,
    /// The storylines that hold it.
    pub collections: Vec<String>,
}

impl SitePlan<'_> {
    /// The signposts of a record; addresses are full ones. None where the site has no address, since they must be.
    pub fn signposts(&self, cited: Cited) -> Option<Signposts> {
        let base = self.config.url.as_ref()?;
        let route = self.cited_route(cited);
        let citation = self.citation(cited);
        let link = |rel, href: String, media_type| Signpost { rel, href, media_type };
        let anchor = route.absolute(base);
        let mut links = vec![link("cite-as", citation.lasting.unwrap_or_else(|| anchor.clone()), None)];
        let kind = match cited {
            Cited::Event(_) => self.config.citation.article_type,
            Cited::Storyline(_) => "CreativeWorkSeries",
        };
        links.extend(["AboutPage", kind].map(|kind| link("type", format!("https://schema.org/{kind}"), None)));
        links.extend(citation.licence.map(|licence| link("license", licence, None)));
        for format in CitationFormat::ALL {
            let rel = if format == CitationFormat::Linkset { "linkset" } else { "describedby" };
            links.push(link(rel, route.beside(format.file_name(cited)).absolute(base), Some(format.media_type())));
        }
        let collections = match cited {
            Cited::Event(id) => {
                let storylines = self.graph.event(id).storylines.iter();
                storylines.map(|&storyline| Route::record("storylines", &self.graph.storyline(storyline).id).absolute(base)).collect()
            }
            Cited::Storyline(_) => Vec::new(),
        };
        Some(Signposts { anchor, links, collections })
    }
}
