//! An event as Markdown: its facts in a YAML front matter, then the text, who says what, what is linked, and numbered sources.

use std::fmt::Write;

use crate::pages::{DataLink, MarkdownPage, escape_markdown as plain};

/// Writes the text of an event.
pub(super) fn write(page: &MarkdownPage) -> Vec<u8> {
    let mut text = front_matter(page);
    let event = &page.event;
    let _ = write!(text, "\n# {}\n\n", line(&event.title));
    let places: Vec<String> = event.places.iter().map(|place| line(&place.name)).collect();
    let places = if places.is_empty() { String::new() } else { format!(" · {}", places.join(", ")) };
    let _ = write!(text, "{}{places}\\\nStatus: {} ({})\n\n", line(&page.day), event.status, page.status_meaning);
    for part in [&line(&event.summary), &page.text] {
        if !part.is_empty() {
            let _ = write!(text, "{part}\n\n");
        }
    }
    write_claims(&mut text, page);
    write_links(&mut text, "Links", &event.links, page);
    write_links(&mut text, "Links from other events", &event.backlinks, page);
    write_media(&mut text, page);
    write_sources(&mut text, page);
    write_history(&mut text, page);
    if !event.changes.is_empty() {
        text.push_str("## Changes of this page\n\n");
        for change in &event.changes {
            let _ = writeln!(text, "- {} ({}): {}", line(&change.date), change.kind, line(&change.note));
        }
        text.push('\n');
    }
    let licence = page.licence.as_ref().map_or(String::new(), |licence| format!(" Licence: {}.", line(licence)));
    let _ = writeln!(text, "From {}: <{}>.{licence}", line(&page.site), address(&event.url));
    text.into_bytes()
}

fn front_matter(page: &MarkdownPage) -> String {
    let event = &page.event;
    let mut text = String::from("---\n");
    let mut fact = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(text, "{key}: {}", quoted(value));
        }
    };
    fact("id", Some(&event.id));
    fact("title", Some(&event.title));
    fact("url", Some(&event.url));
    fact("date", Some(&event.date));
    fact("earliest", event.earliest.as_deref());
    fact("latest", event.latest.as_deref());
    fact("precision", Some(event.precision));
    fact("date-text", Some(&event.date_text));
    fact("known", event.known.as_deref());
    fact("status", Some(&event.status));
    fact("lang", Some(&event.lang));
    fact("published", event.published.as_deref());
    fact("updated", event.updated.as_deref());
    fact("licence", page.licence.as_deref());
    let _ = writeln!(text, "importance: {}", event.importance);
    let actors = event.actors.iter().map(|actor| match &actor.role {
        Some(role) => format!("{} ({role})", actor.name),
        None => actor.name.clone(),
    });
    list(&mut text, "authors", event.authors.iter().cloned());
    list(&mut text, "actors", actors);
    list(&mut text, "places", event.places.iter().map(|place| place.name.clone()));
    list(&mut text, "storylines", event.storylines.iter().map(|storyline| storyline.name.clone()));
    list(&mut text, "tags", event.tags.iter().cloned());
    text.push_str("---\n");
    text
}

fn list(text: &mut String, key: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.map(|value| format!("  - {}\n", quoted(&value))).collect();
    if !values.is_empty() {
        let _ = write!(text, "{key}:\n{}", values.concat());
    }
}

fn write_claims(text: &mut String, page: &MarkdownPage) {
    if page.event.claims.is_empty() {
        return;
    }
    text.push_str("## Who says what\n\n");
    for claim in &page.event.claims {
        let speaker = claim.by.as_ref().map_or("Someone not named".to_owned(), |speaker| line(&speaker.name));
        let reply = claim.reply_to.as_ref().map_or(String::new(), |other| format!(", to {}", line(&other.name)));
        let quote = claim.quote.as_ref().map(|quote| format!("“{}”", line(quote)));
        let words: Vec<String> = quote.into_iter().chain(claim.says.as_deref().map(line)).collect();
        let source = claim.source.map_or(String::new(), |number| format!(" [{number}]"));
        let _ = writeln!(text, "- **{speaker}**{reply}: {} ({}){source}", words.join(" — "), claim.status);
    }
    text.push('\n');
}

fn write_links(text: &mut String, heading: &str, links: &[DataLink], page: &MarkdownPage) {
    if links.is_empty() {
        return;
    }
    let _ = write!(text, "## {heading}\n\n");
    for link in links {
        let note = link.note.as_ref().map_or(String::new(), |note| format!(": {}", line(note)));
        let url = address(&format!("{}{}/", page.events_root, link.event));
        let _ = writeln!(text, "- {} [{}]({url}){note}", line(&link.words), line(&link.title));
    }
    text.push('\n');
}

fn write_media(text: &mut String, page: &MarkdownPage) {
    if page.event.media.is_empty() {
        return;
    }
    text.push_str("## Pictures, recordings and documents\n\n");
    for medium in &page.event.media {
        let words = [&medium.caption, &medium.credit, &medium.licence].into_iter().flatten().map(|words| line(words));
        let name = medium.alt.as_deref().or_else(|| medium.url.rsplit('/').next()).unwrap_or_default();
        let mark = if medium.is_image { "!" } else { "" };
        let _ = write!(text, "{mark}[{}]({})\n\n", line(name), address(&medium.url));
        let words = words.collect::<Vec<_>>().join(" · ");
        if !words.is_empty() {
            let _ = write!(text, "{words}\n\n");
        }
    }
}

fn write_history(text: &mut String, page: &MarkdownPage) {
    if page.event.history.is_empty() {
        return;
    }
    text.push_str("## What was known when\n\n");
    for entry in &page.event.history {
        let words = entry.status.iter().chain(&entry.note).map(|words| line(words));
        let _ = writeln!(text, "- {}: {}", line(&entry.known), words.collect::<Vec<_>>().join(", "));
    }
    text.push('\n');
}

fn write_sources(text: &mut String, page: &MarkdownPage) {
    if page.event.sources.is_empty() {
        return;
    }
    text.push_str("## Sources\n\n");
    for source in &page.event.sources {
        let mut parts = vec![line(&source.title)];
        parts.extend((!source.authors.is_empty()).then(|| line(&source.authors.join(", "))));
        parts.extend(source.publisher.as_deref().map(line));
        parts.extend(source.date.as_deref().map(line));
        let mut note = format!("{}. {}.", source.number, parts.join(", "));
        if let Some(url) = &source.url {
            let _ = write!(note, " <{}>", address(url));
        }
        if let Some(archive) = &source.archive {
            let _ = write!(note, " Archived: <{}>", address(archive));
        }
        let _ = writeln!(text, "{note}");
    }
    text.push('\n');
}

/// A text in one line, with nothing in it that Markdown would read.
fn line(text: &str) -> String {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    plain(&seen.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An address that may stand between `<` and `>`, or in brackets.
fn address(url: &str) -> String {
    url.replace('<', "%3C").replace('>', "%3E").replace('(', "%28").replace(')', "%29").replace(' ', "%20")
}

/// A text in the quotation marks of YAML, in which every reader finds the same characters again.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
