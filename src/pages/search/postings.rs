//! The index: which words stand in which records, and with what weight.
//!
//! Weights follow BM25F, fixed when the site is built; how rare a word is, the browser sees from the length of its list.

use rayon::prelude::*;

use super::words::{shard, words};
use super::{RECORDS_A_FILE, SearchDocument, SearchSummary, shard_count};

/// What a word weighs in the title, the names, the summary and the body.
const WEIGHTS: [f64; 4] = [6.0, 3.0, 2.0, 1.0];
/// How much a long field is held against its words, from 0 to 1.
const LENGTH_MATTERS: f64 = 0.7;
/// A word that weighs this much has half of what it can have.
const HALF: f64 = 4.0;
/// The most that a word can weigh in a record.
const FULL: f64 = 100.0;

/// A record that has a word: its number, and the weight of the word in it from 1 to 100.
pub type Posting = (u32, u32);

/// The whole index.
#[derive(Debug)]
pub struct SearchIndex {
    kinds: Vec<(&'static str, usize)>,
    documents: Vec<SearchDocument>,
    /// The words of each shard in order, each with its postings by number.
    shards: Vec<Vec<(String, Vec<Posting>)>>,
}

/// A word in a record, in the order in which the index is laid out: its shard, the word, the record, the weight.
type Entry = (usize, String, u32, u32);

impl SearchIndex {
    /// Makes the index of records, which come in the order of their kinds.
    pub(super) fn new(kinds: Vec<(&'static str, usize)>, documents: Vec<SearchDocument>) -> Self {
        let count = shard_count(documents.len());
        let fields: Vec<[Vec<String>; 4]> = documents.par_iter().map(words_of_fields).collect();
        let means = mean_lengths(&fields);
        let weigh = |(number, fields): (usize, [Vec<String>; 4])| {
            let number = u32::try_from(number).expect("fewer than 2^32 records");
            weigh_words(fields, means).into_iter().map(move |(word, weight)| (shard(&word, count), word, number, weight))
        };
        let mut entries: Vec<Entry> = fields.into_par_iter().enumerate().flat_map_iter(weigh).collect();
        entries.par_sort_unstable();
        let mut shards: Vec<Vec<(String, Vec<Posting>)>> = vec![Vec::new(); count];
        for (shard, word, number, weight) in entries {
            match shards[shard].last_mut() {
                Some((last, postings)) if *last == word => postings.push((number, weight)),
                _ => shards[shard].push((word, vec![(number, weight)])),
            }
        }
        Self { kinds, documents, shards }
    }

    /// What a browser must know first.
    pub fn summary(&self) -> SearchSummary {
        let mut hasher = blake3::Hasher::new();
        for document in &self.documents {
            let SearchDocument { title, href, date, machine, names, summary, text, lang, status: _, standing: _, about: _ } = document;
            let all = [Some(title), Some(href), date.as_ref(), machine.as_ref(), Some(summary), Some(text), lang.as_ref()];
            for part in all.into_iter().map(|part| part.map_or("", String::as_str)).chain(names.iter().map(String::as_str)) {
                hasher.update(part.as_bytes()).update(b"\0");
            }
            hasher.update(b"\0");
        }
        let version = hasher.finalize().to_hex()[..12].to_owned();
        SearchSummary { version, shards: self.shards.len(), chunk: RECORDS_A_FILE, kinds: self.kinds.clone() }
    }

    /// The words of a shard with their postings; empty for a shard that there is not.
    pub fn shard(&self, at: usize) -> &[(String, Vec<Posting>)] {
        self.shards.get(at).map_or(&[], Vec::as_slice)
    }

    /// The records of a file; empty for a file that there is not.
    pub fn chunk(&self, at: usize) -> &[SearchDocument] {
        self.documents.chunks(RECORDS_A_FILE).nth(at).unwrap_or_default()
    }
}

/// The words of the four fields; a date is looked for among the names.
fn words_of_fields(document: &SearchDocument) -> [Vec<String>; 4] {
    let names = document.names.iter().chain(&document.date).flat_map(|name| words(name)).collect();
    [words(&document.title), names, words(&document.summary), words(&document.text)]
}

fn mean_lengths(fields: &[[Vec<String>; 4]]) -> [f64; 4] {
    let mean = |at: usize| {
        let total: usize = fields.iter().map(|fields| fields[at].len()).sum();
        (total as f64 / fields.len().max(1) as f64).max(1.0)
    };
    [mean(0), mean(1), mean(2), mean(3)]
}

/// Each word of a record once, with its weight.
fn weigh_words(fields: [Vec<String>; 4], means: [f64; 4]) -> Vec<(String, u32)> {
    let mut weights: Vec<(String, f64)> = Vec::new();
    for ((field, mean), weight) in fields.into_iter().zip(means).zip(WEIGHTS) {
        let share = weight / (1.0 - LENGTH_MATTERS + LENGTH_MATTERS * field.len() as f64 / mean);
        weights.extend(field.into_iter().map(|word| (word, share)));
    }
    weights.sort_by(|a, b| a.0.cmp(&b.0));
    weights.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    weights.into_iter().map(|(word, weight)| (word, (FULL * weight / (weight + HALF)).ceil() as u32)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, text: &str) -> SearchDocument {
        let (title, text) = (title.to_owned(), text.to_owned());
        let (href, summary) = (String::new(), String::new());
        SearchDocument { title, href, summary, text, ..SearchDocument::default() }
    }

    fn find(index: &SearchIndex, word: &str) -> Vec<Posting> {
        let shard = index.shard(shard(word, index.shards.len()));
        shard.iter().find(|(other, _)| other == word).map(|(_, postings)| postings.clone()).unwrap_or_default()
    }

    #[test]
    fn a_word_weighs_most_in_a_short_title() {
        let documents = vec![
            document("Hikvision", "Makes cameras."),
            document("US adds Hikvision to the Entity List", "And others."),
            document("Trading halt", "Shares of Hikvision were suspended."),
            document("Nothing", "Nothing at all."),
        ];
        let postings = find(&SearchIndex::new(vec![("event", 4)], documents), "hikvision");
        assert_eq!(postings.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [0, 1, 2]);
        assert!(postings[0].1 > postings[1].1 && postings[1].1 > postings[2].1, "{postings:?}");
        assert!(postings.iter().all(|(_, weight)| (1..=100).contains(weight)));
    }

    #[test]
    fn every_word_stands_once_in_its_own_shard() {
        let documents: Vec<_> = (0..200).map(|at| document(&format!("Event number {at}"), "海康威视 and the same words again")).collect();
        let index = SearchIndex::new(vec![("event", 200)], documents);
        assert_eq!(index.shards.len(), 8);
        for (at, words) in index.shards.iter().enumerate() {
            assert!(words.is_sorted_by(|a, b| a.0 < b.0));
            assert!(words.iter().all(|(word, _)| shard(word, 8) == at));
        }
        assert_eq!(find(&index, "康威").len(), 200);
        assert_eq!(find(&index, "199").iter().map(|(number, _)| *number).collect::<Vec<_>>(), [199]);
    }

    #[test]
    fn the_version_changes_with_any_record() {
        let version = |text: &str| SearchIndex::new(vec![("event", 1)], vec![document("Title", text)]).summary().version;
        assert_eq!(version("one"), version("one"));
        assert_ne!(version("one"), version("two"));
    }
}
