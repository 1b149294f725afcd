//! Makes the citation of a page of the site.

use deunicode::deunicode;

use super::{Author, Citation, CitationFormat, Cited, Medium, PageCitation};
use crate::content::Kind;
use crate::content::kinds::actor::ActorKind;
use crate::content::kinds::change::Change;
use crate::date::EventDate;
use crate::diagnostic::Origin;
use crate::graph::{EventId, StorylineId};
use crate::ledger::RecordKey;
use crate::pages::route::{ListView, Route};
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::Subject;

impl SitePlan<'_> {
    /// Adds the files that say how events and storylines are cited, and the bibliography of all sources.
    pub(in crate::pages) fn add_citations(&mut self) {
        let cited: Vec<Cited> = self.graph.event_ids().map(Cited::Event).chain(self.storyline_ids().map(Cited::Storyline)).collect();
        for cited in cited {
            let (route, origin) = (self.cited_route(cited), Origin::Program("citations".to_owned()));
            for format in CitationFormat::ALL {
                // A linkset needs full addresses.
                if format != CitationFormat::Linkset || self.config.url.is_some() {
                    self.add(route.beside(format.file_name(cited)), Subject::CitationFile(cited, format), origin.clone());
                }
            }
        }
        self.add(Route::file("references.bib"), Subject::References, Origin::Program("citations".to_owned()));
    }

    /// How the page about a subject is cited; none for pages that are ways to others.
    pub fn citation_of(&self, subject: &Subject) -> Option<PageCitation> {
        let is_shown = self.config.outputs.citations;
        let listed = |cited| Some(PageCitation { citation: self.citation(cited), is_shown, files: Some(cited).filter(|_| is_shown) });
        let named = |key: RecordKey, title: &str, summary: &Option<String>, lang: &Option<String>| {
            let citation = Citation {
                title: title.to_owned(),
                authors: self.authors(&self.config.authors),
                published: self.day_of_first_release(&key),
                language: Some(lang.clone().unwrap_or_else(|| self.config.language.clone())),
                summary: summary.clone(),
                ..self.page_citation(&key)
            };
            Some(PageCitation { citation, is_shown: false, files: None })
        };
        match subject {
            Subject::Event(id) => listed(Cited::Event(*id)),
            Subject::Storyline(id, ListView::Oldest(1)) => listed(Cited::Storyline(*id)),
            Subject::Actor(id, ListView::Oldest(1)) => {
                let actor = self.graph.actor(*id);
                named(RecordKey::new(Kind::Actor, &actor.id), &actor.name, &actor.summary, &actor.lang)
            }
            Subject::Source(id) => {
                let source = self.graph.source(*id);
                named(RecordKey::new(Kind::Source, source.id.as_ref()?), &source.fields.title, &source.fields.summary, &source.fields.lang)
            }
            other => self.period_citation(other),
        }
    }

    /// The page of a record that can be cited.
    pub(in crate::pages) fn cited_route(&self, cited: Cited) -> Route {
        match cited {
            Cited::Event(id) => Route::record("events", &self.graph.event(id).id),
            Cited::Storyline(id) => Route::record("storylines", &self.graph.storyline(id).id),
        }
    }

    /// How a record of the site is cited.
    pub fn citation(&self, cited: Cited) -> Citation {
        match cited {
            Cited::Event(id) => self.event_citation(id),
            Cited::Storyline(id) => self.storyline_citation(id),
        }
    }

    fn event_citation(&self, id: EventId) -> Citation {
        let event = self.graph.event(id);
        let key = RecordKey::new(Kind::Event, &event.id);
        let names = if event.authors.is_empty() { &self.config.authors } else { &event.authors };
        Citation {
            title: event.title.clone(),
            authors: self.authors(names),
            published: event.published.as_ref().and_then(iso).or_else(|| self.day_of_first_release(&key)),
            updated: last_change(&event.changes, event.updated.as_ref()),
            event_date: (!event.date.is_unknown()).then(|| event.date.text().to_owned()),
            language: Some(event.lang.clone().unwrap_or_else(|| self.config.language.clone())),
            summary: Some(event.summary.clone().unwrap_or_else(|| event.text.excerpt.clone())).filter(|text| !text.is_empty()),
            keywords: event.tags.iter().map(|&tag| self.tag_link(tag).name).collect(),
            section: event.storylines.first().map(|&storyline| self.storyline_link(storyline).name),
            ..self.page_citation(&key)
        }
    }

    fn storyline_citation(&self, id: StorylineId) -> Citation {
        let storyline = self.graph.storyline(id);
        let key = RecordKey::new(Kind::Storyline, &storyline.id);
        Citation {
            title: storyline.title.clone(),
            authors: self.authors(&self.config.authors),
            published: self.day_of_first_release(&key),
            updated: last_change(&storyline.changes, None),
            language: Some(storyline.lang.clone().unwrap_or_else(|| self.config.language.clone())),
            summary: Some(storyline.summary.clone().unwrap_or_else(|| storyline.text.excerpt.clone())).filter(|text| !text.is_empty()),
            ..self.page_citation(&key)
        }
    }

    /// What the citations of all pages of records share.
    fn page_citation(&self, key: &RecordKey) -> Citation {
        let route = Self::route_of(key);
        let lineage = self.lineage(key);
        let last = lineage.last().map(|(_, version)| version.number);
        // Words that were not released yet are those of no version.
        let version = last.filter(|_| !self.outline.unreleased.contains(key));
        let kept = version.map(|number| route.version(number)).filter(|kept| self.has(kept));
        let lasting = self.config.url.as_ref().zip(kept).map(|(base, kept)| kept.absolute(base));
        let citation = self.address_citation(&route);
        Citation { key: ascii_key(&[&self.config.title, key.id.as_str()]), lasting: lasting.or(citation.lasting), version, ..citation }
    }

    /// What the citations of all pages of the site share.
    pub(super) fn address_citation(&self, route: &Route) -> Citation {
        let config = self.config;
        let address = config.url.as_ref().map(|base| route.absolute(base));
        Citation {
            key: String::new(),
            medium: Medium::Web,
            title: String::new(),
            authors: Vec::new(),
            container: Some(config.title.clone()),
            publisher: config.publisher.name.clone(),
            published: None,
            updated: None,
            event_date: None,
            language: None,
            summary: None,
            lasting: address.clone(),
            address,
            version: None,
            keywords: Vec::new(),
            rights: config.licence.clone(),
            licence: config.licence.as_deref().and_then(licence_address),
            archive: None,
            accessed: None,
            section: None,
            item_type: config.citation.item_type,
        }
    }

    pub(super) fn authors(&self, names: &[String]) -> Vec<Author> {
        names.iter().map(|name| Author::parse(name, self.is_body(name))).collect()
    }

    /// Says whether a name is that of the publisher or of an actor who is no person.
    fn is_body(&self, name: &str) -> bool {
        self.config.publisher.name.as_deref() == Some(name) || self.outline.bodies.contains(name)
    }

    /// The names of the actors who are no persons.
    pub(in crate::pages) fn body_names(&self) -> std::collections::HashSet<String> {
        let bodies = self.graph.actors.iter().filter(|actor| actor.kind.is_some_and(|kind| kind != ActorKind::Person));
        bodies.map(|actor| actor.name.clone()).collect()
    }

    fn day_of_first_release(&self, key: &RecordKey) -> Option<String> {
        self.lineage(key).first().map(|(_, version)| version.date.clone())
    }
}

/// The last day on which readers were told of a change.
fn last_change(changes: &[Change], updated: Option<&EventDate>) -> Option<String> {
    let told = changes.iter().filter(|change| change.is_major()).filter_map(|change| iso(&change.date));
    told.chain(updated.and_then(iso)).max()
}

/// A day, month or year without doubt, as ISO 8601.
pub(super) fn iso(date: &EventDate) -> Option<String> {
    date.machine().map(|text| text.split('T').next().unwrap_or_default().to_owned())
}

/// Letters, digits and hyphens of ASCII, by which catalogues know a record.
pub(super) fn ascii_key(parts: &[&str]) -> String {
    let text = deunicode(&parts.join(" ")).to_lowercase();
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The address of a Creative Commons licence by its usual name, or the address that was written instead of a name.
fn licence_address(licence: &str) -> Option<String> {
    if licence.starts_with("https://") || licence.starts_with("http://") {
        return Some(licence.to_owned());
    }
    let words: Vec<String> = licence.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let (first, rest) = words.split_first()?;
    if first == "cc0" {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
    }
    let (version, kinds) = rest.split_last().filter(|_| first == "cc")?;
    let is_known = ["3.0", "4.0"].contains(&version.as_str()) && kinds.iter().all(|kind| ["by", "sa", "nc", "nd"].contains(&kind.as_str()));
    (is_known && !kinds.is_empty()).then(|| format!("https://creativecommons.org/licenses/{}/{version}/", kinds.join("-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_by_name_has_its_address() {
        assert_eq!(licence_address("CC BY 4.0").as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
        assert_eq!(licence_address("CC BY-SA 4.0").as_deref(), Some("https://creativecommons.org/licenses/by-sa/4.0/"));
        assert_eq!(licence_address("all rights reserved"), None);
    }

    #[test]
    fn keys_are_plain_ascii() {
        assert_eq!(ascii_key(&["The October Blacklist", "ürümqi-北京"]), "the-october-blacklist-urumqi-bei-jing");
    }
}
