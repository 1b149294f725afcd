//! A tally: a field whose numbers are added up along the story, or along one of its storylines.

use crate::yaml::{Node, Reader, Value};

/// A counted field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The key in the front matter of events.
    pub field: String,
    /// What is counted, for readers; none where the field's own label serves.
    pub label: Option<String>,
}

/// Reads `tally: listed` or `tally: {field: listed, label: organisations listed}`, one or several.
pub(crate) fn read_tallies(node: &Node, reader: &mut Reader) -> Vec<Tally> {
    let Some(node) = node.get("tally") else { return Vec::new() };
    let mut tallies = Vec::new();
    for item in reader.list(node) {
        let is_mapping = matches!(item.value, Value::Mapping(_));
        let field = if is_mapping { reader.plain_at(item, "field") } else { reader.text(item, "tally").map(|field| field.value) };
        let label = if is_mapping { reader.plain_at(item, "label") } else { None };
        if is_mapping {
            reader.unknown_keys(item, "a tally", &["field", "label"], |_| false);
        }
        match field {
            Some(field) => tallies.push(Tally { field, label }),
            None => reader.misfit(item, "tally", "the key of a field with numbers, such as `{field: listed, label: organisations listed}`"),
        }
    }
    tallies
}
