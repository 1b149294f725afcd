//! Actors: the index by kind, and each actor's page with its own timeline.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::frame::Frame;
use super::pair::Companion;
use super::parts::{Block, ClaimNote, DateLabel, NamedLink, SourceNote, Timeline};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::strip::SmallStrip;
use super::subject::FeedSubject;
use super::text::Links;
use super::timeline::shown;
use crate::graph::{ActorId, EventId};

/// What `templates/pages/actors.html` receives as `actors`.
#[derive(Debug, Clone, Serialize)]
pub struct ActorIndex {
    pub groups: Vec<ActorGroup>,
    pub count: usize,
}

/// The actors of one kind, by name.
#[derive(Debug, Clone, Serialize)]
pub struct ActorGroup {
    /// `Companies`.
    pub name: String,
    /// The anchor.
    pub id: String,
    pub actors: Vec<ActorLine>,
}

/// An actor in the index.
#[derive(Debug, Clone, Serialize)]
pub struct ActorLine {
    pub name: String,
    pub href: String,
    pub summary: Option<String>,
    pub count: usize,
}

/// What `templates/pages/actor.html` receives as `actor`.
#[derive(Debug, Clone, Serialize)]
pub struct ActorPage {
    pub id: String,
    pub name: String,
    pub kind: Option<String>,
    pub summary: Option<String>,
    pub aliases: Vec<String>,
    /// Names in other languages.
    pub names: Vec<ForeignName>,
    pub part_of: Option<NamedLink>,
    pub parts: Vec<NamedLink>,
    pub began: Option<DateLabel>,
    pub ended: Option<DateLabel>,
    pub place: Option<NamedLink>,
    pub url: Option<String>,
    pub wikidata: Option<String>,
    pub body: Vec<Block>,
    /// The sources that the text cites.
    pub sources: Vec<SourceNote>,
    /// Its roles, most frequent first.
    pub roles: Vec<RoleCount>,
    /// The role in each event, by the event's id.
    pub role_of: BTreeMap<String, String>,
    pub claims: Vec<ClaimNote>,
    /// Who takes part in the same events, most often first.
    pub companions: Vec<Companion>,
    /// Its events within the whole story.
    pub strip: Option<SmallStrip>,
    pub timeline: Timeline,
    /// No one has written about it yet.
    pub is_implicit: bool,
    /// A page of the list after the first shows the list alone.
    pub is_continued: bool,
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// A name in another language.
#[derive(Debug, Clone, Serialize)]
pub struct ForeignName {
    pub lang: String,
    pub name: String,
}

/// A role and how often it is taken.
#[derive(Debug, Clone, Serialize)]
pub struct RoleCount {
    pub role: String,
    pub count: usize,
}

impl SitePlan<'_> {
    /// The view of the index of actors.
    pub(super) fn actor_index(&self) -> (Frame, ActorIndex) {
        let mut groups: BTreeMap<(usize, &str), Vec<ActorLine>> = BTreeMap::new();
        for actor in &self.graph.actors {
            let (rank, name) = group_of(actor.kind.map(|kind| kind.word()));
            groups.entry((rank, name)).or_default().push(ActorLine {
                name: actor.name.clone(),
                href: Route::record("actors", &actor.id).href(),
                summary: actor.summary.clone(),
                count: distinct_events(&actor.participations).len(),
            });
        }
        let groups = groups.into_iter().map(|((_, name), mut actors)| {
            actors.sort_by_cached_key(|actor| (sort_key(&actor.name), actor.href.clone()));
            ActorGroup { name: name.to_owned(), id: name.to_lowercase().replace(' ', "-"), actors }
        });
        let index = ActorIndex { groups: groups.collect(), count: self.graph.actors.len() };
        let frame =
            self.frame(&Route::index("actors"), self.say("Actors"), self.say("Who takes part: people, bodies, companies and states"));
        (frame, index)
    }

    /// The view of an actor's page.
    pub(super) fn actor_page(&self, id: ActorId, view: ListView) -> (Frame, ActorPage) {
        let actor = self.graph.actor(id);
        let home = Route::record("actors", &actor.id);
        let route = home.list(view);
        let events = distinct_events(&actor.participations);
        let mut role_of = BTreeMap::new();
        let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
        for &(event, at) in &actor.participations {
            let event = self.graph.event(event);
            if let Some(role) = &event.participations[at].role {
                role_of.insert(event.id.to_string(), role.clone());
                *roles.entry(role).or_default() += 1;
            }
        }
        // Only the roles on this page are needed; a long list would carry them all to every page of it.
        let shown: BTreeSet<String> = shown(&events, view).into_iter().map(|event| self.graph.event(event).id.to_string()).collect();
        role_of.retain(|event, _| shown.contains(event));
        let mut roles: Vec<RoleCount> = roles.into_iter().map(|(role, count)| RoleCount { role: role.to_owned(), count }).collect();
        roles.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.role.cmp(&b.role)));
        let is_continued = view != ListView::Oldest(1);
        let claims = actor.claims.iter().filter(|_| !is_continued).map(|&(event, at)| {
            let claim = &self.graph.event(event).claims[at];
            self.claim_note(event, at, claim, Some(self.card(event)))
        });
        let page = ActorPage {
            id: actor.id.to_string(),
            name: actor.name.clone(),
            kind: actor.kind.map(|kind| kind.word().to_owned()),
            summary: actor.summary.clone(),
            aliases: actor.aliases.clone(),
            names: actor.names.iter().map(|(lang, name)| ForeignName { lang: lang.clone(), name: name.clone() }).collect(),
            part_of: actor.part_of.map(|whole| self.actor_link(whole)),
            parts: self.by_name(actor.parts.iter().map(|&part| self.actor_link(part))),
            began: actor.began.as_ref().map(|date| self.date_label(date)),
            ended: actor.ended.as_ref().map(|date| self.date_label(date)),
            place: actor.place.map(|place| self.place_link(place)),
            url: actor.url.clone(),
            wikidata: actor.wikidata.clone(),
            body: if is_continued { Vec::new() } else { self.blocks(&actor.text, &Links::relative(&route)) },
            sources: if is_continued { Vec::new() } else { self.cited_notes(&actor.text) },
            roles,
            role_of,
            claims: claims.collect(),
            companions: if is_continued { Vec::new() } else { self.companions(id, &events) },
            strip: self.strip_with(&events, self.is_mirrored(actor.lang.as_deref())),
            timeline: self.timeline(&events, view, &home),
            is_implicit: actor.file.is_none(),
            is_continued,
            extra: actor.extra.clone(),
        };
        let description = actor
            .summary
            .clone()
            .unwrap_or_else(|| self.say_with("{name} in {site}", &[("name", &actor.name), ("site", &self.config.title)]));
        let mut frame = self.frame(&route, actor.name.clone(), description);
        frame.breadcrumbs = vec![NamedLink { name: self.say("Actors"), href: Route::index("actors").href() }];
        frame.feeds = self.feed_links(FeedSubject::Actor(id));
        self.set_language(&mut frame, actor.lang.as_deref());
        (frame, page)
    }

    /// Links in the order of their names.
    pub(super) fn by_name(&self, links: impl Iterator<Item = NamedLink>) -> Vec<NamedLink> {
        let mut links: Vec<NamedLink> = links.collect();
        links.sort_by_cached_key(|link| (sort_key(&link.name), link.href.clone()));
        links
    }
}

/// Names are sorted by their ASCII letters in lower case, so that accents and case do not part neighbours.
pub(super) fn sort_key(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase()
}

/// The events of an actor, each once, in the order of the timeline.
pub(super) fn distinct_events(participations: &[(EventId, usize)]) -> Vec<EventId> {
    let mut events: Vec<EventId> = participations.iter().map(|(event, _)| *event).collect();
    events.dedup();
    events
}

/// The rank and name of the group in which actors of a kind are listed.
fn group_of(kind: Option<&str>) -> (usize, &'static str) {
    match kind {
        Some("state") => (0, "States"),
        Some("government") => (1, "Government bodies"),
        Some("company") => (2, "Companies"),
        Some("organisation") => (3, "Organisations"),
        Some("group") => (4, "Groups"),
        Some("person") => (5, "People"),
        _ => (6, "Others"),
    }
}
