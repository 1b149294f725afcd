//! Actors, places and storylines.

use serde_json::{Value, json};

use super::{Node, reference};
use crate::content::kinds::actor::ActorKind;
use crate::graph::{ActorId, PlaceId, StorylineId};
use crate::pages::citation::Cited;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// An actor by name, for the pages of others.
    pub(super) fn named_actor(&self, id: ActorId) -> Value {
        self.actor(id).done()
    }

    fn actor(&self, id: ActorId) -> Node {
        let actor = self.graph.actor(id);
        let kind = match actor.kind {
            Some(ActorKind::Person) => "Person",
            Some(ActorKind::Company) => "Corporation",
            Some(ActorKind::Government) => "GovernmentOrganization",
            Some(ActorKind::State) => "Country",
            Some(ActorKind::Organisation | ActorKind::Group) => "Organization",
            None => "Thing",
        };
        let page = self.page_id(&Route::record("actors", &actor.id).address());
        Node::new(kind, Some(format!("{page}#it")))
            .with("name", actor.name.clone())
            .list("sameAs", actor.wikidata.iter().map(|id| wikidata(id)).chain(actor.url.iter().map(|url| url.clone().into())))
    }

    /// An actor as its own page tells of it.
    pub(super) fn actor_thing(&self, id: ActorId) -> Value {
        let actor = self.graph.actor(id);
        let (began, ended) = match actor.kind {
            Some(ActorKind::Person) => ("birthDate", "deathDate"),
            _ => ("foundingDate", "dissolutionDate"),
        };
        let is_dated = matches!(actor.kind, Some(kind) if kind != ActorKind::State);
        let day = |date: &Option<crate::date::EventDate>| date.as_ref().filter(|_| is_dated).and_then(|date| date.machine());
        let names = actor.aliases.iter().chain(actor.names.values());
        self.actor(id)
            .maybe("description", actor.summary.clone())
            .list("alternateName", names.map(|name| Value::from(name.as_str())))
            .maybe(began, day(&actor.began))
            .maybe(ended, day(&actor.ended))
            .with("mainEntityOfPage", self.page_id(&Route::record("actors", &actor.id).address()))
            .done()
    }

    /// A place by name and position, for the pages of others.
    pub(super) fn named_place(&self, id: PlaceId) -> Value {
        self.place(id).done()
    }

    fn place(&self, id: PlaceId) -> Node {
        let place = self.graph.place(id);
        let page = self.page_id(&Route::record("places", &place.id).address());
        let position = place.coordinates.map(|(north, east)| json!({"@type": "GeoCoordinates", "latitude": north, "longitude": east}));
        Node::new("Place", Some(format!("{page}#it"))).with("name", place.name.clone()).maybe("geo", position)
    }

    /// A place as its own page tells of it.
    pub(super) fn place_thing(&self, id: PlaceId) -> Value {
        let place = self.graph.place(id);
        let names = place.aliases.iter().chain(place.names.values());
        let whole = place.part_of.map(|whole| self.named_place(whole));
        self.place(id)
            .maybe("description", place.summary.clone())
            .list("alternateName", names.map(|name| Value::from(name.as_str())))
            .maybe("containedInPlace", whole)
            .list("sameAs", place.wikidata.iter().map(|id| wikidata(id)))
            .with("mainEntityOfPage", self.page_id(&Route::record("places", &place.id).address()))
            .done()
    }

    /// A storyline as its own page tells of it; that an event is a part of it is told by the event.
    pub(super) fn storyline_nodes(&self, id: StorylineId) -> Vec<Value> {
        vec![self.storyline_series(id).done(), self.publisher_node()]
    }

    /// A storyline as a file tells of it, with its events in order.
    pub(super) fn storyline_nodes_with_parts(&self, id: StorylineId) -> Vec<Value> {
        let parts = self.graph.storyline(id).events.iter().map(|&event| {
            let address = self.page_id(&Route::record("events", &self.graph.event(event).id).address());
            reference(format!("{address}#article"))
        });
        vec![self.storyline_series(id).list("hasPart", parts).done(), self.publisher_node()]
    }

    fn storyline_series(&self, id: StorylineId) -> Node {
        let storyline = self.graph.storyline(id);
        let cited = Cited::Storyline(id);
        let page = self.page_id(&self.cited_route(cited).address());
        let citation = self.citation(cited);
        self.authored(Node::new("CreativeWorkSeries", Some(format!("{page}#it"))).with("name", storyline.title.clone()), &citation)
            .maybe("description", citation.summary.clone())
            .with("url", page.clone())
            .with("mainEntityOfPage", page)
            .maybe("version", citation.version)
    }
}

/// The full address of a Wikidata item.
fn wikidata(id: &str) -> Value {
    format!("https://www.wikidata.org/entity/{id}").into()
}
