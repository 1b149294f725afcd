//! What one version says and the other does not, word by word.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::version::Reading;
use super::version_text::plain_body;

/// A part of a page that differs from the version before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// `Title`, `Text`, `Claims` …
    pub part: String,
    pub pieces: Vec<DifferencePiece>,
}

/// A stretch of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferencePiece {
    /// `same`, `added`, `removed`, or `gap` for words that are left out because nothing in them changed.
    pub kind: &'static str,
    pub text: String,
}

/// So many words that are the same stand before and after a change.
const CONTEXT: usize = 14;
/// Longer texts are compared by paragraphs: comparing words takes time in proportion to the square of what differs.
const MOST_BYTES: usize = 60_000;

/// Compares two versions part by part; parts that are the same are left out.
pub(super) fn differences(before: &Reading, after: &Reading) -> Vec<Difference> {
    let parts = parts(before).into_iter().zip(parts(after));
    let changed = parts.filter(|((_, old), (_, new))| old != new);
    changed.map(|((part, old), (_, new))| Difference { part: part.to_owned(), pieces: compare(&old, &new) }).collect()
}

/// What readers see of a version, by parts.
fn parts(reading: &Reading) -> [(&'static str, String); 11] {
    let words = &reading.released;
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let lines = |lines: Vec<String>| lines.join("\n");
    let people = words.actors.iter().map(|part| {
        let role = part.role.as_ref().map_or(String::new(), |role| format!(": {role}"));
        format!("{}{role}", reading.name(&part.actor))
    });
    let links = words.links.iter().map(|link| {
        let note = link.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        format!("{} {}{note}", link.words, reading.name(&link.event))
    });
    let claims = words.claims.iter().map(|claim| {
        let speaker = claim.by.as_ref().map_or("", |by| reading.name(by));
        let said = [claim.quote.as_ref().map(|quote| format!("“{quote}”")), claim.says.clone()];
        format!("{speaker}: {} ({})", said.into_iter().flatten().collect::<Vec<_>>().join(" "), claim.status)
    });
    let sources = words.sources.iter().map(|source| {
        let details = reading.source(source);
        let facts =
            [Some(&details.title), details.publisher.as_ref(), details.date.as_ref(), details.url.as_ref(), details.archive.as_ref()];
        facts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    });
    let facts = words.facts.iter().map(|(label, value)| format!("{label}: {value}"));
    [
        ("Title", words.title.clone()),
        ("Date", words.date_text.clone().or_else(|| words.date.clone()).unwrap_or_default()),
        ("Known since", optional(&words.known)),
        ("Status", optional(&words.status)),
        ("Summary", optional(&words.summary)),
        ("Text", plain_body(reading)),
        ("Facts", lines(facts.chain(words.also.iter().cloned()).collect())),
        ("Who and where", lines(people.chain(words.places.iter().map(|place| reading.name(place).to_owned())).collect())),
        ("Links", lines(links.chain(words.events.iter().map(|event| reading.name(event).to_owned())).collect())),
        ("Claims", lines(claims.collect())),
        ("Sources", lines(sources.collect())),
    ]
}

/// Compares two texts by their words.
fn compare(old: &str, new: &str) -> Vec<DifferencePiece> {
    let diff = if old.len() + new.len() > MOST_BYTES { TextDiff::from_lines(old, new) } else { TextDiff::from_unicode_words(old, new) };
    let mut pieces: Vec<DifferencePiece> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => "same",
            ChangeTag::Insert => "added",
            ChangeTag::Delete => "removed",
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(DifferencePiece { kind, text: change.value().to_owned() }),
        }
    }
    shorten(join_over_spaces(pieces))
}

/// Joins changes that only a space keeps apart, so that a changed phrase is read as one.
fn join_over_spaces(pieces: Vec<DifferencePiece>) -> Vec<DifferencePiece> {
    let mut joined = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let is_between = piece.kind == "same" && piece.text.trim().is_empty() && pieces.peek().is_some();
        match piece.kind {
            "removed" => removed.push_str(&piece.text),
            "added" => added.push_str(&piece.text),
            _ if is_between && !(removed.is_empty() && added.is_empty()) => {
                removed.push_str(&piece.text);
                added.push_str(&piece.text);
            }
            _ => {
                flush(&mut removed, &mut added, &mut joined);
                joined.push(piece);
            }
        }
    }
    flush(&mut removed, &mut added, &mut joined);
    joined
}

fn flush(removed: &mut String, added: &mut String, pieces: &mut Vec<DifferencePiece>) {
    for (kind, text) in [("removed", std::mem::take(removed)), ("added", std::mem::take(added))] {
        if !text.trim().is_empty() {
            pieces.push(DifferencePiece { kind, text });
        } else if !text.is_empty() && kind == "added" {
            pieces.push(DifferencePiece { kind: "same", text });
        }
    }
}

/// Leaves out what is far from any change.
fn shorten(pieces: Vec<DifferencePiece>) -> Vec<DifferencePiece> {
    let last = pieces.len().saturating_sub(1);
    let mut shortened = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        let words: Vec<&str> = piece.text.split_inclusive(char::is_whitespace).collect();
        let kept = CONTEXT * (usize::from(at > 0) + usize::from(at < last));
        if piece.kind != "same" || words.len() <= kept + CONTEXT {
            shortened.push(piece);
            continue;
        }
        let same = |words: &[&str]| DifferencePiece { kind: "same", text: words.concat() };
        if at > 0 {
            shortened.push(same(&words[..CONTEXT]));
        }
        shortened.push(DifferencePiece { kind: "gap", text: "…".to_owned() });
        if at < last {
            shortened.push(same(&words[words.len() - CONTEXT..]));
        }
    }
    shortened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> String {
        let told = compare(old, new).into_iter().map(|piece| match piece.kind {
            "added" => format!("[+{}]", piece.text),
            "removed" => format!("[-{}]", piece.text),
            "gap" => " … ".to_owned(),
            _ => piece.text,
        });
        told.collect()
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(told("It cut off 120 houses.", "It cut off 112 houses."), "It cut off [-120][+112] houses.");
        assert_eq!(told("", "New words"), "[+New words]");
    }

    #[test]
    fn a_script_without_spaces_is_compared_too() {
        assert_eq!(told("商务部公布名单", "商务部撤回名单"), "商务部[-公布][+撤回]名单");
    }

    #[test]
    fn a_changed_phrase_is_read_as_one() {
        assert_eq!(told("on the 3rd of May there", "on a late day there"), "on [-the 3rd of May][+a late day] there");
    }

    #[test]
    fn what_is_far_from_a_change_is_left_out() {
        let long = "word ".repeat(100);
        let told = told(&format!("{long}old {long}"), &format!("{long}new {long}"));
        assert!(told.starts_with(" … word") && told.ends_with(" … ") && told.contains("[-old][+new]"), "{told}");
    }
}
