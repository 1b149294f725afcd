//! The net: events, actors and places as nodes, and as edges all that connects them, for programs that draw and measure nets.

use std::collections::BTreeSet;

use super::DownloadScope;
use crate::graph::{ActorId, EventId, PlaceId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// A net, directed, in which two nodes may be joined more than once.
#[derive(Debug, Clone)]
pub struct Net {
    pub title: String,
    pub nodes: Vec<NetNode>,
    pub edges: Vec<NetEdge>,
}

/// An event, an actor or a place.
#[derive(Debug, Clone, Default)]
pub struct NetNode {
    /// The kind and the record's id: `event:entity-list-28`.
    pub id: String,
    pub label: String,
    /// `event`, `actor` or `place`.
    pub kind: &'static str,
    /// What an actor is.
    pub subkind: Option<String>,
    pub url: String,
    /// EDTF, of events.
    pub date: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub status: Option<String>,
    pub importance: Option<u8>,
    /// Ids joined by `; `.
    pub storylines: Option<String>,
    pub tags: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

/// What joins two nodes.
#[derive(Debug, Clone)]
pub struct NetEdge {
    pub from: String,
    pub to: String,
    /// The kind of a link, or `takes-part`, `happens-in`, `belongs-to`, `seated-in`.
    pub kind: String,
    /// In words: the role of an actor, or what the link says.
    pub label: String,
    pub note: Option<String>,
}

impl SitePlan<'_> {
    /// The net of a scope: its events with their actors and places, and every edge between two of these.
    pub fn net(&self, scope: DownloadScope) -> Net {
        let graph = self.graph;
        let events: BTreeSet<EventId> = self.events_in(scope).into_iter().collect();
        let mut actors: BTreeSet<ActorId> = BTreeSet::new();
        let mut places: BTreeSet<PlaceId> = BTreeSet::new();
        for &id in &events {
            actors.extend(graph.event(id).participations.iter().map(|participation| participation.actor));
            places.extend(graph.event(id).places.iter().copied());
        }
        let mut nodes: Vec<NetNode> = events.iter().map(|&id| self.event_node(id)).collect();
        nodes.extend(actors.iter().map(|&id| self.actor_node(id)));
        nodes.extend(places.iter().map(|&id| self.place_node(id)));
        let mut edges = Vec::new();
        for &id in &events {
            self.add_edges_of_event(id, &events, &mut edges);
        }
        for &id in &actors {
            let actor = graph.actor(id);
            let whole = actor.part_of.filter(|whole| actors.contains(whole));
            edges.extend(whole.map(|whole| edge(self.actor_key(id), self.actor_key(whole), "belongs-to", "belongs to")));
            let seat = actor.place.filter(|place| places.contains(place));
            edges.extend(seat.map(|place| edge(self.actor_key(id), self.place_key(place), "seated-in", "seated in")));
        }
        for &id in &places {
            let whole = graph.place(id).part_of.filter(|whole| places.contains(whole));
            edges.extend(whole.map(|whole| edge(self.place_key(id), self.place_key(whole), "belongs-to", "belongs to")));
        }
        Net { title: self.named(scope).0, nodes, edges }
    }

    fn add_edges_of_event(&self, id: EventId, events: &BTreeSet<EventId>, edges: &mut Vec<NetEdge>) {
        let graph = self.graph;
        let event = graph.event(id);
        for link in event.links.iter().map(|&link| graph.link(link)).filter(|link| events.contains(&link.to)) {
            let kind = graph.link_kinds.get(link.kind);
            let edge = edge(self.event_key(id), self.event_key(link.to), &kind.word, &kind.forward);
            edges.push(NetEdge { note: link.note.clone(), ..edge });
        }
        for participation in &event.participations {
            let role = participation.role.as_deref().unwrap_or("takes part");
            edges.push(edge(self.actor_key(participation.actor), self.event_key(id), "takes-part", role));
        }
        edges.extend(event.places.iter().map(|&place| edge(self.event_key(id), self.place_key(place), "happens-in", "happens in")));
    }

    fn event_node(&self, id: EventId) -> NetNode {
        let event = self.graph.event(id);
        let storylines: Vec<&str> = event.storylines.iter().map(|&storyline| self.graph.storyline(storyline).id.as_str()).collect();
        let tags: Vec<String> = event.tags.iter().map(|&tag| self.tag_link(tag).name).collect();
        NetNode {
            id: self.event_key(id),
            label: event.title.clone(),
            kind: "event",
            url: self.full_address(&Route::record("events", &event.id)),
            date: Some(event.date.text().to_owned()),
            earliest: event.date.earliest().map(|day| day.to_string()),
            latest: event.date.latest().map(|day| day.to_string()),
            status: Some(event.status.word().to_owned()),
            importance: Some(event.importance),
            storylines: Some(storylines.join("; ")),
            tags: Some(tags.join("; ")),
            ..NetNode::default()
        }
    }

    fn actor_node(&self, id: ActorId) -> NetNode {
        let actor = self.graph.actor(id);
        NetNode {
            id: self.actor_key(id),
            label: actor.name.clone(),
            kind: "actor",
            subkind: actor.kind.map(|kind| kind.word().to_owned()),
            url: self.full_address(&Route::record("actors", &actor.id)),
            ..NetNode::default()
        }
    }

    fn place_node(&self, id: PlaceId) -> NetNode {
        let place = self.graph.place(id);
        let (lat, lon) = place.coordinates.unzip();
        let url = self.full_address(&Route::record("places", &place.id));
        NetNode { id: self.place_key(id), label: place.name.clone(), kind: "place", url, lat, lon, ..NetNode::default() }
    }

    fn event_key(&self, id: EventId) -> String {
        format!("event:{}", self.graph.event(id).id)
    }

    fn actor_key(&self, id: ActorId) -> String {
        format!("actor:{}", self.graph.actor(id).id)
    }

    fn place_key(&self, id: PlaceId) -> String {
        format!("place:{}", self.graph.place(id).id)
    }
}

fn edge(from: String, to: String, kind: &str, label: &str) -> NetEdge {
    NetEdge { from, to, kind: kind.to_owned(), label: label.to_owned(), note: None }
}
