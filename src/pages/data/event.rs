//! An event as data: everything that its page tells, with ids, in one flat record.

use std::collections::BTreeMap;

use super::Completeness;
use super::record::{
    DataChange, DataClaim, DataEvent, DataHistory, DataLink, DataMedium, DataParticipation, DataPlace, DataRecord, DataSource,
};
use crate::graph::{Event, EventId, LinkId, PlaceId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::text::Links;

impl SitePlan<'_> {
    /// An event as data, with or without its text.
    pub fn data_event(&self, id: EventId, completeness: Completeness) -> DataEvent {
        let graph = self.graph;
        let event = graph.event(id);
        let date = &event.date;
        DataEvent {
            id: event.id.to_string(),
            url: self.full_address(&Route::record("events", &event.id)),
            title: event.title.clone(),
            date: date.text().to_owned(),
            earliest: date.earliest().map(|day| day.to_string()),
            latest: date.latest().map(|day| day.to_string()),
            precision: date.precision().word(),
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
            date_text: self.event_date(id).text.clone(),
            known: event.known.as_ref().map(|known| known.text().to_owned()),
            status: event.status.word().to_owned(),
            importance: event.importance,
            era: event.is_era,
            summary: event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone()),
            lang: event.lang.clone().unwrap_or_else(|| self.config.language.clone()),
            authors: if event.authors.is_empty() { self.config.authors.clone() } else { event.authors.clone() },
            published: event.published.as_ref().map(|day| day.text().to_owned()),
            updated: event.updated.as_ref().map(|day| day.text().to_owned()),
            storylines: self.data_storylines(event),
            actors: self.data_participations(event),
            places: event.places.iter().map(|&place| self.data_place(place)).collect(),
            tags: event.tags.iter().map(|&tag| self.tag_link(tag).name).collect(),
            terms: self.data_terms(event),
            links: event.links.iter().map(|&link| self.data_link(link, false)).collect(),
            backlinks: event.backlinks.iter().map(|&link| self.data_link(link, true)).collect(),
            sources: self.data_sources(event),
            claims: self.data_claims(event),
            media: self.data_media(event),
            history: event
                .history
                .iter()
                .map(|entry| DataHistory {
                    known: entry.known.text().to_owned(),
                    status: entry.status.map(|status| status.word().to_owned()),
                    note: entry.note.clone(),
                })
                .collect(),
            changes: event
                .changes
                .iter()
                .map(|change| DataChange { date: change.date.text().to_owned(), kind: change.kind.word(), note: change.note.clone() })
                .collect(),
            extra: event.extra.clone(),
            text: (completeness == Completeness::WithText).then(|| self.event_markdown(id)),
        }
    }

    fn data_storylines(&self, event: &Event) -> Vec<DataRecord> {
        let storylines = event.storylines.iter().map(|&storyline| self.graph.storyline(storyline));
        storylines.map(|storyline| DataRecord { id: storyline.id.to_string(), name: storyline.title.clone() }).collect()
    }

    fn data_participations(&self, event: &Event) -> Vec<DataParticipation> {
        let participations = event.participations.iter();
        participations
            .map(|participation| {
                let actor = self.graph.actor(participation.actor);
                DataParticipation {
                    id: actor.id.to_string(),
                    name: actor.name.clone(),
                    kind: actor.kind.map(|kind| kind.word()),
                    role: participation.role.clone(),
                }
            })
            .collect()
    }

    fn data_place(&self, id: PlaceId) -> DataPlace {
        let place = self.graph.place(id);
        let (lat, lon) = place.coordinates.unzip();
        DataPlace { id: place.id.to_string(), name: place.name.clone(), lat, lon }
    }

    fn data_terms(&self, event: &Event) -> BTreeMap<String, Vec<String>> {
        let taxonomies = self.graph.taxonomies.iter().zip(&event.terms).filter(|(_, terms)| !terms.is_empty());
        let names = taxonomies.map(|(taxonomy, terms)| (taxonomy, terms.iter().map(|&term| taxonomy.term(term).name.clone())));
        names.map(|(taxonomy, names)| (taxonomy.id.to_string(), names.collect())).collect()
    }

    fn data_link(&self, link: LinkId, is_back: bool) -> DataLink {
        let link = self.graph.link(link);
        let kind = self.graph.link_kinds.get(link.kind);
        let other = self.graph.event(if is_back { link.from } else { link.to });
        DataLink {
            kind: kind.word.clone(),
            words: if is_back { kind.inverse.clone() } else { kind.forward.clone() },
            event: other.id.to_string(),
            title: other.title.clone(),
            note: link.note.clone(),
            source: link.source.map(|source| self.graph.source(source).fields.title.clone()),
        }
    }

    fn data_sources(&self, event: &Event) -> Vec<DataSource> {
        let sources = event.sources.iter().map(|used| self.graph.source(used.source));
        (1..)
            .zip(sources)
            .map(|(number, source)| {
                let fields = &source.fields;
                DataSource {
                    number,
                    id: source.id.as_ref().map(ToString::to_string),
                    title: fields.title.clone(),
                    publisher: fields.publisher.clone(),
                    authors: fields.authors.clone(),
                    kind: fields.kind.map(|kind| kind.word()),
                    url: fields.url.clone(),
                    date: fields.date.as_ref().map(|date| date.text().to_owned()),
                    archive: fields.archive.clone(),
                    accessed: fields.accessed.as_ref().map(|date| date.text().to_owned()),
                }
            })
            .collect()
    }

    fn data_claims(&self, event: &Event) -> Vec<DataClaim> {
        let actor = |id| {
            let actor = self.graph.actor(id);
            DataRecord { id: actor.id.to_string(), name: actor.name.clone() }
        };
        let claims = event.claims.iter();
        claims
            .map(|claim| DataClaim {
                by: claim.speaker.map(actor),
                quote: claim.quote.clone(),
                says: claim.says.clone(),
                status: claim.status.word().to_owned(),
                source: claim.source.and_then(|source| event.source_number(source)),
                reply_to: claim.reply_to.map(actor),
            })
            .collect()
    }

    fn data_media(&self, event: &Event) -> Vec<DataMedium> {
        let links = Links::elsewhere(&Route::record("events", &event.id), &self.root_address());
        let media = event.media.iter();
        media
            .map(|medium| DataMedium {
                url: self.medium_href(medium, &links),
                kind: medium.kind.word(),
                is_image: medium.is_image(),
                alt: medium.alt.clone(),
                poster: medium.poster.as_ref().map(|path| self.file_href(path, &links)),
                subtitles: medium.subtitles.iter().map(|path| self.file_href(path, &links)).collect(),
                caption: medium.caption.clone(),
                credit: medium.credit.clone(),
                licence: medium.licence.clone(),
            })
            .collect()
    }

    /// What stands before addresses in data files: the site's own address, or nothing where it has none.
    pub(super) fn root_address(&self) -> String {
        self.config.url.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}
