//! RIS, as reference managers read it: two letters, two spaces, a hyphen and a space; lines end with CR LF.

use crate::pages::Citation;

/// Writes one reference.
pub(in crate::render) fn write(citation: &Citation) -> Vec<u8> {
    let mut text = String::new();
    let mut line = |tag: &str, value: Option<&str>| {
        if let Some(value) = value {
            text.push_str(&format!("{tag}  - {}\r\n", one_line(value)));
        }
    };
    line("TY", Some(if citation.item_type == "newspaperArticle" { "NEWS" } else { "ELEC" }));
    line("TI", Some(&citation.title));
    for author in &citation.authors {
        line("AU", Some(&author.inverted()));
    }
    line("T2", citation.container.as_deref());
    line("PB", citation.publisher.as_deref());
    if let Some(published) = &citation.published {
        line("DA", Some(&published.replace('-', "/")));
        line("PY", published.get(..4));
    }
    line("AB", citation.summary.as_deref());
    line("LA", citation.language.as_deref());
    for keyword in &citation.keywords {
        line("KW", Some(keyword));
    }
    line("UR", citation.lasting.as_deref());
    line("ID", Some(&citation.key));
    text.push_str("ER  - \r\n");
    text.into_bytes()
}

/// A value cannot begin a line of its own.
fn one_line(value: &str) -> String {
    value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
