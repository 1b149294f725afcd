//! Frozen pages: a record as it was released, in today's theme and the words of that day.
//!
//! Everything on them comes from the kept text. Names lead to where their records are now, under whatever name.

use serde::Serialize;

use super::differences::{Difference, differences};
use super::event::ParticipationNote;
use super::frame::Frame;
use super::names::{claim_meaning, status_label};
use super::parts::{Block, ClaimNote, DateLabel, NamedLink, SourceNote, StatusLabel};
use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::Kind;
use crate::content::kinds::change::Change;
use crate::content::kinds::event::{ClaimStatus, Status};
use crate::date::EventDate;
use crate::ledger::{Kept, Meanings, RecordKey, Released, ReleasedChange, ReleasedClaim, ReleasedSource, Version};

/// What `templates/pages/version.html` receives as `version`.
#[derive(Debug, Clone, Serialize)]
pub struct VersionPage {
    /// `event`, `actor` …
    pub kind: String,
    pub number: u32,
    pub released: DateLabel,
    /// Why there is this version.
    pub note: Option<String>,
    /// No later version was released.
    pub is_latest: bool,
    /// The record as it is now.
    pub now: NamedLink,
    pub previous: Option<VersionLink>,
    pub next: Option<VersionLink>,
    /// The list of all versions, where there are several.
    pub list_href: Option<String>,
    /// What is not as in the version before.
    pub differences: Vec<Difference>,
    pub title: String,
    pub date: Option<DateLabel>,
    pub known: Option<DateLabel>,
    pub status: Option<StatusLabel>,
    pub summary: Option<String>,
    pub body: Vec<Block>,
    pub facts: Vec<FactLine>,
    pub also: Vec<String>,
    pub participations: Vec<ParticipationNote>,
    pub places: Vec<NamedLink>,
    pub tags: Vec<String>,
    pub events: Vec<NamedLink>,
    pub relations: Vec<RelationLine>,
    pub claims: Vec<ClaimNote>,
    pub media: Vec<MediumLine>,
    pub sources: Vec<SourceNote>,
    pub changes: Vec<ChangeNote>,
    pub authors: Vec<String>,
}

/// A version by its number.
#[derive(Debug, Clone, Serialize)]
pub struct VersionLink {
    pub number: u32,
    pub href: String,
    pub date: DateLabel,
    pub note: Option<String>,
}

/// A fact with its label.
#[derive(Debug, Clone, Serialize)]
pub struct FactLine {
    pub label: String,
    pub value: String,
}

/// A link to another event, in words.
#[derive(Debug, Clone, Serialize)]
pub struct RelationLine {
    pub words: String,
    pub event: NamedLink,
    pub note: Option<String>,
}

/// A picture or document that stood on the page; the file is not kept.
#[derive(Debug, Clone, Serialize)]
pub struct MediumLine {
    pub file: String,
    pub alt: Option<String>,
    pub caption: Option<String>,
    pub credit: Option<String>,
}

/// A note about a change of a page.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeNote {
    pub date: DateLabel,
    /// `correction`, `update` or `minor`.
    pub kind: String,
    pub note: String,
}

/// A kept text, read: what the page and its differences are made of.
pub(super) struct Reading<'k> {
    pub(super) released: Released,
    pub(super) meanings: Meanings,
    pub(super) body: &'k str,
}

impl<'k> Reading<'k> {
    pub(super) fn of(kept: &'k Kept) -> Self {
        Self { released: kept.released(), meanings: kept.meanings(), body: &kept.body }
    }

    /// The name that a record had.
    pub(super) fn name<'a>(&'a self, key: &'a str) -> &'a str {
        self.meanings.names.get(key).map_or(key, String::as_str)
    }

    /// A source as it was known.
    pub(super) fn source<'a>(&'a self, source: &'a ReleasedSource) -> &'a ReleasedSource {
        source.record.as_ref().and_then(|record| self.meanings.sources.get(record)).unwrap_or(source)
    }
}

impl SitePlan<'_> {
    /// The view of a frozen page.
    pub(super) fn version_page(&self, key: &RecordKey, at: usize) -> Option<(Frame, VersionPage)> {
        let version = self.ledger.versions_of(key).get(at)?;
        let reading = Reading::of(version.kept.as_ref()?);
        let route = Self::route_of(key).version(version.number);
        let heir = self.heir_of(key);
        let lineage = self.lineage(&heir);
        let place = lineage.iter().position(|(owner, other)| owner == key && other.number == version.number);
        let previous = place.and_then(|place| place.checked_sub(1)).and_then(|place| lineage.get(place));
        let next = place.and_then(|place| lineage.get(place + 1));
        let before = previous.and_then(|(_, version)| version.kept.as_ref()).map(Reading::of);
        let Released { title, summary, lang, also, tags, authors, .. } = reading.released.clone();
        let frozen = Frozen { plan: self, reading: &reading };
        let page = VersionPage {
            kind: key.kind.word().to_owned(),
            number: version.number,
            released: self.day_label(&version.date),
            note: some(&version.note),
            is_latest: next.is_none(),
            now: NamedLink { name: title.clone(), href: self.living(key).href() },
            previous: previous.map(|(owner, version)| self.version_link(owner, version)),
            next: next.map(|(owner, version)| self.version_link(owner, version)),
            list_href: (lineage.len() > 1).then(|| Self::route_of(&heir).versions().href()),
            differences: before.map(|before| differences(&before, &reading)).unwrap_or_default(),
            date: frozen.date(reading.released.date.as_deref(), reading.released.date_text.as_deref()),
            known: frozen.date(reading.released.known.as_deref(), None),
            status: frozen.status(key.kind),
            body: self.frozen_blocks(&reading, &route),
            facts: reading.released.facts.iter().map(|(label, value)| FactLine { label: label.clone(), value: value.clone() }).collect(),
            participations: frozen.participations(),
            places: reading.released.places.iter().map(|place| frozen.link(place)).collect(),
            events: reading.released.events.iter().map(|event| frozen.link(event)).collect(),
            relations: frozen.relations(),
            claims: reading.released.claims.iter().enumerate().map(|(at, claim)| frozen.claim(at, claim)).collect(),
            media: frozen.media(),
            sources: reading.released.sources.iter().enumerate().map(|(at, source)| frozen.source(at, source)).collect(),
            changes: frozen.changes(),
            title,
            summary,
            also,
            tags,
            authors,
        };
        let title = format!("{}, version {}", page.title, page.number);
        let mut frame = self.frame(&route, title, page.summary.clone().unwrap_or_default());
        frame.is_hidden = true;
        frame.breadcrumbs = vec![page.now.clone()];
        self.set_language(&mut frame, lang.as_deref());
        Some((frame, page))
    }

    /// Where a released record is now: its page, or the one that its old address leads to.
    pub(super) fn living(&self, key: &RecordKey) -> Route {
        let route = Self::route_of(key);
        self.redirects.get(route.path()).cloned().unwrap_or(route)
    }

    /// The name under which a released record lives on.
    pub(super) fn heir_of(&self, key: &RecordKey) -> RecordKey {
        let heir = self.old_names.iter().find(|(_, old)| old.contains(key)).map(|(heir, _)| heir.clone());
        heir.unwrap_or_else(|| key.clone())
    }

    pub(super) fn version_link(&self, key: &RecordKey, version: &Version) -> VersionLink {
        VersionLink {
            number: version.number,
            href: Self::route_of(key).version(version.number).href(),
            date: self.day_label(&version.date),
            note: some(&version.note),
        }
    }

    /// A day of the lock as it is shown.
    fn day_label(&self, day: &str) -> DateLabel {
        let date = EventDate::parse(day, self.config.timezone);
        self.date_label(&date.unwrap_or_else(|_| EventDate::unknown(day)))
    }
}

/// Makes the parts of a frozen page.
struct Frozen<'a> {
    plan: &'a SitePlan<'a>,
    reading: &'a Reading<'a>,
}

impl Frozen<'_> {
    fn date(&self, written: Option<&str>, words: Option<&str>) -> Option<DateLabel> {
        let zone = self.reading.released.timezone.as_ref().and_then(|zone| zone.parse().ok());
        let date = EventDate::parse(written?, zone.unwrap_or(self.plan.config.timezone)).ok()?;
        let mut label = self.plan.date_label(&date);
        if let Some(words) = words {
            label.text = words.to_owned();
        }
        Some(label)
    }

    /// The status of an event; those of storylines need no badge.
    fn status(&self, kind: Kind) -> Option<StatusLabel> {
        let word = self.reading.released.status.as_ref().filter(|_| kind == Kind::Event)?;
        Status::WORDS.iter().find(|(known, _)| known == word).map(|(_, status)| status_label(*status))
    }

    fn link(&self, key: &str) -> NamedLink {
        let living = RecordKey::parse(key).map(|key| self.plan.living(&key));
        NamedLink { name: self.reading.name(key).to_owned(), href: living.unwrap_or_else(Route::home).href() }
    }

    fn participations(&self) -> Vec<ParticipationNote> {
        let parts = self.reading.released.actors.iter().map(|part| (self.link(&part.actor), part.role.clone()));
        parts.map(|(actor, role)| ParticipationNote { name: actor.name, href: actor.href, kind: None, role }).collect()
    }

    fn relations(&self) -> Vec<RelationLine> {
        let links = self.reading.released.links.iter();
        links.map(|link| RelationLine { words: link.words.clone(), event: self.link(&link.event), note: link.note.clone() }).collect()
    }

    fn claim(&self, at: usize, claim: &ReleasedClaim) -> ClaimNote {
        let status = ClaimStatus::WORDS.iter().find(|(word, _)| *word == claim.status).map(|(_, status)| *status);
        ClaimNote {
            anchor: format!("claim-{}", at + 1),
            speaker: claim.by.as_ref().map(|by| self.link(by)),
            quote: claim.quote.clone(),
            says: claim.says.clone(),
            status: claim.status.clone(),
            meaning: status.map(claim_meaning).unwrap_or_default().to_owned(),
            source: claim.source,
            reply_to: claim.reply_to.as_ref().map(|to| self.link(to)),
            event: None,
        }
    }

    fn media(&self) -> Vec<MediumLine> {
        let media = self.reading.released.media.iter().cloned();
        media.map(|it| MediumLine { file: it.file, alt: it.alt, caption: it.caption, credit: it.credit }).collect()
    }

    fn source(&self, at: usize, source: &ReleasedSource) -> SourceNote {
        let details = self.reading.source(source);
        let page = source.record.as_ref().and_then(|record| RecordKey::parse(record)).map(|key| self.plan.living(&key).href());
        SourceNote {
            number: at + 1,
            title: details.title.clone(),
            publisher: details.publisher.clone(),
            authors: details.author.clone(),
            url: details.url.clone(),
            date: self.date(details.date.as_deref(), None),
            kind: details.kind.clone(),
            archive: details.archive.clone(),
            accessed: self.date(details.accessed.as_deref(), None),
            summary: None,
            // The number of events that a source supports is today's; it has no place on a page of another day.
            href: page.filter(|_| details.url.is_none()),
            lang: details.lang.clone(),
            archived_on: None,
            supports: Vec::new(),
            use_count: 0,
        }
    }

    fn changes(&self) -> Vec<ChangeNote> {
        let changes = self.reading.released.changes.iter();
        let note = |change: &ReleasedChange| {
            Some(ChangeNote { date: self.date(Some(&change.date), None)?, kind: change.kind.clone(), note: change.note.clone() })
        };
        changes.filter_map(note).collect()
    }
}

impl SitePlan<'_> {
    /// Notes about the changes of a page, as they are shown.
    pub(super) fn change_notes(&self, changes: &[Change]) -> Vec<ChangeNote> {
        let note = |change: &Change| ChangeNote {
            date: self.date_label(&change.date),
            kind: change.kind.word().to_owned(),
            note: change.note.clone(),
        };
        changes.iter().map(note).collect()
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
