//! Keeps the promises of the ledger: every address that was ever released has a record, leads to one, or says why it is gone.
//!
//! Records are the author's to look after. Pages that the program makes of them, such as those of months and tags, lead to the
//! nearest page above them when nothing is left on them.

use std::collections::HashMap;

use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::content::{Kind, Slug};
use crate::diagnostic::{Code, Diagnostic, Origin, Report};
use crate::graph::RecordId;
use crate::ledger::{LOCK_NAME, RecordKey};

impl SitePlan<'_> {
    /// Adds the redirects of the settings, tombstones, and what the promises ask for; reports the promises that would be broken.
    pub(super) fn keep_promises(&mut self, report: &mut Report) {
        self.add_moved(report);
        self.add_tombstones(report);
        if self.ledger.is_empty() {
            return;
        }
        let mut lost = Vec::new();
        let mut bare = Vec::new();
        for address in self.ledger.addresses.keys() {
            let Some(route) = Route::from_address(address).filter(|route| !self.has(route)) else { continue };
            match self.record_at(address) {
                Some(key) => lost.push((route, key)),
                None => bare.push(route),
            }
        }
        let heirs = if lost.is_empty() { HashMap::new() } else { self.names_as_ids() };
        lost.retain(|(route, key)| match heirs.get(key) {
            Some(heir) => {
                self.redirect(route.clone(), Self::route_of(heir), Origin::Program(LOCK_NAME.to_owned()));
                false
            }
            None => true,
        });
        self.find_old_names();
        self.report_lost(&lost, report);
        self.report_reused(report);
        self.outline.unreleased = self.unreleased_records();
        self.report_unreleased(report);
        for route in bare {
            if let Some(above) = self.living_above(&route, &lost) {
                self.redirect(route, above, Origin::Program(LOCK_NAME.to_owned()));
            }
        }
        self.add_versions();
    }

    fn add_moved(&mut self, report: &mut Report) {
        let config = self.config;
        for moved in &config.moved {
            let (from, to) = (Route::from_address(&moved.from), Route::from_address(&moved.to).filter(|to| self.has(to)));
            let message = match (&from, &to) {
                (None, _) => format!("`{}` is no address", moved.from),
                (_, None) => format!("`{}` leads to `{}`, where no page is", moved.from, moved.to),
                (Some(from), _) if self.has(from) => format!("`{}` is the address of a page", moved.from),
                _ => String::new(),
            };
            match (from, to) {
                (Some(from), Some(to)) if message.is_empty() => {
                    let to = self.outline.redirects.get(to.path()).cloned().unwrap_or(to);
                    self.redirect(from, to, Origin::File(moved.at.path.clone()));
                }
                _ => report.push(Diagnostic::new(Code::BadAddress, message).at(moved.at.clone()).help(
                    "under `moved` stand old addresses, each with the address of a page that there is, such as `/tags/trade/: /tags/trade-war/`",
                )),
            }
        }
    }

    /// Adds a redirect page.
    pub(super) fn redirect(&mut self, from: Route, to: Route, origin: Origin) {
        self.outline.redirects.insert(from.path().to_owned(), to.clone());
        self.add(from, Subject::Redirect(to), origin);
    }

    /// Actors, places and storylines by the ids that their other names would have: a name that got a record of another id leads there.
    fn names_as_ids(&self) -> HashMap<RecordKey, RecordKey> {
        let mut heirs = HashMap::new();
        let mut add = |kind: Kind, id: &Slug, names: &mut dyn Iterator<Item = &String>| {
            for name in names.filter_map(|name| Slug::from_name(name)) {
                heirs.entry(RecordKey { kind, id: name }).or_insert_with(|| RecordKey::new(kind, id));
            }
        };
        for actor in &self.graph.actors {
            add(Kind::Actor, &actor.id, &mut [&actor.name].into_iter().chain(&actor.aliases).chain(actor.names.values()));
        }
        for place in &self.graph.places {
            add(Kind::Place, &place.id, &mut [&place.name].into_iter().chain(&place.aliases).chain(place.names.values()));
        }
        for storyline in &self.graph.storylines {
            add(Kind::Storyline, &storyline.id, &mut [&storyline.title].into_iter());
        }
        heirs
    }

    /// Finds the records that live on under another name: their versions are counted on.
    fn find_old_names(&mut self) {
        let mut old_names: HashMap<RecordKey, Vec<RecordKey>> = HashMap::new();
        for key in self.ledger.versions.keys() {
            let heir = self
                .outline
                .redirects
                .get(Self::route_of(key).path())
                .and_then(|to| self.record_at(&to.written()).or_else(|| own_page(to)));
            if let Some(heir) = heir.filter(|heir| heir.kind == key.kind) {
                old_names.entry(heir).or_default().push(key.clone());
            }
        }
        self.outline.old_names = old_names;
    }

    /// The nearest page above an address that is there; none below a record that is reported as lost.
    fn living_above(&self, route: &Route, lost: &[(Route, RecordKey)]) -> Option<Route> {
        let mut above = route.above()?;
        while !self.has(&above) {
            if lost.iter().any(|(other, _)| *other == above) {
                return None;
            }
            above = above.above()?;
        }
        Some(self.outline.redirects.get(above.path()).cloned().unwrap_or(above))
    }

    fn report_lost(&self, lost: &[(Route, RecordKey)], report: &mut Report) {
        for (route, key) in lost {
            let address = route.written();
            let line = self.ledger.addresses.get(&address).copied().unwrap_or(1);
            let gone = Diagnostic::new(Code::VanishedAddress, format!("`{address}` was released, and no page answers there any more"));
            let versions = self.ledger.versions_of(key);
            let cited = versions.iter().map(|version| format!("version {} of {}", version.number, version.date)).collect::<Vec<_>>();
            let note = match &cited[..] {
                [] => format!("whoever cited `{address}` would find nothing"),
                cited => format!("whoever cited `{address}` would find nothing: {}", cited.join(", ")),
            };
            let alias = match key.kind {
                Kind::Actor | Kind::Place => format!("`aliases: [{}]`", key.id),
                Kind::Event | Kind::Storyline | Kind::Page => format!("`aliases: [{address}]`"),
                Kind::Source => format!("`moved: {{{address}: /sources/…/}}` (in dateline.yaml)"),
            };
            let heir = self.likely_heir(key).map_or("the file of its new name".to_owned(), |path| format!("{path}, which bears its title"));
            let help = format!(
                "if it was renamed, add {alias} to {heir}; if it was taken back, write `withdrawn: {{{address}: {{date: …, reason: …}}}}` \
                 in dateline.yaml"
            );
            report.push(gone.at(self.ledger.locate(line)).label("released here").note(note).help(help));
        }
    }

    /// The file of a record that was never released and has the last title of a lost one.
    fn likely_heir(&self, key: &RecordKey) -> Option<String> {
        let title = self.ledger.versions_of(key).last()?.kept.as_ref()?.released().title;
        let is_heir = |record: &RecordId| {
            let own = self.record_key(*record).filter(|own| own.kind == key.kind && !self.ledger.versions.contains_key(own));
            own.is_some() && self.record_link(*record).is_some_and(|link| link.name == title)
        };
        let heir = self.graph.record_ids().find(is_heir)?;
        Some(self.graph.files.get(self.graph.file_of(heir)?).path.clone())
    }

    /// Reports ids that were withdrawn once, or that now stand for another event.
    fn report_reused(&self, report: &mut Report) {
        for (key, withdrawal) in &self.ledger.withdrawn {
            let is_alive = self.record_by_key(key).is_some();
            if is_alive {
                let message = format!("`{key}` was withdrawn on {}, and its id is used again", withdrawal.date);
                let reused = Diagnostic::new(Code::ReusedId, message).maybe_at(self.record_place(key));
                let reused = reused.note_at("withdrawn here", self.ledger.locate(withdrawal.line));
                report.push(reused.help("give it another id; if the same record was restored, delete this line of the lock"));
            }
        }
        for id in self.graph.event_ids() {
            let event = self.graph.event(id);
            let key = RecordKey::new(Kind::Event, &event.id);
            let Some(last) = self.ledger.versions_of(&key).last() else { continue };
            let Some(kept) = last.kept.as_ref().filter(|kept| !kept.has_title(&event.title)) else { continue };
            let before = kept.released();
            let is_same = before.date.as_deref() == Some(event.date.text())
                || has_common_word(&before.title, &event.title)
                || event.changes.iter().any(|change| change.date.latest().is_some_and(|day| day.to_string() >= last.date));
            if !is_same {
                let message = format!("`{}` stood for another event when it was released: «{}»", event.id, before.title);
                let reused = Diagnostic::new(Code::ReusedId, message).at(self.graph.locate(id, event.date_at));
                let reused = reused.note_at(format!("version {} was released here", last.number), self.ledger.locate(last.line));
                report
                    .push(reused.help(
                        "give the new event a file and an id of its own; if it is the same event, say under `changes:` what changed",
                    ));
            }
        }
    }

    fn record_by_key(&self, key: &RecordKey) -> Option<RecordId> {
        self.has(&Self::route_of(key)).then_some(())?;
        self.graph.record_ids().find(|record| self.record_key(*record).as_ref() == Some(key))
    }

    fn record_place(&self, key: &RecordKey) -> Option<crate::diagnostic::Location> {
        let file = self.graph.file_of(self.record_by_key(key)?)?;
        Some(crate::diagnostic::Location::file(&self.graph.files.get(file).path))
    }
}

fn own_page(route: &Route) -> Option<RecordKey> {
    let id = route.written();
    RecordKey::parse(&format!("{}/{}", Kind::Page.folder(), id.trim_matches('/')))
}

/// Says whether two titles share a word of some length; a script without spaces counts by its letters.
fn has_common_word(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.iter().any(|theirs| theirs.contains(word.as_str()) || word.contains(theirs.as_str())))
}
