//! How key events led to one another: for each, the shortest documented way from the key events before it, in words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::parts::LinkNote;
use super::site_plan::SitePlan;
use crate::graph::{Direction, EventId, LinkId};

/// A way from one key event to a later one.
#[derive(Debug, Clone, Serialize)]
pub struct KeyChain {
    /// Where it begins.
    pub from: Shared,
    /// Each event on the way, with what the one before is to it, and last the key event to which it leads.
    pub steps: Vec<LinkNote>,
}

/// So many events are looked at in search of the key events before one, so that long stories stay quick.
const MOST_SEEN: usize = 200;

impl SitePlan<'_> {
    /// The shortest chain to each key event from every key event that leads there without another between, in the order of time.
    pub(super) fn key_chains(&self) -> Vec<KeyChain> {
        let keys = self.graph.event_ids().filter(|&id| self.graph.event(id).is_key());
        keys.flat_map(|id| self.chains_to(id)).collect()
    }

    /// Searches backwards, nearest first, and not beyond a key event.
    fn chains_to(&self, end: EventId) -> Vec<KeyChain> {
        // How each event leads on: by which link, and to which event.
        let mut onward: BTreeMap<EventId, (LinkId, EventId)> = BTreeMap::new();
        let mut found: Vec<EventId> = Vec::new();
        let mut ring = vec![end];
        while !ring.is_empty() && onward.len() < MOST_SEEN {
            let mut reached = Vec::new();
            for &event in &ring {
                for (earlier, link) in self.graph.next_in_chain(event, Direction::Back) {
                    if earlier == end || onward.contains_key(&earlier) {
                        continue;
                    }
                    onward.insert(earlier, (link, event));
                    if self.graph.event(earlier).is_key() { found.push(earlier) } else { reached.push(earlier) }
                }
            }
            ring = reached;
        }
        found.sort_unstable();
        found.into_iter().map(|start| self.key_chain(start, end, &onward)).collect()
    }

    fn key_chain(&self, start: EventId, end: EventId, onward: &BTreeMap<EventId, (LinkId, EventId)>) -> KeyChain {
        let mut steps = Vec::new();
        let mut here = start;
        while let Some(&(link, next)) = onward.get(&here).filter(|_| here != end) {
            steps.push(self.link_note(link, next, here));
            here = next;
        }
        KeyChain { from: self.card(start), steps }
    }
}
