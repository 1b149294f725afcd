//! «Who and what»: the records that a text mentions, explained on the page itself.

use serde::Serialize;

use super::parts::{NamedLink, SourceNote};
use super::site_plan::SitePlan;
use crate::graph::{EventId, RecordId, SourceId, Text, TextPiece};

/// A mentioned record with its summary.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryEntry {
    /// The anchor; the mentions in the text are described by it.
    pub anchor: String,
    pub name: String,
    pub href: String,
    pub summary: String,
}

impl SitePlan<'_> {
    /// The actors, places, storylines and pages that a text mentions and that have a summary, each once, in the order of the text.
    pub(super) fn glossary(&self, text: &Text) -> Vec<GlossaryEntry> {
        let mut entries: Vec<GlossaryEntry> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for piece in &text.pieces {
            let TextPiece::Mention { record: Some(record), .. } = piece else { continue };
            let (Some(anchor), Some(summary), Some(link)) =
                (self.glossary_id(*record), self.summary_of(*record), self.record_link(*record))
            else {
                continue;
            };
            if seen.insert(anchor.clone()) {
                let NamedLink { name, href } = link;
                entries.push(GlossaryEntry { anchor, name, href, summary: summary.to_owned() });
            }
        }
        entries
    }

    /// The anchor of a record in a glossary; none for events and sources, and where there is no summary.
    pub(super) fn glossary_id(&self, record: RecordId) -> Option<String> {
        self.summary_of(record)?;
        let (kind, id) = match record {
            RecordId::Actor(id) => ("actors", &self.graph.actor(id).id),
            RecordId::Place(id) => ("places", &self.graph.place(id).id),
            RecordId::Storyline(id) => ("storylines", &self.graph.storyline(id).id),
            RecordId::Page(id) => ("pages", &self.graph.pages[id.index()].id),
            RecordId::Event(_) | RecordId::Source(_) => return None,
        };
        Some(format!("what-{kind}-{id}"))
    }

    fn summary_of(&self, record: RecordId) -> Option<&str> {
        let summary = match record {
            RecordId::Actor(id) => &self.graph.actor(id).summary,
            RecordId::Place(id) => &self.graph.place(id).summary,
            RecordId::Storyline(id) => &self.graph.storyline(id).summary,
            RecordId::Page(id) => &self.graph.pages[id.index()].summary,
            RecordId::Event(_) | RecordId::Source(_) => return None,
        };
        summary.as_deref()
    }

    /// The sources of events, each once, numbered in the order in which the events use them. Empty for more events than a page shows.
    pub(super) fn sources_of_events(&self, events: &[EventId]) -> Vec<SourceNote> {
        if events.len() > super::timeline::PAGE_SIZE {
            return Vec::new();
        }
        let mut seen = std::collections::HashSet::new();
        let used = events.iter().flat_map(|&id| self.graph.event(id).sources.iter().map(|used| used.source));
        let sources: Vec<SourceId> = used.filter(|source| seen.insert(*source)).collect();
        sources.into_iter().enumerate().map(|(at, source)| self.source_note(source, at + 1)).collect()
    }
}
