//! BibLaTeX. A page is an `@online` with both `organization` and `journaltitle`: Zotero reads the one, biblatex the other.

use crate::pages::{Author, Citation, Medium};

/// Writes one entry as a file.
pub(in crate::render) fn write(citation: &Citation) -> Vec<u8> {
    entry(citation).into_bytes()
}

/// Writes a bibliography.
pub(in crate::render) fn write_all(citations: &[Citation]) -> Vec<u8> {
    citations.iter().map(entry).collect::<Vec<_>>().join("\n").into_bytes()
}

/// Writes one entry.
pub(super) fn entry(citation: &Citation) -> String {
    let kind = match citation.medium {
        Medium::Web => "online",
        Medium::Book => "book",
        Medium::Dataset => "dataset",
        Medium::Other => "misc",
    };
    let mut text = format!("@{kind}{{{},\n", citation.key);
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    let authors: Vec<String> = citation.authors.iter().map(author).collect();
    field("author", (!authors.is_empty()).then(|| authors.join(" and ")));
    field("title", Some(format!("{{{}}}", escape(&citation.title))));
    let is_web = citation.medium == Medium::Web;
    field("journaltitle", citation.container.as_deref().filter(|_| is_web).map(escape));
    field("organization", citation.publisher.as_deref().filter(|_| is_web).map(escape));
    field("publisher", citation.publisher.as_deref().filter(|_| !is_web).map(escape));
    field("date", citation.published.clone());
    field("url", citation.lasting.as_deref().map(address));
    field("urldate", citation.accessed.clone());
    field("version", citation.version.map(|number| number.to_string()));
    field("langid", citation.language.as_deref().map(escape));
    field("abstract", citation.summary.as_deref().map(escape));
    field("keywords", (!citation.keywords.is_empty()).then(|| escape(&citation.keywords.join(", "))));
    text.push_str("}\n");
    text
}

/// Two pairs of braces keep the name of a body whole.
fn author(author: &Author) -> String {
    match &author.given {
        Some(given) => format!("{}, {}", escape(&author.family), escape(given)),
        None => format!("{{{}}}", escape(&author.family)),
    }
}

/// Makes text harmless in braces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            // Readers count braces, escaped ones too.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address is read letter by letter; only what would end it is encoded.
fn address(url: &str) -> String {
    url.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
        .replace(' ', "%20")
}
