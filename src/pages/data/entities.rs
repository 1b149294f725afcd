//! Entities in the model of FollowTheMoney: who, where, what happened, and, where the settings say which roles mean it, who was listed.
//!
//! Each is what a page says and no more: events keep their status in `notes`, and a sanction is made only of a confirmed event.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::kinds::actor::ActorKind;
use crate::content::kinds::event::Status;
use crate::date::EventDate;
use crate::graph::{Actor, ActorId, Event, EventId, PlaceId};
use crate::pages::names::status_label;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// An entity of FollowTheMoney.
#[derive(Debug, Clone, Serialize)]
pub struct Entity {
    pub id: String,
    pub schema: &'static str,
    /// In the order of their names; each value once, none empty.
    pub properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    fn with(mut self, name: &'static str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        for value in values {
            let value = value.into();
            if value.trim().is_empty() {
                continue;
            }
            let values = self.properties.entry(name).or_default();
            if !values.contains(&value) {
                values.push(value);
            }
        }
        self
    }
}

impl SitePlan<'_> {
    /// Every entity of the site: places, actors, events, then the sanctions that events tell of.
    pub fn entities(&self) -> impl Iterator<Item = Entity> {
        let key = self.key();
        let places = self.place_ids().map({
            let key = key.clone();
            move |id| self.address_entity(&key, id)
        });
        let actors = (0..self.graph.actors.len()).map(ActorId::new).map({
            let key = key.clone();
            move |id| self.actor_entity(&key, id)
        });
        let events = self.graph.event_ids().map({
            let key = key.clone();
            move |id| self.event_entity(&key, id)
        });
        let sanctions = self.graph.event_ids().flat_map(move |id| self.sanctions(&key, id));
        places.chain(actors).chain(events).chain(sanctions)
    }

    fn address_entity(&self, key: &str, id: PlaceId) -> Entity {
        let place = self.graph.place(id);
        let (lat, lon) = place.coordinates.unzip();
        Entity::new(place_key(key, place.id.as_str()), "Address")
            .with("name", [&place.name])
            .with("full", [&place.name])
            .with("alias", place.aliases.iter().chain(place.names.values()))
            .with("summary", &place.summary)
            .with("latitude", lat.map(|lat| lat.to_string()))
            .with("longitude", lon.map(|lon| lon.to_string()))
            .with("wikidataId", place.wikidata.as_deref().filter(|id| is_wikidata(id)))
            .with("publisher", [self.publisher()])
            .with("sourceUrl", self.source_address(&Route::record("places", &place.id)))
    }

    fn actor_entity(&self, key: &str, id: ActorId) -> Entity {
        let actor = self.graph.actor(id);
        let schema = schema_of(actor.kind);
        let (began, ended) = if schema == "Person" { ("birthDate", "deathDate") } else { ("incorporationDate", "dissolutionDate") };
        let whole = actor.part_of.filter(|_| schema != "Person").map(|whole| actor_key(key, self.graph.actor(whole)));
        Entity::new(actor_key(key, actor), schema)
            .with("name", [&actor.name])
            .with("alias", actor.aliases.iter().chain(actor.names.values()))
            .with("summary", &actor.summary)
            .with("website", &actor.url)
            .with("wikidataId", actor.wikidata.as_deref().filter(|id| is_wikidata(id)))
            .with("parent", whole)
            .with(began, actor.began.as_ref().and_then(day))
            .with(ended, actor.ended.as_ref().and_then(day))
            .with("addressEntity", actor.place.map(|place| place_key(key, self.graph.place(place).id.as_str())))
            .with("publisher", [self.publisher()])
            .with("sourceUrl", self.source_address(&Route::record("actors", &actor.id)))
    }

    fn event_entity(&self, key: &str, id: EventId) -> Entity {
        let event = self.graph.event(id);
        let status = status_label(event.status);
        let entity = Entity::new(format!("{key}-event-{}", event.id), "Event")
            .with("name", [&event.title])
            .with("summary", [event.summary.as_ref().unwrap_or(&event.text.excerpt)])
            .with("notes", [format!("Date: {}", self.event_date(id).text), format!("Status: {}, {}", status.word, status.meaning)])
            .with("location", event.places.iter().map(|&place| self.graph.place(place).name.clone()))
            .with("addressEntity", event.places.iter().map(|&place| place_key(key, self.graph.place(place).id.as_str())))
            .with("involved", event.participations.iter().map(|who| actor_key(key, self.graph.actor(who.actor))))
            .with("keywords", event.tags.iter().map(|&tag| self.tag_link(tag).name))
            .with("recordId", [event.id.as_str()])
            .with("publisher", [self.publisher()])
            .with("sourceUrl", self.source_address(&Route::record("events", &event.id)))
            .with("sourceUrl", self.sources_of(event));
        if event.date.is_interval() {
            entity.with("startDate", event.date.first_parts().and_then(|_| day(&event.date))).with("endDate", last_day(&event.date))
        } else {
            entity.with("date", day(&event.date))
        }
    }

    /// The sanctions that an event tells of: one for each actor in a role that the settings name.
    fn sanctions(&self, key: &str, id: EventId) -> Vec<Entity> {
        let event = self.graph.event(id);
        let settings = &self.config.sanctions;
        if event.status != Status::Confirmed {
            return Vec::new();
        }
        let in_role = |roles: &[String]| -> Vec<ActorId> {
            let is_meant = |role: &Option<String>| role.as_ref().is_some_and(|role| roles.contains(role));
            event.participations.iter().filter(|who| is_meant(&who.role)).map(|who| who.actor).collect()
        };
        let authorities = in_role(&settings.by);
        let program = settings.program.as_deref().map(|field| self.values_of(event, field)).unwrap_or_default();
        let reasons: Vec<String> = event
            .claims
            .iter()
            .filter_map(|claim| {
                let speaker = claim.speaker.filter(|speaker| authorities.contains(speaker))?;
                let words = claim.says.as_ref().or(claim.quote.as_ref())?;
                Some(format!("{} says: {words} (claim, {})", self.graph.actor(speaker).name, claim.status.word()))
            })
            .collect();
        let sanction = |actor: ActorId| {
            let actor = self.graph.actor(actor);
            Entity::new(format!("{key}-sanction-{}-{}", event.id, actor.id), "Sanction")
                .with("entity", [actor_key(key, actor)])
                .with("authority", authorities.iter().map(|&authority| self.graph.actor(authority).name.clone()))
                .with("program", program.iter().cloned())
                .with("listingDate", day(&event.date))
                .with("reason", reasons.iter().cloned())
                .with("summary", [&event.title])
                .with("recordId", [event.id.as_str()])
                .with("publisher", [self.publisher()])
                .with("sourceUrl", self.source_address(&Route::record("events", &event.id)))
                .with("sourceUrl", self.sources_of(event))
        };
        in_role(&settings.listed).into_iter().map(sanction).collect()
    }

    /// The values of a declared field, be it a taxonomy or not.
    fn values_of(&self, event: &Event, field: &str) -> Vec<String> {
        let graph = self.graph;
        if let Some(at) = graph.taxonomies.iter().position(|taxonomy| taxonomy.id.as_str() == field) {
            return event.terms[at].iter().map(|&term| graph.taxonomies[at].term(term).name.clone()).collect();
        }
        match event.extra.get(field) {
            Some(serde_json::Value::String(text)) => vec![text.clone()],
            Some(serde_json::Value::Array(values)) => values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect(),
            _ => Vec::new(),
        }
    }

    fn sources_of(&self, event: &Event) -> Vec<String> {
        event.sources.iter().filter_map(|used| self.graph.source(used.source).fields.url.clone()).collect()
    }

    fn publisher(&self) -> String {
        self.config.publisher.name.clone().unwrap_or_else(|| self.config.title.clone())
    }

    /// The full address of a page, where the site has one.
    fn source_address(&self, route: &Route) -> Option<String> {
        self.config.url.as_ref().map(|base| route.absolute(base))
    }
}

fn schema_of(kind: Option<ActorKind>) -> &'static str {
    match kind {
        Some(ActorKind::Person) => "Person",
        Some(ActorKind::Company) => "Company",
        Some(ActorKind::Organisation | ActorKind::Group) => "Organization",
        Some(ActorKind::Government | ActorKind::State) => "PublicBody",
        None => "LegalEntity",
    }
}

fn actor_key(key: &str, actor: &Actor) -> String {
    format!("{key}-actor-{}", actor.id)
}

fn place_key(key: &str, id: &str) -> String {
    format!("{key}-place-{id}")
}

/// The years that the model takes for dates.
const YEARS: std::ops::RangeInclusive<i64> = 1000..=2999;

/// The certain part of a date without its time: the model knows `2019`, `2019-10` and `2019-10-07`.
fn day(date: &EventDate) -> Option<String> {
    let text = date.machine()?;
    let day = text.split('T').next().unwrap_or_default();
    let year: i64 = day.split('-').next()?.parse().ok()?;
    YEARS.contains(&year).then(|| day.to_owned())
}

fn last_day(date: &EventDate) -> Option<String> {
    let last = date.last_parts().filter(|last| YEARS.contains(&last.year))?;
    let month = last.month.map_or(String::new(), |month| format!("-{month:02}"));
    let day = last.day.map_or(String::new(), |day| format!("-{day:02}"));
    Some(format!("{:04}{month}{day}", last.year))
}

fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
