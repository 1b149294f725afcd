//! The visitor that serde_yaml drives: it numbers every value in the order of the text, and keeps to the limits.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::locate::Spot;
use super::{Key, MAX_DEPTH, MAX_NODES, Node, Scalar, Value};

/// What the visitor keeps while it walks the text.
#[derive(Default)]
pub(super) struct Walk {
    count: Cell<u32>,
    /// YAML took a scalar for a number or a truth value.
    pub(super) has_guesses: Cell<bool>,
    /// The text passed a limit.
    pub(super) is_too_large: Cell<bool>,
}

/// Makes the node of one value, and of all within it.
pub(super) struct NodeSeed<'w> {
    walk: &'w Walk,
    depth: usize,
}

impl<'w> NodeSeed<'w> {
    /// The seed of the whole text.
    pub(super) fn of(walk: &'w Walk) -> Self {
        Self { walk, depth: 0 }
    }

    fn number<E: Error>(&self) -> Result<Spot, E> {
        let number = self.walk.count.get();
        if number >= MAX_NODES || self.depth > MAX_DEPTH {
            self.walk.is_too_large.set(true);
            return Err(E::custom("too large"));
        }
        self.walk.count.set(number + 1);
        Ok(Spot::Node(number))
    }

    fn scalar<E: Error>(&self, text: String, is_bare: bool) -> Result<Node, E> {
        if is_bare {
            self.walk.has_guesses.set(true);
        }
        Ok(Node { at: self.number()?, value: Value::Text(Scalar { text, is_bare }) })
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a mapping")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node { at: self.number()?, value: Value::Null })
    }

    fn visit_bool<E: Error>(self, guess: bool) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_i64<E: Error>(self, guess: i64) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_u64<E: Error>(self, guess: u64) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_i128<E: Error>(self, guess: i128) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_u128<E: Error>(self, guess: u128) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_f64<E: Error>(self, guess: f64) -> Result<Node, E> {
        self.scalar(guess.to_string(), true)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.scalar(text.to_owned(), false)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let at = self.number()?;
        let mut nodes = Vec::new();
        while let Some(node) = access.next_element_seed(NodeSeed { walk: self.walk, depth: self.depth + 1 })? {
            nodes.push(node);
        }
        Ok(Node { at, value: Value::List(nodes) })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let at = self.number()?;
        let mut entries = Vec::new();
        let inner = || NodeSeed { walk: self.walk, depth: self.depth + 1 };
        while let Some(key) = access.next_key_seed(inner())? {
            let name = match key.value {
                Value::Text(scalar) => scalar.text,
                Value::Null => "null".to_owned(),
                _ => return Err(A::Error::custom("a key must be a word, not a list or a mapping")),
            };
            entries.push((Key { at: key.at, name }, access.next_value_seed(inner())?));
        }
        Ok(Node { at, value: Value::Mapping(entries) })
    }
}
