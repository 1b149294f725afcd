//! The page of search: a field for those who have a script, and for everyone an index of all names from A to Z.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::graph::Term;
use crate::pages::actor::{ForeignName, sort_key};
use crate::pages::frame::Frame;
use crate::pages::parts::{CountedLink, NamedLink};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// What `templates/pages/search.html` receives as `search`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchPage {
    /// How many records search knows.
    pub record_count: usize,
    /// The index of actors, places, storylines and terms.
    pub letters: Vec<IndexLetter>,
    /// The years, through which events are found without a script.
    pub years: Vec<CountedLink>,
}

/// The names under one letter.
#[derive(Debug, Clone, Serialize)]
pub struct IndexLetter {
    /// `A` to `Z`, or `#` for what begins with no letter.
    pub letter: String,
    /// The anchor: `index-a`.
    pub id: String,
    pub entries: Vec<IndexEntry>,
}

/// A name of the index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry {
    pub name: String,
    pub href: String,
    /// What it is: `actor`, `place`, `storyline`, `tag`, or the name of a taxonomy.
    pub kind: String,
    /// Its names in other languages.
    pub names: Vec<ForeignName>,
    /// Its events.
    pub count: usize,
}

impl SitePlan<'_> {
    /// The view of the page of search.
    pub(in crate::pages) fn search_page(&self) -> (Frame, SearchPage) {
        let mut letters: BTreeMap<(bool, String), Vec<IndexEntry>> = BTreeMap::new();
        for entry in self.index_entries() {
            let first = sort_key(&entry.name).chars().find(char::is_ascii_alphanumeric).filter(char::is_ascii_alphabetic);
            let letter = first.map_or("#".to_owned(), |first| first.to_ascii_uppercase().to_string());
            letters.entry((first.is_none(), letter)).or_default().push(entry);
        }
        let letters = letters.into_iter().map(|((is_other, letter), mut entries)| {
            entries.sort_by_cached_key(|entry| (sort_key(&entry.name), entry.href.clone()));
            let id = if is_other { "index-other".to_owned() } else { format!("index-{}", letter.to_lowercase()) };
            IndexLetter { letter, id, entries }
        });
        let page = SearchPage {
            record_count: self.searched_kinds().iter().map(|(_, count)| count).sum(),
            letters: letters.collect(),
            years: self.year_links(),
        };
        (
            self.frame(
                &Route::index("search"),
                self.say("Search"),
                self.say("Every event, name and source by its words, and an index from A to Z"),
            ),
            page,
        )
    }

    fn index_entries(&self) -> Vec<IndexEntry> {
        let graph = self.graph;
        let mut entries = Vec::new();
        for actor in &graph.actors {
            let link = NamedLink { name: actor.name.clone(), href: Route::record("actors", &actor.id).href() };
            let events: BTreeSet<_> = actor.participations.iter().map(|(event, _)| event).collect();
            entries.push(entry("actor", link, Some(&actor.names), events.len()));
        }
        for id in self.place_ids() {
            let place = graph.place(id);
            entries.push(entry("place", self.place_link(id), Some(&place.names), place.events.len()));
        }
        entries.extend(self.storyline_ids().map(|id| entry("storyline", self.storyline_link(id), None, graph.storyline(id).events.len())));
        let term = |kind: &str, folder: &str, term: &Term| {
            let link = NamedLink { name: term.name.clone(), href: Route::record(folder, &term.id).href() };
            entry(kind, link, None, term.events.len())
        };
        entries.extend(graph.tags.iter().map(|tag| term("tag", "tags", tag)));
        for taxonomy in &graph.taxonomies {
            entries.extend(taxonomy.terms.iter().map(|own| term(&taxonomy.label.to_lowercase(), taxonomy.id.as_str(), own)));
        }
        entries
    }
}

fn entry(kind: &str, link: NamedLink, names: Option<&BTreeMap<String, String>>, count: usize) -> IndexEntry {
    let names = names.into_iter().flatten().map(|(lang, name)| ForeignName { lang: lang.clone(), name: name.clone() }).collect();
    IndexEntry { name: link.name, href: link.href, kind: kind.to_owned(), names, count }
}
