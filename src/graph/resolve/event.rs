//! Resolves what the front matter of an event names.

use std::collections::BTreeMap;

use super::Resolver;
use super::source::EventSources;
use super::text::WrittenText;
use crate::content::kinds::event::{
    EventFields, MediumKind, WrittenClaim, WrittenLink, WrittenMedium, WrittenOrigin, WrittenParticipation,
};
use crate::content::{Document, FileId, Kind};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::graph::claim::Claim;
use crate::graph::event::{Event, Participation};
use crate::graph::id::{ActorId, EventId, LinkId, PlaceId, StorylineId, TermId};
use crate::graph::link::Link;
use crate::graph::medium::{Medium, MediumOrigin};
use crate::graph::text::Text;
use crate::yaml::{Located, Spot};

/// An event whose text is still to be resolved.
pub(super) struct EventBody {
    pub(super) text: WrittenText,
    pub(super) sources: EventSources,
}

impl Resolver<'_> {
    /// Resolves events that stand in the order of the timeline.
    pub(super) fn resolve_events(&mut self, documents: Vec<(Document, Box<EventFields>)>) -> (Vec<Event>, Vec<EventBody>) {
        // Room for all at once: growing copies everything, several times in a large story.
        self.sources.reserve(documents.iter().map(|(_, fields)| fields.sources.len()).sum());
        self.links.reserve(documents.iter().map(|(_, fields)| fields.links.len()).sum());
        let resolve =
            |(index, (document, fields)): (usize, (Document, Box<EventFields>))| self.resolve_event(EventId::new(index), document, *fields);
        documents.into_iter().enumerate().map(resolve).unzip()
    }

    fn resolve_event(&mut self, id: EventId, document: Document, fields: EventFields) -> (Event, EventBody) {
        let file = document.file;
        let mut sources = self.resolve_sources(fields.sources, file);
        let links = self.resolve_links(id, fields.links, file, &mut sources);
        let claims = fields.claims.into_iter().map(|claim| self.resolve_claim(claim, file, &mut sources)).collect();
        let participations = self.resolve_participations(fields.participations, file);
        let mut find = |kind, names: &[Located<String>]| -> Vec<usize> {
            let found = names.iter().filter_map(|name| self.find_or_add(kind, name, file));
            without_repeats(found)
        };
        let places = find(Kind::Place, &fields.places).into_iter().map(PlaceId::new).collect();
        let storylines = find(Kind::Storyline, &fields.storylines).into_iter().map(StorylineId::new).collect();
        let tags = fields.tags.iter().filter_map(|tag| self.find_or_add_term(None, tag, file));
        let tags = without_repeats(tags).into_iter().map(TermId::new).collect();
        let terms = self.resolve_terms(&document);
        let media = fields.media.into_iter().filter_map(|medium| self.resolve_medium(medium, file)).collect();
        let event = Event {
            id: document.id.value.clone(),
            file,
            is_broken: document.is_broken,
            title: if fields.title.value.is_empty() { document.id.value.to_string() } else { fields.title.value },
            date: fields.date.value,
            date_at: fields.date.at,
            date_text: fields.date_text,
            known: fields.known.map(|known| known.value),
            summary: fields.summary,
            status: fields.status.value,
            status_at: fields.status.at,
            importance: fields.importance,
            is_era: fields.is_era,
            storylines,
            participations,
            places,
            tags,
            terms,
            links,
            backlinks: Vec::new(),
            sources: Vec::new(),
            claims,
            media,
            history: fields.history,
            changes: fields.changes,
            aliases: fields.aliases.into_iter().map(|alias| (alias.value, alias.at)).collect(),
            authors: fields.authors,
            published: fields.published,
            updated: fields.updated,
            lang: document.lang.clone(),
            text: Text::default(),
            extra: document.extra.iter().map(|(key, extra)| (key.clone(), extra.value.clone())).collect::<BTreeMap<_, _>>(),
        };
        (event, EventBody { text: WrittenText::of(document), sources })
    }

    fn resolve_links(&mut self, from: EventId, written: Vec<WrittenLink>, file: FileId, sources: &mut EventSources) -> Vec<LinkId> {
        let mut links = Vec::new();
        for link in written {
            let source = link.source.and_then(|source| self.cite(&source.value, source.at, file, sources));
            let kind = self.config.link_kinds.find(&link.kind.value);
            if kind.is_none() {
                self.report_unknown_kind(&link.kind, file);
            }
            let (Some(kind), Some(to)) = (kind, self.find_event(&link.to, file)) else { continue };
            let to = EventId::new(to);
            links.push(LinkId::new(self.links.len()));
            self.links.push(Link { from, to, kind, note: link.note, source, at: link.to.at });
        }
        links
    }

    fn report_unknown_kind(&mut self, kind: &Located<String>, file: FileId) {
        let words: Vec<&str> = self.config.link_kinds.iter().map(|kind| kind.word.as_str()).collect();
        let help = match nearest(&kind.value, words.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the kinds are {}; dateline.yaml may add others under `link-kinds`", words.join(", ")),
        };
        let unknown = Diagnostic::new(Code::UnknownLinkKind, format!("`{}` is no kind of link", kind.value));
        self.report(file, kind.at, unknown.help(help));
    }

    fn resolve_claim(&mut self, claim: WrittenClaim, file: FileId, sources: &mut EventSources) -> Claim {
        let speaker = claim.by.and_then(|by| self.find_or_add(Kind::Actor, &by, file));
        let reply_to = claim.reply_to.and_then(|to| self.find_or_add(Kind::Actor, &to, file));
        Claim {
            at: claim.at,
            speaker: speaker.map(ActorId::new),
            quote: claim.quote,
            says: claim.says,
            status: claim.status,
            source: claim.source.and_then(|source| self.cite(&source.value, source.at, file, sources)),
            reply_to: reply_to.map(ActorId::new),
        }
    }

    fn resolve_participations(&mut self, written: Vec<WrittenParticipation>, file: FileId) -> Vec<Participation> {
        let mut participations: Vec<Participation> = Vec::new();
        for participation in written {
            let Some(actor) = self.find_or_add(Kind::Actor, &participation.actor, file).map(ActorId::new) else { continue };
            if participations.iter().all(|other| (other.actor, &other.role) != (actor, &participation.role)) {
                participations.push(Participation { actor, role: participation.role, at: participation.actor.at });
            }
        }
        participations
    }

    fn resolve_terms(&mut self, document: &Document) -> Vec<Vec<TermId>> {
        let keys: Vec<String> = self.taxonomies.iter().map(|taxonomy| taxonomy.key.clone()).collect();
        let mut terms = Vec::with_capacity(keys.len());
        for (index, key) in keys.iter().enumerate() {
            let names = document.extra.get(key).map_or(Vec::new(), |extra| texts(&extra.value, extra.at));
            let found = names.iter().filter_map(|name| self.find_or_add_term(Some(index), name, document.file));
            terms.push(without_repeats(found).into_iter().map(TermId::new).collect());
        }
        terms
    }

    fn resolve_medium(&mut self, medium: WrittenMedium, file: FileId) -> Option<Medium> {
        let WrittenMedium { at, origin, kind, alt, poster, subtitles, caption, credit, licence } = medium;
        let (origin, usual) = match origin {
            WrittenOrigin::Here(name) => {
                let path = self.resolve_file(&name.value, name.at, file)?;
                let usual = MediumKind::of(&path).unwrap_or(MediumKind::Document);
                (MediumOrigin::Here(path), usual)
            }
            WrittenOrigin::Elsewhere(address) => {
                // A page of others is mostly one to watch.
                let usual = MediumKind::of(address.split(['?', '#']).next().unwrap_or_default()).unwrap_or(MediumKind::Video);
                (MediumOrigin::Elsewhere(address), usual)
            }
        };
        let poster = poster.and_then(|name| self.resolve_file(&name.value, name.at, file));
        let subtitles = subtitles.into_iter().filter_map(|name| self.resolve_file(&name.value, name.at, file)).collect();
        Some(Medium { origin, kind: kind.unwrap_or(usual), at, alt, poster, subtitles, caption, credit, licence })
    }
}

/// The texts of a value that a taxonomy names: one, or a list.
fn texts(value: &serde_json::Value, at: Spot) -> Vec<Located<String>> {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(_) | serde_json::Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    let values = match value {
        serde_json::Value::Array(values) => values.iter().filter_map(text).collect(),
        single => Vec::from_iter(text(single)),
    };
    values.into_iter().map(|value| Located { value, at }).collect()
}

fn without_repeats(found: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut kept = Vec::new();
    for index in found {
        if !kept.contains(&index) {
            kept.push(index);
        }
    }
    kept
}
