//! The index of search as JSON: what a browser must know first, the words in shards, the records in files of a few.

use serde_json::Map;

use crate::pages::{FacetIndex, SearchDocument, SearchIndex};

/// Writes `search/index.json`.
pub(super) fn write_summary(index: &SearchIndex) -> Vec<u8> {
    to_json(&index.summary())
}

/// Writes a shard: each word with a flat list of numbers, record and weight by turns.
pub(super) fn write_shard(index: &SearchIndex, at: usize) -> Vec<u8> {
    let mut words = Map::new();
    for (word, postings) in index.shard(at) {
        let flat: Vec<u32> = postings.iter().flat_map(|&(record, weight)| [record, weight]).collect();
        words.insert(word.clone(), flat.into());
    }
    to_json(&words)
}

/// Writes a file of records.
pub(super) fn write_documents(documents: &[SearchDocument]) -> Vec<u8> {
    to_json(&documents)
}

/// Writes `search/facets.json`.
pub(super) fn write_facets(index: &FacetIndex) -> Vec<u8> {
    to_json(index)
}

fn to_json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("the index has text keys only and a vector takes every byte")
}
