//! The parse itself: what the visitor made of a text is put right, and its faults are told in a journalist's words.

use std::ops::Range;

use serde::de::DeserializeSeed;

use super::locate::{self, Spot};
use super::visit::{NodeSeed, Walk};
use super::{MAX_BYTES, MAX_DEPTH, MAX_NODES, Node, Value};

/// Why a text is no YAML for us, with the bytes of the text that are at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlFault {
    /// Not YAML; the message is the parser's, without its position.
    Syntax { message: String, bytes: Range<usize> },
    /// An anchor, alias or tag.
    Machinery { what: &'static str, bytes: Range<usize> },
    /// The same key twice in one mapping; the value kept is the first.
    DuplicateKey { name: String, bytes: Range<usize>, first: Range<usize> },
    /// Larger or deeper than the limits.
    TooLarge { message: String },
}

/// Parses one YAML text into a tree, and lists every fault it could go on after.
///
/// An empty text gives a null node. When nothing can be made of the text, the tree is null too.
pub fn parse(text: &str) -> (Node, Vec<YamlFault>) {
    let null = Node { at: Spot::Node(0), value: Value::Null };
    if text.len() > MAX_BYTES {
        let message = format!("the front matter is {} KiB long; the limit is {} KiB", text.len() / 1024, MAX_BYTES / 1024);
        return (null, vec![YamlFault::TooLarge { message }]);
    }
    if text.contains(['&', '*', '!'])
        && let Some(machinery) = locate::find_machinery(text)
    {
        return (null, vec![machinery]);
    }
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return (null, Vec::new());
    }
    let walk = Walk::default();
    let parsed = NodeSeed::of(&walk).deserialize(serde_yaml::Deserializer::from_str(text));
    let mut node = match parsed {
        Ok(node) => node,
        Err(error) => return (null, vec![fault(text, &error, &walk)]),
    };
    let mut spans = None;
    if walk.has_guesses.get() {
        let located = spans.get_or_insert_with(|| locate::spans(text));
        restore_letters(&mut node, text, located);
    }
    let mut faults = Vec::new();
    drop_duplicates(&mut node, text, &mut spans, &mut faults);
    (node, faults)
}

/// Puts back the letters of scalars that YAML took for numbers or truth values (`1.10`, `True`, `0x1F`).
fn restore_letters(node: &mut Node, text: &str, spans: &[Range<usize>]) {
    match &mut node.value {
        Value::Text(scalar) if scalar.is_bare => {
            if let Spot::Node(number) = node.at
                && let Some(letters) = spans.get(number as usize).and_then(|span| text.get(span.clone()))
            {
                scalar.text = letters.trim().to_owned();
            }
        }
        Value::List(nodes) => nodes.iter_mut().for_each(|node| restore_letters(node, text, spans)),
        Value::Mapping(entries) => entries.iter_mut().for_each(|(_, node)| restore_letters(node, text, spans)),
        Value::Text(_) | Value::Null => {}
    }
}

/// Keeps the first of doubled keys and reports each later one.
fn drop_duplicates(node: &mut Node, text: &str, spans: &mut Option<Vec<Range<usize>>>, faults: &mut Vec<YamlFault>) {
    match &mut node.value {
        Value::List(nodes) => nodes.iter_mut().for_each(|node| drop_duplicates(node, text, spans, faults)),
        Value::Mapping(entries) => {
            let mut seen: std::collections::HashMap<String, Spot> = std::collections::HashMap::new();
            entries.retain(|(key, _)| match seen.get(&key.name) {
                None => {
                    seen.insert(key.name.clone(), key.at);
                    true
                }
                Some(&first) => {
                    let spans = spans.get_or_insert_with(|| locate::spans(text));
                    faults.push(YamlFault::DuplicateKey { name: key.name.clone(), bytes: key.at.bytes(spans), first: first.bytes(spans) });
                    false
                }
            });
            entries.iter_mut().for_each(|(_, node)| drop_duplicates(node, text, spans, faults));
        }
        Value::Text(_) | Value::Null => {}
    }
}

fn fault(text: &str, error: &serde_yaml::Error, walk: &Walk) -> YamlFault {
    if walk.is_too_large.get() || error.to_string().contains("recursion limit") {
        let message = format!("the front matter is nested deeper than {MAX_DEPTH} levels or holds more than {MAX_NODES} values");
        return YamlFault::TooLarge { message };
    }
    let at = error.location().map_or(0, |location| location.index().min(text.len()));
    YamlFault::Syntax { message: in_words(&error.to_string()), bytes: at..text.len().min(at + 1) }
}

/// Puts the commonest complaints of the YAML parser into a journalist's words.
fn in_words(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let plain = match message {
        "mapping values are not allowed in this context" => "there is a second `: ` in this line; put the text in quotes",
        m if m.contains("cannot start any token") => "a line begins with a tab or a reserved character; indent with spaces",
        m if m.contains("unexpected end of stream") => "a quotation mark is opened and never closed",
        m if m.contains("expected ',' or ']'") => "a list opened with `[` is not closed with `]`, or a comma is missing",
        m if m.contains("expected ',' or '}'") => "a mapping opened with `{` is not closed with `}`, or a comma is missing",
        m if m.contains("did not find expected key") => {
            "this line is not indented like the lines around it, or a quotation mark is in the wrong place"
        }
        m if m.contains("could not find expected ':'") => "a key is not followed by a colon",
        m if m.contains("did not find expected '-'") => "this line is not indented like the list around it",
        other => other,
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(node: &Node, key: &str) -> String {
        match &node.get(key).unwrap().value {
            Value::Text(scalar) => scalar.text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn scalars_keep_the_letters_that_were_written() {
        let (node, faults) = parse("date: 2019\nid: 007\ntitle: no\nat: 12:30\nversion: 1.10\nhex: 0x1F\nyes: True\n");
        assert_eq!(faults, []);
        for (key, letters) in
            [("date", "2019"), ("id", "007"), ("title", "no"), ("at", "12:30"), ("version", "1.10"), ("hex", "0x1F"), ("yes", "True")]
        {
            assert_eq!(text_of(&node, key), letters);
        }
    }

    #[test]
    fn every_doubled_key_is_reported_and_the_first_value_kept() {
        let text = "title: a\ntitle: b\nx:\n  k: 1\n  k: 2\n";
        let (node, faults) = parse(text);
        assert_eq!(text_of(&node, "title"), "a");
        let names: Vec<_> = faults
            .iter()
            .map(|f| match f {
                YamlFault::DuplicateKey { name, bytes, .. } => (name.as_str(), bytes.start),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(names, [("title", 9), ("k", 30)]);
    }

    #[test]
    fn anchors_aliases_and_tags_are_refused_where_they_stand() {
        for (text, start) in [("a: &x 1\nb: *x\n", 3), ("a: !t b\n", 3)] {
            let (_, faults) = parse(text);
            match &faults[..] {
                [YamlFault::Machinery { bytes, .. }] => assert_eq!(bytes.start, start, "{text}"),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(parse("title: AT&T * Co!\n").1, []);
    }

    #[test]
    fn deep_nesting_is_refused_quickly() {
        assert!(matches!(parse(&"[".repeat(40_000)).1[..], [YamlFault::TooLarge { .. }]));
    }
}
