//! The card of an event: what every list shows of it, made once.

use super::names::status_label;
use super::parts::{EventCard, RelationChip};
use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::EventId;

/// So many actors are named on a card.
pub(super) const ACTORS_ON_CARD: usize = 4;

impl SitePlan<'_> {
    /// Makes the card of an event.
    pub(super) fn make_card(&self, id: EventId) -> EventCard {
        let event = self.graph.event(id);
        let mut actors: Vec<_> = event.participations.iter().map(|participation| participation.actor).collect();
        actors.dedup();
        let relation = event.links.first().map(|&link| {
            let link = self.graph.link(link);
            let target = self.event_link(link.to);
            let words = self.graph.link_kinds.get(link.kind).forward.clone();
            RelationChip { words, title: target.name, href: target.href }
        });
        EventCard {
            id: event.id.to_string(),
            href: Route::record("events", &event.id).href(),
            title: event.title.clone(),
            date: self.event_date(id).clone(),
            summary: event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone()),
            status: status_label(event.status),
            importance: event.importance,
            is_key: event.is_key(),
            is_era: event.is_era,
            is_contested: self.is_contested(id),
            actor_count: actors.len(),
            actors: actors.into_iter().take(ACTORS_ON_CARD).map(|actor| self.actor_link(actor)).collect(),
            places: event.places.iter().map(|&place| self.place_link(place)).collect(),
            storylines: event.storylines.iter().map(|&storyline| self.storyline_link(storyline)).collect(),
            source_count: event.sources.len(),
            relation,
            facets: self.facets_of(id),
            lang: event.lang.clone(),
        }
    }
}
