//! The event itself: what happened, when and where.

use serde_json::Value;

use super::{Node, reference};
use crate::graph::EventId;
use crate::pages::citation::Cited;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// The page of an event: the article, and the event that it is about.
    pub(super) fn event_nodes(&self, id: EventId) -> Vec<Value> {
        vec![self.article_node(id), self.event_thing(id), self.publisher_node()]
    }

    fn event_thing(&self, id: EventId) -> Value {
        let event = self.graph.event(id);
        let page = self.page_id(&self.cited_route(Cited::Event(id)).address());
        let other =
            |other: EventId| reference(format!("{}#event", self.page_id(&Route::record("events", &self.graph.event(other).id).address())));
        let is_whole = |kind: usize| self.graph.link_kinds.get(kind).word == "part-of";
        let wholes = event.links.iter().map(|&link| self.graph.link(link)).filter(|link| is_whole(link.kind)).map(|link| other(link.to));
        let parts =
            event.backlinks.iter().map(|&link| self.graph.link(link)).filter(|link| is_whole(link.kind)).map(|link| other(link.from));
        let end = event.date.latest().filter(|_| event.date.is_interval()).and_then(|day| day.to_naive()).map(|day| day.to_string());
        let mut actors: Vec<_> = event.participations.iter().map(|participation| participation.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        Node::new("Event", Some(format!("{page}#event")))
            .with("name", event.title.clone())
            .maybe("description", event.summary.clone())
            .maybe("startDate", event.date.machine())
            .maybe("endDate", end)
            .list("location", event.places.iter().map(|&place| self.named_place(place)))
            .list("about", actors.into_iter().map(|actor| self.named_actor(actor)))
            .list("superEvent", wholes)
            .list("subEvent", parts)
            .with("subjectOf", reference(format!("{page}#article")))
            .done()
    }
}
