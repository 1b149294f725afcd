//! One page within the one file: its main part, with ids and links made its own.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};

use super::links::Links;
use crate::pages::escape;

/// A page to be bound.
pub(super) struct BoundPage<'a> {
    pub(super) path: &'a str,
    /// The id under which it stands.
    pub(super) anchor: &'a str,
    pub(super) links: &'a Links<'a>,
}

/// What is of no use in one file: ways to other pages, forms to copy.
const LEFT_OUT: &[&str] = &["sequences", "list-nav", "downloads", "contribute", "embed-code"];
/// Attributes whose value is an id of the page, or several.
const ID_LISTS: &[&str] = &["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];

impl BoundPage<'_> {
    /// Writes the main part of the page anew.
    pub(super) fn bind(&self, html: &str) -> String {
        let mut bound = String::new();
        for part in kept_parts(html) {
            match part {
                Part::Open { name, attributes, is_self_closing } => bound.push_str(&self.open(&name, &attributes, is_self_closing)),
                Part::Close(name) => bound.push_str(&format!("</{}>", lower(&name))),
                Part::Text(text) => bound.push_str(&escape(&text)),
            }
        }
        bound
    }

    fn open(&self, name: &str, attributes: &BTreeMap<String, String>, is_self_closing: bool) -> String {
        let mut tag = format!("<{}", lower(name));
        for (key, value) in attributes {
            let value = match key.as_str() {
                "id" => Some(self.own_id(value)),
                "href" => self.links.href(self.path, value),
                "src" => self.links.picture(self.path, value),
                "srcset" | "loading" => None,
                key if ID_LISTS.contains(&key) => Some(value.split_whitespace().map(|id| self.own_id(id)).collect::<Vec<_>>().join(" ")),
                _ => Some(value.clone()),
            };
            if let Some(value) = value {
                tag.push_str(&format!(" {key}=\"{}\"", escape(&value)));
            }
        }
        tag.push_str(if is_self_closing { "/>" } else { ">" });
        tag
    }

    fn own_id(&self, id: &str) -> String {
        format!("{}/{id}", self.anchor)
    }
}

/// A piece of a page that goes into the file.
enum Part {
    Open { name: String, attributes: BTreeMap<String, String>, is_self_closing: bool },
    Close(String),
    Text(String),
}

/// The pieces of a page's main part, without those that are left out.
fn kept_parts(html: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut is_main = false;
    // The element that is being left out, and how deep in elements of its name we are.
    let mut left_out: Option<(String, usize)> = None;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                if !is_main {
                    is_main = name == "main";
                    continue;
                }
                if let Some((out, depth)) = &mut left_out {
                    *depth += usize::from(*out == name);
                    continue;
                }
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                if !is_left_out(&name, &attributes) {
                    parts.push(Part::Open { name, attributes, is_self_closing: tag.self_closing });
                } else if !tag.self_closing && !is_void(&name) {
                    left_out = Some((name, 1));
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                if name == "main" {
                    break;
                }
                match &mut left_out {
                    Some((out, depth)) => {
                        *depth -= usize::from(*out == name);
                        if *depth == 0 {
                            left_out = None;
                        }
                    }
                    None if is_main => parts.push(Part::Close(name)),
                    None => {}
                }
            }
            Token::String(string) if is_main && left_out.is_none() => parts.push(Part::Text(text(&string))),
            _ => {}
        }
    }
    parts
}

/// What the main part of a page holds.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) ids: BTreeSet<String>,
    /// The addresses of its pictures.
    pub(super) pictures: BTreeSet<String>,
}

/// Finds the ids and pictures of a page, those that are left out excepted.
pub(super) fn survey(html: &str) -> Survey {
    let mut survey = Survey::default();
    for part in kept_parts(html) {
        if let Part::Open { name, mut attributes, .. } = part {
            survey.ids.extend(attributes.remove("id"));
            survey.pictures.extend(attributes.remove("src").filter(|_| name == "img"));
        }
    }
    survey
}

/// The style sheets of a page in their order, with whether they are for print alone.
pub(super) fn read_styles(html: &str) -> Vec<(String, bool)> {
    let mut styles = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if text(&tag.name) == "link" => {
                let get = |key: &str| tag.attributes.iter().find(|(name, _)| text(name) == key).map(|(_, value)| text(value));
                if get("rel").as_deref() == Some("stylesheet") {
                    styles.extend(get("href").map(|href| (href, get("media").as_deref() == Some("print"))));
                }
            }
            Token::StartTag(tag) if text(&tag.name) == "body" => break,
            _ => {}
        }
    }
    styles
}

fn is_left_out(name: &str, attributes: &BTreeMap<String, String>) -> bool {
    let classes = attributes.get("class").map_or("", String::as_str);
    matches!(name, "script" | "style" | "link" | "iframe" | "source" | "video" | "audio" | "form" | "button")
        || classes.split_whitespace().any(|class| LEFT_OUT.contains(&class))
}

/// The title of a page stands below that of the file.
fn lower(name: &str) -> &str {
    match name {
        "h1" => "h2",
        "h2" => "h3",
        "h3" => "h4",
        "h4" => "h5",
        "h5" => "h6",
        other => other,
    }
}

fn is_void(name: &str) -> bool {
    matches!(name, "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "source" | "track" | "wbr")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
