//! YAML as written: the one YAML parse of the program, giving a tree whose every value knows its place and its own letters.
//!
//! In: the text of a front matter or of a settings file. Out: a [`Node`] tree, and readers that type it by our schema.
//! Never: guesses what a scalar means (`no`, `007`, `12:30` stay text), follows anchors, or loses a doubled key.

mod describe;
mod locate;
mod parse;
mod reader;
mod visit;

pub use describe::describe;
pub use locate::{Spot, Written};
pub use parse::{YamlFault, parse};
pub use reader::{Located, Reader};

/// The largest YAML text that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;
/// The most values that one text may hold.
pub const MAX_NODES: u32 = 50_000;

/// One value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The number of the value in the text, from 0, keys included.
    pub at: Spot,
    pub value: Value,
}

/// What a value is: nothing, letters, a list or a mapping.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Text(Scalar),
    List(Vec<Node>),
    Mapping(Vec<(Key, Node)>),
}

/// The letters of a scalar as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    pub text: String,
    /// YAML would take it for a number or a truth value; kept for templates, which want numbers as numbers.
    pub is_bare: bool,
}

/// A key of a mapping, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub at: Spot,
    pub name: String,
}

impl Node {
    /// The value under `key`, or none when the key is missing, null, or this is no mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(k, v)| k.name == key && v.value != Value::Null).map(|(_, v)| v)
    }

    /// The letters of a scalar.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(scalar) => Some(scalar.text.trim()),
            _ => None,
        }
    }

    /// The entries of a mapping; empty for anything else.
    pub fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// Turns the value into JSON for templates; bare numbers and truth values become such.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Text(scalar) if scalar.is_bare => serde_json::from_str(&scalar.text).unwrap_or_else(|_| scalar.text.clone().into()),
            Value::Text(scalar) => scalar.text.clone().into(),
            Value::List(nodes) => nodes.iter().map(Node::to_json).collect(),
            Value::Mapping(entries) => entries.iter().map(|(key, node)| (key.name.clone(), node.to_json())).collect(),
        }
    }
}
