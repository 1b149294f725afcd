//! The page of an event: what happened, what led here, what came after, and who says so.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Shared;
use super::chain::TOLD_ON_EVENT;
use super::connections::Connections;
use super::dialogue::Turn;
use super::dispute::Dispute;
use super::embed::EmbedCode;
use super::frame::Frame;
use super::glossary::GlossaryEntry;
use super::names::{claim_meaning, status_label};
use super::parts::{Block, ClaimNote, DateLabel, LinkNote, LinkSource, NamedLink, SourceNote, StatusLabel};
use super::route::Route;
use super::site_plan::SitePlan;
use super::strip::SmallStrip;
use super::text::Links;
use super::version::ChangeNote;
use super::watch::WatchNote;
use crate::content::kinds::event::Status;
use crate::date::{self, EventDate};
use crate::graph::{Claim, Direction, EventId, LinkId, RecordId, SourceId};

/// What `templates/pages/event.html` receives as `event`.
#[derive(Debug, Clone, Serialize)]
pub struct EventPage {
    pub id: String,
    pub title: String,
    /// A [`DateLabel`].
    pub date: Shared,
    pub known: Option<DateLabel>,
    /// Where it stands in the whole story.
    pub strip: Option<SmallStrip>,
    pub summary: Option<String>,
    pub status: StatusLabel,
    pub importance: u8,
    pub is_key: bool,
    pub is_era: bool,
    pub storylines: Vec<EventStoryline>,
    pub participations: Vec<ParticipationNote>,
    pub places: Vec<NamedLink>,
    pub tags: Vec<NamedLink>,
    pub taxonomies: Vec<TaxonomyNote>,
    /// What led here, nearest first; those with `steps` of 1 are linked themselves.
    pub antecedents: Vec<LinkNote>,
    /// What came after, nearest first.
    pub consequences: Vec<LinkNote>,
    /// Links of other kinds, both ways: part of, contradicts, related to …
    pub relations: Vec<LinkNote>,
    /// All that led here, step by step; where the chain is long.
    pub chain_href: Option<String>,
    /// How it connects, drawn; none without links.
    pub connections: Option<Connections>,
    pub body: Vec<Block>,
    pub word_count: usize,
    pub claims: Vec<ClaimNote>,
    /// The same claims in the order of a dialogue.
    pub dialogue: Vec<Turn>,
    /// Accounts of other events that contradict this one, side by side.
    pub disputes: Vec<Dispute>,
    /// For a planned event, how long until then.
    pub countdown: Option<WatchNote>,
    /// The next plan in one of its storylines.
    pub next_plan: Option<WatchNote>,
    /// Who and what its text mentions, where there is something to say.
    pub glossary: Vec<GlossaryEntry>,
    /// Where readers may report or mend it.
    pub contribute_href: Option<String>,
    /// What to copy into another site.
    pub embed_code: Option<EmbedCode>,
    pub media: Vec<MediumNote>,
    pub sources: Vec<SourceNote>,
    /// It rests on one source alone.
    pub is_single_source: bool,
    pub history: Vec<HistoryNote>,
    pub corrections: Vec<CorrectionNote>,
    /// Every change of this page that was noted, corrections among them, the oldest first.
    pub changes: Vec<ChangeNote>,
    pub authors: Vec<String>,
    pub published: Option<DateLabel>,
    pub updated: Option<DateLabel>,
    /// Before and after in time.
    pub previous: Option<Shared>,
    pub next: Option<Shared>,
    /// What the author put under declared fields and `extra`.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Declared fields with their labels, for the fact box.
    pub fields: Vec<FieldNote>,
}

/// An actor of the event, and as what.
#[derive(Debug, Clone, Serialize)]
pub struct ParticipationNote {
    pub name: String,
    pub href: String,
    pub kind: Option<String>,
    pub role: Option<String>,
}

/// A storyline of the event, with the neighbours in it.
#[derive(Debug, Clone, Serialize)]
pub struct EventStoryline {
    pub title: String,
    pub href: String,
    /// The place of the event in the storyline, from 1.
    pub position: usize,
    pub count: usize,
    pub previous: Option<Shared>,
    pub next: Option<Shared>,
}

/// The terms of one of the site's own taxonomies.
#[derive(Debug, Clone, Serialize)]
pub struct TaxonomyNote {
    pub label: String,
    pub terms: Vec<NamedLink>,
}

/// A declared field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldNote {
    pub key: String,
    pub label: String,
    pub value: String,
}

/// An image or a document.
#[derive(Debug, Clone, Serialize)]
pub struct MediumNote {
    /// From this page.
    pub src: String,
    pub is_image: bool,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// What was known from a date on.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryNote {
    pub known: DateLabel,
    pub status: Option<StatusLabel>,
    pub note: Option<String>,
    /// The whole story as known on that day.
    pub href: Option<String>,
}

/// A correction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionNote {
    pub date: DateLabel,
    pub note: String,
}

impl SitePlan<'_> {
    /// The view of an event's page.
    pub(super) fn event_page(&self, id: EventId) -> (Frame, EventPage) {
        let event = self.graph.event(id);
        let route = Route::record("events", &event.id);
        let links = Links::relative(&route);
        let (previous, next) = self.graph.neighbours(id);
        let page = EventPage {
            id: event.id.to_string(),
            title: event.title.clone(),
            date: self.event_date_value(id),
            known: event.known.as_ref().map(|date| self.date_label(date)),
            strip: self.strip_around(id, self.is_mirrored(event.lang.as_deref())),
            summary: event.summary.clone(),
            status: status_label(event.status),
            importance: event.importance,
            is_key: event.is_key(),
            is_era: event.is_era,
            storylines: event.storylines.iter().map(|&storyline| self.event_storyline(storyline, id)).collect(),
            participations: self.participation_notes(id),
            places: event.places.iter().map(|&place| self.place_link(place)).collect(),
            tags: event.tags.iter().map(|&tag| self.tag_link(tag)).collect(),
            taxonomies: self.taxonomy_notes(id),
            antecedents: self.chain_notes(id, Direction::Back),
            consequences: self.chain_notes(id, Direction::Forward),
            relations: self.relation_notes(id),
            chain_href: self.chain_href(id),
            connections: self.connections(id),
            body: self.blocks(&event.text, &links.clone().with_glossary()),
            word_count: event.text.word_count,
            claims: event.claims.iter().enumerate().map(|(at, claim)| self.claim_note(id, at, claim, None)).collect(),
            dialogue: self.dialogue(id),
            disputes: self.disputes(id),
            countdown: (event.status == Status::Planned).then(|| self.watch_note(id)),
            next_plan: self.next_plan(id),
            glossary: self.glossary(&event.text),
            embed_code: self.embed_code(id),
            contribute_href: self
                .config
                .contribute
                .as_ref()
                .map(|to| to.address(&self.graph.files.get(event.file).path, event.id.as_str())),
            media: event
                .media
                .iter()
                .map(|medium| MediumNote {
                    src: self.file_href(&medium.path, &links),
                    is_image: medium.is_image(),
                    alt: medium.alt.clone().unwrap_or_default(),
                    caption: medium.caption.clone(),
                    credit: medium.credit.clone(),
                    licence: medium.licence.clone(),
                })
                .collect(),
            sources: self.event_sources(id),
            is_single_source: event.sources.len() == 1,
            history: event
                .history
                .iter()
                .map(|entry| HistoryNote {
                    known: self.date_label(&entry.known),
                    status: entry.status.map(status_label),
                    note: entry.note.clone(),
                    href: self.known_day_href(&entry.known),
                })
                .collect(),
            corrections: event
                .corrections()
                .map(|correction| CorrectionNote { date: self.date_label(&correction.date), note: correction.note.clone() })
                .collect(),
            authors: if event.authors.is_empty() { self.config.authors.clone() } else { event.authors.clone() },
            changes: self.change_notes(&event.changes),
            published: event.published.as_ref().map(|date| self.date_label(date)).or_else(|| self.first_released(RecordId::Event(id))),
            updated: self.updated(id).map(|date| self.date_label(date)),
            previous: previous.map(|id| self.card(id)),
            next: next.map(|id| self.card(id)),
            extra: event.extra.clone(),
            fields: self.field_notes(&event.extra),
        };
        let description = event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone());
        let mut frame = self.frame(&route, event.title.clone(), description);
        frame.breadcrumbs = event.storylines.first().map(|&storyline| self.storyline_link(storyline)).into_iter().collect();
        frame.breadcrumbs.extend(self.month_link(&event.date));
        self.set_language(&mut frame, event.lang.as_deref());
        (frame, page)
    }

    /// When the page of an event last changed in substance, as far as its author said so; minor changes do not count.
    pub(super) fn updated(&self, id: EventId) -> Option<&EventDate> {
        let event = self.graph.event(id);
        let changed = event.changes.iter().filter(|change| change.is_major()).map(|change| &change.date);
        event.updated.iter().chain(changed).max_by_key(|date| date.order_key())
    }

    fn event_storyline(&self, storyline: crate::graph::StorylineId, id: EventId) -> EventStoryline {
        let NamedLink { name: title, href } = self.storyline_link(storyline);
        let (previous, next) = self.graph.neighbours_in(storyline, id);
        let events = &self.graph.storyline(storyline).events;
        let position = events.binary_search(&id).ok().or_else(|| events.iter().position(|event| *event == id));
        EventStoryline {
            title,
            href,
            position: position.map_or(0, |at| at + 1),
            count: events.len(),
            previous: previous.map(|id| self.card(id)),
            next: next.map(|id| self.card(id)),
        }
    }

    fn participation_notes(&self, id: EventId) -> Vec<ParticipationNote> {
        let participations = self.graph.event(id).participations.iter();
        participations
            .map(|participation| {
                let NamedLink { name, href } = self.actor_link(participation.actor);
                let kind = self.graph.actor(participation.actor).kind.map(|kind| kind.word().to_owned());
                ParticipationNote { name, href, kind, role: participation.role.clone() }
            })
            .collect()
    }

    fn taxonomy_notes(&self, id: EventId) -> Vec<TaxonomyNote> {
        let terms = self.graph.event(id).terms.iter().enumerate().filter(|(_, terms)| !terms.is_empty());
        terms
            .map(|(taxonomy, terms)| TaxonomyNote {
                label: self.graph.taxonomies[taxonomy].label.clone(),
                terms: terms.iter().map(|&term| self.term_link(taxonomy, term)).collect(),
            })
            .collect()
    }

    /// What led to an event or came of it: all that is linked itself, and where that is little, the nearest of what lies behind it.
    fn chain_notes(&self, id: EventId, direction: Direction) -> Vec<LinkNote> {
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
    fn relation_notes(&self, id: EventId) -> Vec<LinkNote> {
        let event = self.graph.event(id);
        let is_antecedent = |link: &LinkId| self.graph.link_kinds.get(self.graph.link(*link).kind).is_antecedent;
        let own = event.links.iter().filter(|link| !is_antecedent(link)).map(|&link| (link, self.graph.link(link).to));
        let others = event.backlinks.iter().filter(|link| !is_antecedent(link)).map(|&link| (link, self.graph.link(link).from));
        own.chain(others).map(|(link, other)| self.link_note(link, other, id)).collect()
    }

    /// Tells of a link from the side that does not show `other`; the distance is counted from `seen_from`.
    pub(super) fn link_note(&self, link: LinkId, other: EventId, seen_from: EventId) -> LinkNote {
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

    /// Declared fields that are no taxonomies, in the order of the settings.
    pub(super) fn field_notes(&self, extra: &BTreeMap<String, serde_json::Value>) -> Vec<FieldNote> {
        let declared = self.config.fields.iter().filter(|field| !field.is_taxonomy);
        declared
            .filter_map(|field| {
                let value = match extra.get(&field.key)? {
                    serde_json::Value::String(text) => text.clone(),
                    serde_json::Value::Null => return None,
                    other => other.to_string(),
                };
                Some(FieldNote { key: field.key.clone(), label: field.label.clone(), value })
            })
            .collect()
    }
}
