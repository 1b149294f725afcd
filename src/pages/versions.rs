//! The versions of a record: what its page says of them, the list of all, and the same list for machines (Memento, RFC 7089).

use std::collections::BTreeSet;

use serde::Serialize;

use super::frame::Frame;
use super::parts::{DateLabel, NamedLink};
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use super::version::VersionLink;
use crate::diagnostic::Origin;
use crate::graph::RecordId;
use crate::ledger::{LOCK_NAME, RecordKey};

/// What a page says of its own versions: the one to cite, and where all are.
#[derive(Debug, Clone, Serialize)]
pub struct CurrentVersion {
    pub number: u32,
    /// The frozen page of this version.
    pub href: String,
    pub date: DateLabel,
    pub note: Option<String>,
    /// False when the page has changed since: then no version has its words yet.
    pub is_current: bool,
    /// The frozen page of the version before.
    pub previous_href: Option<String>,
    /// The list of all versions, where there are several.
    pub list_href: Option<String>,
    /// The same list for machines.
    pub timemap_href: Option<String>,
}

/// What `templates/pages/versions.html` receives as `versions`.
#[derive(Debug, Clone, Serialize)]
pub struct VersionList {
    /// The record as it is now.
    pub now: NamedLink,
    /// Newest first.
    pub versions: Vec<VersionLink>,
    pub is_current: bool,
}

/// A list of versions for machines; addresses are full ones.
#[derive(Debug, Clone)]
pub struct TimeMap {
    pub original: String,
    pub own: String,
    /// Each version with its day in the form of HTTP, the oldest first.
    pub mementos: Vec<(String, String)>,
}

const TIMEMAP: &str = "timemap.link";

impl SitePlan<'_> {
    /// Plans a frozen page for every version, and a list where a record has several.
    pub(super) fn add_versions(&mut self) {
        let origin = Origin::Program(LOCK_NAME.to_owned());
        for (key, versions) in &self.ledger.versions {
            let page = Self::route_of(key);
            let gone = self.outline.tombstones.iter().position(|stone| stone.record.as_ref() == Some(key));
            for (at, version) in versions.iter().enumerate() {
                let subject = match gone {
                    Some(stone) => Subject::Tombstone(stone),
                    None if version.kept.is_some() => Subject::Version(key.clone(), at),
                    None => continue,
                };
                self.add(page.version(version.number), subject, origin.clone());
            }
            if let Some(stone) = gone.filter(|_| versions.len() > 1) {
                self.add(page.versions(), Subject::Tombstone(stone), origin.clone());
            }
        }
        // A record that was renamed and not released since has a list under its new name too.
        let owners: BTreeSet<RecordKey> = self.ledger.versions.keys().chain(self.outline.old_names.keys()).cloned().collect();
        for key in &owners {
            let heir = self.heir_of(key);
            let page = Self::route_of(key);
            let is_gone = self.has(&page.versions()) || self.lineage(&heir).len() < 2;
            if is_gone {
                continue;
            }
            self.add(page.versions(), Subject::Versions(heir.clone()), origin.clone());
            if self.config.url.is_some() {
                self.add(page.beside(TIMEMAP), Subject::TimeMap(heir), origin.clone());
            }
        }
    }

    /// What the page of a record says of its versions; none where nothing of it was released.
    pub(super) fn current_version(&self, record: RecordId) -> Option<CurrentVersion> {
        if self.ledger.is_empty() {
            return None;
        }
        let key = self.record_key(record)?;
        let lineage = self.lineage(&key);
        let (owner, last) = lineage.last()?;
        let link = self.version_link(owner, last);
        let page = Self::route_of(&key);
        let before = lineage.len().checked_sub(2).and_then(|at| lineage.get(at));
        let has = |route: Route| Some(route).filter(|route| self.has(route)).map(|route| route.href());
        Some(CurrentVersion {
            number: link.number,
            href: link.href,
            date: link.date,
            note: link.note,
            is_current: owner == &key && !self.outline.unreleased.contains(&key),
            previous_href: before.map(|(owner, version)| self.version_link(owner, version).href),
            list_href: has(page.versions()),
            timemap_href: has(page.beside(TIMEMAP)),
        })
    }

    /// The day on which a record was first released.
    pub(super) fn first_released(&self, record: RecordId) -> Option<DateLabel> {
        let key = self.record_key(record)?;
        let lineage = self.lineage(&key);
        lineage.first().map(|(owner, version)| self.version_link(owner, version).date)
    }

    /// The view of the list of a record's versions.
    pub(super) fn version_list(&self, key: &RecordKey, route: &Route) -> (Frame, VersionList) {
        let lineage = self.lineage(key);
        let title = lineage.last().and_then(|(_, version)| version.kept.as_ref()).map(|kept| kept.released().title);
        let title = title.unwrap_or_else(|| key.to_string());
        let list = VersionList {
            now: NamedLink { name: title.clone(), href: self.living(key).href() },
            versions: lineage.iter().rev().map(|(owner, version)| self.version_link(owner, version)).collect(),
            is_current: !self.outline.unreleased.contains(key),
        };
        let mut frame =
            self.frame(route, self.say_with("{title}: all versions", &[("title", &title)]), self.say("What this page said, and when"));
        frame.is_hidden = true;
        frame.breadcrumbs = vec![list.now.clone()];
        (frame, list)
    }

    /// The list of a record's versions for machines.
    pub fn time_map(&self, key: &RecordKey, route: &Route) -> TimeMap {
        let mementos = self.lineage(key).into_iter().map(|(owner, version)| {
            let day = crate::date::EventDate::parse(&version.date, chrono_tz::Tz::UTC);
            let day = day.ok().and_then(|day| day.http_midnight()).unwrap_or_default();
            (self.full_address(&Self::route_of(&owner).version(version.number)), day)
        });
        TimeMap { original: self.full_address(&self.living(key)), own: self.full_address(route), mementos: mementos.collect() }
    }
}
