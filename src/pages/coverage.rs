//! How well the story is sourced: what rests on one source or on none, and what may be lost when a website goes.

use serde::Serialize;

use super::parts::NamedLink;
use super::site_plan::SitePlan;
use crate::graph::EventId;

/// The coverage of all events by sources.
#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    pub event_count: usize,
    pub unsourced: usize,
    pub single_source: usize,
    /// Key events that rest on one source or none, oldest first; the first few.
    pub weak_key_events: Vec<NamedLink>,
    /// Sources with an address, and those of them without an archived copy.
    pub online: usize,
    pub unarchived: usize,
}

/// So many weak key events are named.
const MOST_NAMED: usize = 20;

impl SitePlan<'_> {
    /// Counts what the sources carry.
    pub(super) fn coverage(&self) -> Coverage {
        let with_sources = |count: usize| self.graph.events.iter().filter(|event| event.sources.len() == count).count();
        let is_weak_key = |id: &EventId| self.graph.event(*id).is_key() && self.graph.event(*id).sources.len() < 2;
        let online = || self.graph.sources.iter().filter(|source| source.fields.url.is_some());
        Coverage {
            event_count: self.graph.events.len(),
            unsourced: with_sources(0),
            single_source: with_sources(1),
            weak_key_events: self.graph.event_ids().filter(is_weak_key).take(MOST_NAMED).map(|id| self.event_link(id)).collect(),
            online: online().count(),
            unarchived: online().filter(|source| source.fields.archive.is_none()).count(),
        }
    }
}
