//! Tombstones: what stands at an address whose page was taken back. They say that something was here, since when it is gone and why,
//! and repeat nothing of it.

use serde::Serialize;

use super::frame::Frame;
use super::parts::DateLabel;
use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::Kind;
use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic, Location, Origin, Report};
use crate::ledger::RecordKey;

use super::subject::Subject;

/// A page that was taken back.
#[derive(Debug, Clone)]
pub struct Tombstone {
    /// The record, where it was one.
    pub record: Option<RecordKey>,
    /// Since when it is gone.
    pub date: EventDate,
    pub reason: String,
}

/// What `templates/pages/tombstone.html` receives as `tombstone`.
#[derive(Debug, Clone, Serialize)]
pub struct TombstonePage {
    /// What was here: `event`, or `page`.
    pub kind: String,
    pub withdrawn: DateLabel,
    pub reason: String,
    /// The days of the releases.
    pub versions: Vec<DateLabel>,
}

impl SitePlan<'_> {
    /// Sets a tombstone for every record and address that was taken back.
    pub(super) fn add_tombstones(&mut self, report: &mut Report) {
        let (graph, config) = (self.graph, self.config);
        for gone in &graph.withdrawn {
            let (key, withdrawn) = (RecordKey::new(gone.kind, &gone.id), &gone.withdrawn);
            let at = graph.files.locate(gone.file, withdrawn.at);
            let stone = |record| Tombstone { record, date: withdrawn.date.clone(), reason: withdrawn.reason.clone() };
            self.set_tombstone(Self::route_of(&key), stone(Some(key)), &at, report);
            // What it said under its old names is gone too.
            for alias in &gone.aliases {
                if let Some(route) = Route::from_address(alias) {
                    self.set_tombstone(route, stone(self.record_at(alias)), &at, report);
                }
            }
        }
        for gone in &config.withdrawn {
            let Some(route) = Route::from_address(&gone.address) else {
                let bad = Diagnostic::new(Code::BadAddress, format!("the withdrawn `{}` is no address", gone.address));
                report.push(bad.at(gone.at.clone()).help("write it as it stood after the site's name, such as `/events/x/`"));
                continue;
            };
            let stone = Tombstone { record: self.record_at(&gone.address), date: gone.date.clone(), reason: gone.reason.clone() };
            self.set_tombstone(route, stone, &gone.at, report);
        }
    }

    fn set_tombstone(&mut self, route: Route, stone: Tombstone, at: &Location, report: &mut Report) {
        if self.has(&route) {
            let message = format!("`{}` was withdrawn, and something else has its address", route.written());
            let taken = Diagnostic::new(Code::ReusedId, message).at(at.clone());
            report.push(taken.help("give the other record another id: whoever cited the address must not be led to something else"));
            return;
        }
        let subject = Subject::Tombstone(self.outline.tombstones.len());
        self.add(route, subject, Origin::File(at.path.clone()));
        self.outline.tombstones.push(stone);
    }

    /// The record whose page stood or stands at an address.
    pub(super) fn record_at(&self, address: &str) -> Option<RecordKey> {
        let parts: Vec<&str> = address.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [folder, id] if folder != Kind::Page.folder() => RecordKey::parse(&format!("{folder}/{id}")),
            [id] => RecordKey::parse(&format!("{}/{id}", Kind::Page.folder())).filter(|key| self.ledger.versions.contains_key(key)),
            _ => None,
        }
    }

    /// The view of a tombstone.
    pub(super) fn tombstone_page(&self, at: usize, route: &Route) -> (Frame, TombstonePage) {
        let stone = &self.outline.tombstones[at];
        let kind = stone.record.as_ref().map_or("page", |record| record.kind.word());
        let days = stone.record.iter().flat_map(|record| self.ledger.versions_of(record));
        let days = days.filter_map(|version| EventDate::parse(&version.date, chrono_tz::Tz::UTC).ok());
        let page = TombstonePage {
            kind: kind.to_owned(),
            withdrawn: self.date_label(&stone.date),
            reason: stone.reason.clone(),
            versions: days.map(|day| self.date_label(&day)).collect(),
        };
        let mut frame = self.frame(route, self.say("Withdrawn"), self.say("What was here has been taken back"));
        frame.is_hidden = true;
        (frame, page)
    }
}
