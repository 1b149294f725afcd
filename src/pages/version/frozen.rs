//! The parts of a frozen page, made of the kept text alone.

use super::{MediumLine, Reading, RelationLine};
use crate::content::Kind;
use crate::content::kinds::event::{ClaimStatus, Status};
use crate::date::EventDate;
use crate::ledger::{RecordKey, ReleasedChange, ReleasedClaim, ReleasedMedium, ReleasedSource};
use crate::pages::event::ParticipationNote;
use crate::pages::names::{claim_meaning, status_label};
use crate::pages::parts::{ChangeNote, ClaimNote, DateLabel, NamedLink, SourceNote, StatusLabel};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// Makes the parts of a frozen page.
pub(super) struct Frozen<'a> {
    pub(super) plan: &'a SitePlan<'a>,
    pub(super) reading: &'a Reading<'a>,
}

impl Frozen<'_> {
    pub(super) fn date(&self, written: Option<&str>, words: Option<&str>) -> Option<DateLabel> {
        let zone = self.reading.released.timezone.as_ref().and_then(|zone| zone.parse().ok());
        let date = EventDate::parse(written?, zone.unwrap_or(self.plan.config.timezone)).ok()?;
        let mut label = self.plan.date_label(&date);
        if let Some(words) = words {
            label.text = words.to_owned();
        }
        Some(label)
    }

    /// The status of an event; those of storylines need no badge.
    pub(super) fn status(&self, kind: Kind) -> Option<StatusLabel> {
        let word = self.reading.released.status.as_ref().filter(|_| kind == Kind::Event)?;
        Status::WORDS.iter().find(|(known, _)| known == word).map(|(_, status)| status_label(*status))
    }

    pub(super) fn link(&self, key: &str) -> NamedLink {
        let living = RecordKey::parse(key).map(|key| self.plan.living(&key));
        NamedLink { name: self.reading.name(key).to_owned(), href: living.unwrap_or_else(Route::home).href() }
    }

    pub(super) fn participations(&self) -> Vec<ParticipationNote> {
        let parts = self.reading.released.actors.iter().map(|part| (self.link(&part.actor), part.role.clone()));
        parts.map(|(actor, role)| ParticipationNote { name: actor.name, href: actor.href, kind: None, role }).collect()
    }

    pub(super) fn relations(&self) -> Vec<RelationLine> {
        let links = self.reading.released.links.iter();
        links.map(|link| RelationLine { words: link.words.clone(), event: self.link(&link.event), note: link.note.clone() }).collect()
    }

    pub(super) fn claim(&self, at: usize, claim: &ReleasedClaim) -> ClaimNote {
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

    pub(super) fn media(&self) -> Vec<MediumLine> {
        let media = self.reading.released.media.iter().cloned();
        let is_elsewhere = |file: &str| file.starts_with("https://") || file.starts_with("http://");
        let line = |it: ReleasedMedium| MediumLine {
            is_elsewhere: is_elsewhere(&it.file),
            file: it.file,
            alt: it.alt,
            caption: it.caption,
            credit: it.credit,
        };
        media.map(line).collect()
    }

    pub(super) fn source(&self, at: usize, source: &ReleasedSource) -> SourceNote {
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

    pub(super) fn changes(&self) -> Vec<ChangeNote> {
        let changes = self.reading.released.changes.iter();
        let note = |change: &ReleasedChange| {
            Some(ChangeNote { date: self.date(Some(&change.date), None)?, kind: change.kind.clone(), note: change.note.clone() })
        };
        changes.filter_map(note).collect()
    }
}
