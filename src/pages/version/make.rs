//! Makes the view of a frozen page, and finds its way between versions and to the living page.

use super::frozen::Frozen;
use super::{FactLine, Reading, VersionLink, VersionPage};
use crate::date::EventDate;
use crate::ledger::{RecordKey, Released, Version};
use crate::pages::differences::differences;
use crate::pages::frame::Frame;
use crate::pages::parts::{DateLabel, NamedLink};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

impl SitePlan<'_> {
    /// The view of a frozen page.
    pub(in crate::pages) fn version_page(&self, key: &RecordKey, at: usize) -> Option<(Frame, VersionPage)> {
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
    pub(in crate::pages) fn living(&self, key: &RecordKey) -> Route {
        let route = Self::route_of(key);
        self.outline.redirects.get(route.path()).cloned().unwrap_or(route)
    }

    /// The name under which a released record lives on.
    pub(in crate::pages) fn heir_of(&self, key: &RecordKey) -> RecordKey {
        let heir = self.outline.old_names.iter().find(|(_, old)| old.contains(key)).map(|(heir, _)| heir.clone());
        heir.unwrap_or_else(|| key.clone())
    }

    pub(in crate::pages) fn version_link(&self, key: &RecordKey, version: &Version) -> VersionLink {
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

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
