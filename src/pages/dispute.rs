//! Contested facts side by side: two events that contradict each other, each as its own sources tell it.

use serde::Serialize;

use super::Shared;
use super::parts::{ClaimNote, SourceNote};
use super::site_plan::SitePlan;
use crate::graph::EventId;

/// Two accounts that contradict each other.
#[derive(Debug, Clone, Serialize)]
pub struct Dispute {
    /// Why they are told to contradict each other, in the author's words.
    pub note: Option<String>,
    /// In the order of time.
    pub accounts: [Account; 2],
}

/// One of the two.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    pub event: Shared,
    /// It is the event of the page.
    pub is_here: bool,
    /// Who says what there.
    pub claims: Vec<ClaimNote>,
    pub sources: Vec<SourceNote>,
}

/// The kind of link that makes two events a dispute.
const CONTRADICTS: &str = "contradicts";
/// So many claims and sources of each account are shown.
const MOST: usize = 6;

impl SitePlan<'_> {
    /// Says whether another event contradicts an event.
    pub(super) fn is_contested(&self, id: EventId) -> bool {
        self.contradictions(id).next().is_some()
    }

    /// The accounts that contradict an event, each beside it.
    pub(super) fn disputes(&self, id: EventId) -> Vec<Dispute> {
        let dispute = |(other, note): (EventId, Option<String>)| {
            let (first, second) = (id.min(other), id.max(other));
            Dispute { note, accounts: [self.account(first, id), self.account(second, id)] }
        };
        self.contradictions(id).map(dispute).collect()
    }

    /// The events that contradict an event, by links of either direction.
    fn contradictions(&self, id: EventId) -> impl Iterator<Item = (EventId, Option<String>)> {
        let event = self.graph.event(id);
        event.links.iter().chain(&event.backlinks).map(|&link| self.graph.link(link)).filter_map(move |link| {
            let is_contradiction = self.graph.link_kinds.get(link.kind).word == CONTRADICTS;
            let other = if link.from == id { link.to } else { link.from };
            (is_contradiction && other != id).then(|| (other, link.note.clone()))
        })
    }

    fn account(&self, id: EventId, here: EventId) -> Account {
        let event = self.graph.event(id);
        let claims = event.claims.iter().enumerate().take(MOST).map(|(at, claim)| self.claim_note(id, at, claim, None));
        let sources = event.sources.iter().enumerate().take(MOST).map(|(at, used)| self.source_note(used.source, at + 1));
        Account { event: self.card(id), is_here: id == here, claims: claims.collect(), sources: sources.collect() }
    }
}
