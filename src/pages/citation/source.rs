//! Makes the citations of the sources on which the site rests.

use std::collections::HashMap;

use super::make::{ascii_key, iso};
use super::{Citation, Medium};
use crate::content::kinds::source::SourceKind;
use crate::date::EventDate;
use crate::graph::SourceId;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// How every source of the site is cited, in the order of the index of sources; those that are the same to a catalogue once.
    pub fn source_citations(&self) -> Vec<Citation> {
        let mut citations: Vec<Citation> = self.outline.sources_in_order.iter().map(|&id| self.source_citation(id)).collect();
        let mut seen = HashMap::new();
        for citation in &mut citations {
            let times: &mut usize = seen.entry(citation.key.clone()).or_default();
            *times += 1;
            if *times > 1 {
                citation.key = format!("{}-{times}", citation.key);
            }
        }
        citations
    }

    fn source_citation(&self, id: SourceId) -> Citation {
        let source = self.graph.source(id);
        let fields = &source.fields;
        let publisher = fields.publisher.as_deref().unwrap_or_default();
        let key = match &source.id {
            Some(id) => ascii_key(&[id.as_str()]),
            None => ascii_key(&[publisher, fields.date.as_ref().map_or("", EventDate::text), &first_words(&fields.title)]),
        };
        let medium = match (fields.kind, &fields.url) {
            (Some(SourceKind::Book), _) => Medium::Book,
            (Some(SourceKind::Dataset), _) => Medium::Dataset,
            (_, Some(_)) => Medium::Web,
            (_, None) => Medium::Other,
        };
        Citation {
            key,
            medium,
            title: fields.title.clone(),
            authors: self.authors(&fields.authors),
            container: fields.publisher.clone(),
            publisher: fields.publisher.clone(),
            published: fields.date.as_ref().and_then(iso),
            updated: None,
            event_date: None,
            language: fields.lang.clone(),
            summary: fields.summary.clone(),
            address: fields.url.clone(),
            lasting: fields.url.clone(),
            version: None,
            keywords: Vec::new(),
            rights: None,
            licence: None,
            archive: fields.archive.clone(),
            accessed: fields.accessed.as_ref().and_then(iso),
            section: None,
            item_type: "webpage",
        }
    }
}

fn first_words(title: &str) -> String {
    title.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}
