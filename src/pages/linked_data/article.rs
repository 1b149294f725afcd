//! The article about an event: its authors, sources and corrections.

use serde_json::Value;

use super::{Node, reference};
use crate::content::kinds::source::SourceKind;
use crate::graph::{EventId, SourceId};
use crate::pages::citation::{Author, Citation, CitationFormat, Cited};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// The article on the page of an event.
    pub(super) fn article_node(&self, id: EventId) -> Value {
        let event = self.graph.event(id);
        let cited = Cited::Event(id);
        let route = self.cited_route(cited);
        let page = self.page_id(&route.address());
        let citation = self.citation(cited);
        let corrections = event.corrections().map(|change| {
            let note = Node::new("CorrectionComment", None).with("text", change.note.clone());
            note.maybe("datePublished", change.date.machine()).done()
        });
        let downloads = CitationFormat::ALL.into_iter().filter(|_| self.config.outputs.citations).map(|format| {
            let address = self.page_id(&route.beside(format.file_name(cited)).address());
            Node::new("MediaObject", None).with("contentUrl", address).with("encodingFormat", format.media_type()).done()
        });
        let storylines = event.storylines.iter().map(|&storyline| {
            let link = self.storyline_link(storyline);
            let address = self.page_id(&Route::record("storylines", &self.graph.storyline(storyline).id).address());
            Node::new("CreativeWorkSeries", Some(format!("{address}#it"))).with("name", link.name).with("url", address).done()
        });
        let claimants = event.claims.iter().filter_map(|claim| claim.speaker);
        let mut mentioned: Vec<_> = event.participations.iter().map(|other| other.actor).chain(claimants).collect();
        mentioned.sort_unstable();
        mentioned.dedup();
        self.authored(
            Node::new(self.config.citation.article_type, Some(format!("{page}#article"))).with("headline", event.title.clone()),
            &citation,
        )
        .maybe("description", citation.summary.clone())
        .with("url", page.clone())
        .with("mainEntityOfPage", page.clone())
        .with("about", reference(format!("{page}#event")))
        .maybe("temporalCoverage", citation.event_date.clone())
        .maybe("version", citation.version)
        .list("keywords", citation.keywords.iter().map(|word| Value::from(word.as_str())))
        .list("isPartOf", storylines)
        .list("mentions", mentioned.into_iter().map(|actor| self.named_actor(actor)))
        .list("citation", event.sources.iter().map(|used| self.source_node(used.source)))
        .list("correction", corrections)
        .list("encoding", downloads)
        .done()
    }

    /// Who made a work of ours, when, in which language and under which licence.
    pub(super) fn authored(&self, node: Node, citation: &Citation) -> Node {
        node.maybe("inLanguage", citation.language.clone())
            .maybe("datePublished", citation.published.clone())
            .maybe("dateModified", citation.updated.clone().or_else(|| citation.published.clone()))
            .list("author", citation.authors.iter().map(author_node))
            .with("publisher", reference(self.publisher_id()))
            .maybe("license", citation.licence.clone())
            .with("isAccessibleForFree", true)
    }

    /// A source as a work of others.
    pub(super) fn source_node(&self, id: SourceId) -> Value {
        let fields = &self.graph.source(id).fields;
        let kind = match fields.kind {
            Some(SourceKind::News) => "NewsArticle",
            Some(SourceKind::Official) => "Report",
            Some(SourceKind::Document) => "DigitalDocument",
            Some(SourceKind::Dataset) => "Dataset",
            Some(SourceKind::Video) => "VideoObject",
            Some(SourceKind::Social) => "SocialMediaPosting",
            Some(SourceKind::Book) => "Book",
            None => "CreativeWork",
        };
        let publisher = fields.publisher.as_ref().map(|name| Node::new("Organization", None).with("name", name.clone()).done());
        Node::new(kind, None)
            .with("name", fields.title.clone())
            .maybe("url", fields.url.clone())
            .maybe("publisher", publisher)
            .list("author", fields.authors.iter().map(|name| author_node(&Author::parse(name, false))))
            .maybe("datePublished", fields.date.as_ref().and_then(|date| date.machine()))
            .maybe("inLanguage", fields.lang.clone())
            .maybe("archivedAt", fields.archive.clone())
            .done()
    }
}

fn author_node(author: &Author) -> Value {
    let kind = if author.given.is_some() { "Person" } else { "Organization" };
    Node::new(kind, None).with("name", author.spoken()).done()
}
