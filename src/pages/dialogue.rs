//! Claims and their replies, read as a dialogue: each reply stands below what it answers.

use serde::Serialize;

use super::Shared;
use super::names::claim_meaning;
use super::parts::ClaimNote;
use super::site_plan::SitePlan;
use crate::graph::{ActorId, Claim, EventId};

/// A claim in its place in the dialogue.
#[derive(Debug, Clone, Serialize)]
pub struct Turn {
    pub claim: ClaimNote,
    /// What it answers, where that was said at another event.
    pub answered: Option<ClaimNote>,
    /// It answers a claim above it.
    pub is_reply: bool,
}

/// A claim by its event and its place there.
type Said = (EventId, usize);

impl SitePlan<'_> {
    /// The claims of an event, each reply after the claim that it answers.
    pub(super) fn dialogue(&self, id: EventId) -> Vec<Turn> {
        let claims = &self.graph.event(id).claims;
        let mut replies: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
        let mut openings = Vec::new();
        for at in 0..claims.len() {
            match answered_here(claims, at) {
                Some(answered) => replies[answered].push(at),
                None => openings.push(at),
            }
        }
        // Replies to one claim of another event stand together below it.
        let mut groups: Vec<(Option<Said>, Vec<usize>)> = Vec::new();
        for opening in openings {
            let said = claims[opening].reply_to.and_then(|actor| self.said_before(id, actor));
            match groups.iter_mut().find(|(other, _)| said.is_some() && *other == said) {
                Some((_, members)) => members.push(opening),
                None => groups.push((said, vec![opening])),
            }
        }
        let mut turns = Vec::with_capacity(claims.len());
        for (said, members) in groups {
            for (place, &opening) in members.iter().enumerate() {
                let answered = said
                    .filter(|_| place == 0)
                    .map(|(event, at)| self.claim_note(event, at, &self.graph.event(event).claims[at], Some(self.card(event))));
                turns.push(self.turn(id, opening, answered, said.is_some()));
                // A reply is answered only by later claims, so that every claim is told once.
                let mut open: Vec<usize> = replies[opening].iter().rev().copied().collect();
                while let Some(at) = open.pop() {
                    turns.push(self.turn(id, at, None, true));
                    open.extend(replies[at].iter().rev());
                }
            }
        }
        turns
    }

    fn turn(&self, id: EventId, at: usize, answered: Option<ClaimNote>, is_reply: bool) -> Turn {
        Turn { claim: self.claim_note(id, at, &self.graph.event(id).claims[at], None), answered, is_reply }
    }

    /// Tells of a claim; `event` is given on pages other than the event's own.
    pub(super) fn claim_note(&self, id: EventId, at: usize, claim: &Claim, event: Option<Shared>) -> ClaimNote {
        ClaimNote {
            anchor: format!("claim-{}", at + 1),
            speaker: claim.speaker.map(|actor| self.actor_link(actor)),
            quote: claim.quote.clone(),
            says: claim.says.clone(),
            status: claim.status.word().to_owned(),
            meaning: claim_meaning(claim.status).to_owned(),
            source: claim.source.and_then(|source| self.graph.event(id).source_number(source)),
            reply_to: claim.reply_to.map(|actor| self.actor_link(actor)),
            event,
        }
    }

    /// What an actor claims at an event that this one links to: the first such claim.
    fn said_before(&self, id: EventId, actor: ActorId) -> Option<Said> {
        let targets = self.graph.event(id).links.iter().map(|&link| self.graph.link(link).to);
        targets.filter(|target| *target != id).find_map(|target| {
            let at = self.graph.event(target).claims.iter().position(|claim| claim.speaker == Some(actor))?;
            Some((target, at))
        })
    }
}

/// The claim that a claim of the same event answers: the last one before it by the actor that it names.
fn answered_here(claims: &[Claim], at: usize) -> Option<usize> {
    let actor = claims[at].reply_to?;
    (0..at).rev().find(|&earlier| claims[earlier].speaker == Some(actor))
}
