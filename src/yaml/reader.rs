//! Types the tree by our schema: asks a value for a text, a list or a number, and reports what does not fit.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::{Key, Node, Spot, Value, Written};
use crate::diagnostic::{Code, Diagnostic, nearest};

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub at: Spot,
}

/// Reads values of one file and gathers the findings about them.
#[derive(Debug)]
pub struct Reader<'a> {
    pub written: Written<'a>,
    pub findings: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Begins to read a file.
    pub fn new(written: Written<'a>) -> Self {
        Self { written, findings: Vec::new() }
    }

    /// Reports a finding at a spot of this file.
    pub fn report(&mut self, spot: Spot, diagnostic: Diagnostic) {
        let at = self.written.locate(spot);
        self.findings.push(diagnostic.at(at));
    }

    /// Reports a value of the wrong shape.
    pub fn misfit(&mut self, node: &Node, key: &str, wanted: &str) {
        let diagnostic = Diagnostic::new(Code::BadValue, format!("`{key}` must be {wanted}"));
        self.report(node.at, diagnostic.label(format!("this is {}", shape(&node.value))));
    }

    /// Reads a text; an empty one counts as missing.
    pub fn text(&mut self, node: &Node, key: &str) -> Option<Located<String>> {
        match &node.value {
            Value::Null => None,
            Value::Text(scalar) => {
                let text = scalar.text.trim();
                (!text.is_empty()).then(|| Located { value: text.to_owned(), at: node.at })
            }
            Value::List(_) | Value::Mapping(_) => {
                self.misfit(node, key, "a text");
                None
            }
        }
    }

    /// Reads the text under `key` of a mapping.
    pub fn text_at(&mut self, mapping: &Node, key: &str) -> Option<Located<String>> {
        self.text(mapping.get(key)?, key)
    }

    /// Reads the text under `key` without its place.
    pub fn plain_at(&mut self, mapping: &Node, key: &str) -> Option<String> {
        self.text_at(mapping, key).map(|located| located.value)
    }

    /// Reads a list; a single value is a list of one.
    pub fn list<'n>(&self, node: &'n Node) -> Vec<&'n Node> {
        match &node.value {
            Value::Null => Vec::new(),
            Value::List(nodes) => nodes.iter().filter(|node| node.value != Value::Null).collect(),
            Value::Text(_) | Value::Mapping(_) => vec![node],
        }
    }

    /// Reads a list of texts under `key`.
    pub fn texts_at(&mut self, mapping: &Node, key: &str) -> Vec<Located<String>> {
        let Some(node) = mapping.get(key) else { return Vec::new() };
        self.list(node).into_iter().filter_map(|node| self.text(node, key)).collect()
    }

    /// Reads a number (or anything else that parses from letters) under `key`; `wanted` says what it must be.
    pub fn parsed_at<T: FromStr>(&mut self, mapping: &Node, key: &str, wanted: &str) -> Option<Located<T>> {
        let node = mapping.get(key)?;
        let text = self.text(node, key)?;
        match text.value.parse() {
            Ok(value) => Some(Located { value, at: text.at }),
            Err(_) => {
                let diagnostic = Diagnostic::new(Code::BadValue, format!("`{key}` must be {wanted}, not `{}`", text.value));
                self.report(text.at, diagnostic);
                None
            }
        }
    }

    /// Reads yes or no under `key`; the words of YAML 1.1 are understood.
    pub fn flag_at(&mut self, mapping: &Node, key: &str) -> bool {
        let Some(text) = self.text_at(mapping, key) else { return false };
        match text.value.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => true,
            "false" | "no" | "off" => false,
            _ => {
                let message = format!("`{key}` must be true or false, not `{}`", text.value);
                self.report(text.at, Diagnostic::new(Code::BadValue, message));
                false
            }
        }
    }

    /// Reads one of a few words under `key`.
    pub fn choice_at<T: Copy>(&mut self, mapping: &Node, key: &str, words: &[(&'static str, T)]) -> Option<Located<T>> {
        let text = self.text_at(mapping, key)?;
        let written = text.value.to_lowercase();
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == written) {
            return Some(Located { value: *value, at: text.at });
        }
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("`{}` is no {key}", text.value);
        let help = match nearest(&written, names.iter().copied()) {
            Some(word) => format!("did you mean `{word}`? It may be: {}", names.join(", ")),
            None => format!("it may be: {}", names.join(", ")),
        };
        self.report(text.at, Diagnostic::new(Code::BadValue, message).help(help));
        None
    }

    /// Reads the texts of a mapping such as `names: {zh: 海康威视}`.
    pub fn text_map_at(&mut self, mapping: &Node, key: &str) -> BTreeMap<String, String> {
        let Some(node) = mapping.get(key) else { return BTreeMap::new() };
        if !matches!(node.value, Value::Mapping(_)) {
            self.misfit(node, key, "a mapping, such as `zh: 海康威视`");
            return BTreeMap::new();
        }
        let texts = node.entries().iter();
        texts.filter_map(|(k, v)| Some((k.name.clone(), self.text(v, &k.name)?.value))).collect()
    }

    /// Lists the entries whose key is not among `known`, reporting those that `is_accepted` does not let pass.
    pub fn unknown_keys<'n>(
        &mut self,
        mapping: &'n Node,
        what: &str,
        known: &[&str],
        is_accepted: impl Fn(&str) -> bool,
    ) -> Vec<&'n (Key, Node)> {
        let unknown: Vec<_> = mapping.entries().iter().filter(|(key, _)| !known.contains(&key.name.as_str())).collect();
        for (key, _) in &unknown {
            if is_accepted(&key.name) {
                continue;
            }
            let message = format!("`{}` is no key of {what}", key.name);
            let help = match nearest(&key.name, known.iter().copied()) {
                Some(word) => {
                    format!("did you mean `{word}`? Otherwise declare it under `fields` in dateline.yaml, or put it under `extra:`")
                }
                None => "declare it under `fields` in dateline.yaml, or put it under `extra:`; templates can read it meanwhile".to_owned(),
            };
            self.report(key.at, Diagnostic::new(Code::UnknownKey, message).help(help));
        }
        unknown
    }
}

fn shape(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Mapping(_) => "a mapping",
    }
}
