//! The elements `meta` by which catalogues know a page: Highwire's, which Zotero reads, Dublin Core, OpenGraph's of articles, and Zotero's
//! own type, without which Highwire's would make a journal article of the page.

use serde::Serialize;

use crate::pages::Citation;

/// An element `meta`.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct HeadTag {
    /// `name` or `property`.
    attribute: &'static str,
    name: &'static str,
    content: String,
}

/// The elements of a page, in their order.
pub(super) fn tags(citation: &Citation) -> Vec<HeadTag> {
    let mut tags = Vec::new();
    let mut name = |name, content: &str| tags.push(HeadTag { attribute: "name", name, content: content.to_owned() });
    for author in &citation.authors {
        name("author", &author.spoken());
    }
    name("citation_title", &citation.title);
    for author in &citation.authors {
        name("citation_author", &author.inverted());
    }
    if let Some(published) = &citation.published {
        name("citation_publication_date", &published.replace('-', "/"));
    }
    if let Some(updated) = &citation.updated {
        name("citation_online_date", &updated.replace('-', "/"));
    }
    if let Some(language) = &citation.language {
        name("citation_language", language);
    }
    if let Some(address) = &citation.address {
        name("citation_public_url", address);
    }
    if let Some(summary) = &citation.summary {
        name("citation_abstract", summary);
    }
    let mut property = |name, content: &str| tags.push(HeadTag { attribute: "property", name, content: content.to_owned() });
    for (name, value) in [
        ("article:published_time", &citation.published),
        ("article:modified_time", &citation.updated),
        ("article:section", &citation.section),
    ] {
        value.iter().for_each(|value| property(name, value));
    }
    citation.keywords.iter().for_each(|keyword| property("article:tag", keyword));
    for (name, value) in [
        ("dcterms:rights", &citation.rights),
        ("dcterms:license", &citation.licence),
        ("dcterms:issued", &citation.published),
        ("dcterms:modified", &citation.updated),
    ] {
        value.iter().for_each(|value| property(name, value));
    }
    property("z:itemType", citation.item_type);
    let event = citation.event_date.as_ref().map(|date| format!("Event Date: {date}"));
    let version = citation.version.map(|number| format!("Version: {number}"));
    let extra: Vec<String> = event.into_iter().chain(version).collect();
    if !extra.is_empty() {
        property("z:extra", &extra.join("\n"));
    }
    tags
}
