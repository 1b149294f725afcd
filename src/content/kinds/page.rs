//! A page of the site's own: about, method, corrections policy.

use super::{Field, Shape, field, required};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader, Spot};

/// The keys of a page.
pub const FIELDS: &[Field] = &[
    required("title", Shape::Text, "the page's title"),
    field("summary", Shape::Text, "one sentence for previews"),
    field("aliases", Shape::Texts, "old addresses, kept alive"),
];

/// What a page's front matter says.
#[derive(Debug, Clone)]
pub struct PageFields {
    pub title: Located<String>,
    pub summary: Option<String>,
    pub aliases: Vec<Located<String>>,
}

/// Reads the front matter of a page.
pub fn read(node: &Node, reader: &mut Reader) -> PageFields {
    PageFields {
        title: read_title(node, reader, "title", "a page needs a title: `title: About`"),
        summary: reader.plain_at(node, "summary"),
        aliases: reader.texts_at(node, "aliases"),
    }
}

/// Reads the title or name that every record needs; a missing one is reported and stands as empty.
pub(super) fn read_title(node: &Node, reader: &mut Reader, key: &str, help: &str) -> Located<String> {
    reader.text_at(node, key).unwrap_or_else(|| {
        let at = node.entries().iter().find(|(k, _)| k.name == key).map_or(Spot::File, |(k, _)| k.at);
        let missing = Diagnostic::new(Code::MissingField, format!("the `{key}` is missing or empty"));
        reader.report(at, missing.help(help));
        Located { value: String::new(), at }
    })
}
