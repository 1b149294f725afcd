//! Search without a server: an index of records in pieces, of which a browser loads those that it needs, and a page that works
//! without any of it. `docs/decisions/0012-search.md` says why.
//!
//! In: the graph. Out: what `search/` holds. Never: writes JSON; `render/search.rs` does.

mod documents;
mod page;
mod postings;
mod words;

pub(super) use documents::push_plain;
pub use page::SearchPage;
pub use postings::{Posting, SearchIndex};

use serde::Serialize;

use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::Subject;
use crate::diagnostic::Origin;

/// So many records share a file; neighbours in time are often asked for together.
const RECORDS_A_FILE: usize = 10;
/// One shard of words for about so many records.
const RECORDS_A_SHARD: usize = 25;
/// The most shards.
const MOST_SHARDS: usize = 1024;

/// A record as search shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchDocument {
    pub title: String,
    /// Leads from the site's root.
    pub href: String,
    /// In words: `7 October 2019`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The value of `<time datetime>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine: Option<String>,
    /// Other names of the record, and the names of those who belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The body without markup.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How sure it is, where that needs saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The same in the language of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    /// Who took part in an event, and where: the line below its summary.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Where it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// What `search/index.json` holds: all that a browser must know before it looks a word up.
#[derive(Debug, Clone, Serialize)]
pub struct SearchSummary {
    /// Changes when any record does, so that no piece of an older index is mixed in.
    pub version: String,
    pub shards: usize,
    /// So many records stand in a file below `search/docs/`.
    pub chunk: usize,
    /// The kinds in the order in which their records are numbered, each with its count.
    pub kinds: Vec<(&'static str, usize)>,
}

impl SitePlan<'_> {
    /// Adds the page of search and the files of its index.
    pub(super) fn add_search(&mut self) {
        let own = || Origin::Program("search".to_owned());
        let records: usize = self.searched_kinds().iter().map(|(_, count)| count).sum();
        self.add(Route::index("search"), Subject::Search, own());
        self.add(Route::file("search/index.json"), Subject::SearchSummary, own());
        if !self.outline.facets.is_empty() {
            self.add(Route::facet_index(), Subject::FacetIndex, own());
        }
        for shard in 0..shard_count(records) {
            self.add(Route::file(format!("search/terms/{shard}.json")), Subject::SearchTerms(shard), own());
        }
        for chunk in 0..records.div_ceil(RECORDS_A_FILE) {
            self.add(Route::file(format!("search/docs/{chunk}.json")), Subject::SearchDocuments(chunk), own());
        }
    }

    /// Makes the whole index; none where search is turned off.
    pub fn search_index(&self) -> Option<SearchIndex> {
        self.config.outputs.search.then(|| SearchIndex::new(self.searched_kinds(), self.search_documents()))
    }
}

/// How many shards the words of so many records are laid in: a power of two.
fn shard_count(records: usize) -> usize {
    records.div_ceil(RECORDS_A_SHARD).next_power_of_two().min(MOST_SHARDS)
}
