//! The profile of a source: what the questions of a citation style can be answered by, without a look at what stands in its fields.

use citationberg::json::Item;
use citationberg::taxonomy::{Kind, Variable};

/// The kind of a source, and its fields by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Profile {
    pub(super) kind: Option<Kind>,
    fields: Vec<String>,
}

/// Fields that many sources have and few styles ask for: their absence answers nothing, so that there are fewer profiles.
const UNCOUNTED: [&str; 3] = ["abstract", "id", "keyword"];

impl Profile {
    /// The profile of an item.
    pub(super) fn of(item: &Item) -> Self {
        let kind = item.0.get("type").and_then(|kind| kind.to_str()?.parse().ok());
        let fields = item.0.keys().filter(|field| !UNCOUNTED.contains(&field.as_str())).cloned().collect();
        Self { kind, fields }
    }

    /// The variable is a field that sources of this profile do not have, and nothing that the processor knows by itself.
    pub(super) fn lacks(&self, variable: Variable) -> bool {
        let name = variable.to_string();
        let is_found = |name: &str| self.fields.iter().any(|field| field == name);
        match name.as_str() {
            "citation-label" | "citation-number" | "first-reference-note-number" | "locator" | "year-suffix" => false,
            // They fall back to the whole title and to the pages.
            "title-short" => !is_found("title-short") && !is_found("title"),
            "page-first" => !is_found("page-first") && !is_found("page"),
            name => !UNCOUNTED.contains(&name) && !is_found(name),
        }
    }
}
