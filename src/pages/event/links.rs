//! How an event is linked, in words: what led here, what came of it, and what it is to others.

use crate::date;
use crate::graph::{Direction, EventId, LinkId, SourceId};
use crate::pages::chain::TOLD_ON_EVENT;
use crate::pages::parts::{LinkNote, LinkSource};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// What led to an event or came of it: all that is linked itself, and where that is little, the nearest of what lies behind it.
    pub(super) fn chain_notes(&self, id: EventId, direction: Direction) -> Vec<LinkNote> {
        let direct = self.graph.next_in_chain(id, direction).count();
        let steps = self.graph.chain_up_to(id, direction, direct.max(TOLD_ON_EVENT));
        steps
            .into_iter()
            .map(|step| {
                let mut note = self.link_note(step.link, step.event, id);
                note.steps = step.distance;
                if step.distance > 1 {
                    let link = self.graph.link(step.link);
                    let nearer = if link.from == step.event { link.to } else { link.from };
                    note.via = Some(self.event_link(nearer));
                }
                note
            })
            .collect()
    }

    /// Links that tell nothing of cause: both ways, the event's own first.
    pub(super) fn relation_notes(&self, id: EventId) -> Vec<LinkNote> {
        let event = self.graph.event(id);
        let is_antecedent = |link: &LinkId| self.graph.link_kinds.get(self.graph.link(*link).kind).is_antecedent;
        let own = event.links.iter().filter(|link| !is_antecedent(link)).map(|&link| (link, self.graph.link(link).to));
        let others = event.backlinks.iter().filter(|link| !is_antecedent(link)).map(|&link| (link, self.graph.link(link).from));
        own.chain(others).map(|(link, other)| self.link_note(link, other, id)).collect()
    }

    /// Tells of a link from the side that does not show `other`; the distance is counted from `seen_from`.
    pub(in crate::pages) fn link_note(&self, link: LinkId, other: EventId, seen_from: EventId) -> LinkNote {
        let link = self.graph.link(link);
        let kind = self.graph.link_kinds.get(link.kind);
        let words = if link.to == other { &kind.forward } else { &kind.inverse };
        LinkNote {
            words: words.clone(),
            kind: kind.word.clone(),
            event: self.card(other),
            distance: date::distance(self.words(), &self.graph.event(seen_from).date, &self.graph.event(other).date),
            note: link.note.clone(),
            source: link.source.and_then(|source| self.link_source(source, link.from)),
            steps: 1,
            via: None,
        }
    }

    /// The source of a link stands among the sources of the event that makes the link.
    fn link_source(&self, source: SourceId, maker: EventId) -> Option<LinkSource> {
        let event = self.graph.event(maker);
        let number = event.source_number(source)?;
        let href = format!("{}#source-{number}", Route::record("events", &event.id).href());
        let fields = &self.graph.source(source).fields;
        Some(LinkSource { title: fields.publisher.clone().unwrap_or_else(|| fields.title.clone()), href })
    }
}
