//! HTML as a browser reads it: the links, ids and main part of a page.
//!
//! In: the text of a page. Out: its addresses and ids. Never: guesses with a text search what is a tag.

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};

/// What of a page other pages depend on, and what it depends on.
#[derive(Debug, Default)]
pub struct Page {
    /// The values of `href`, `src`, `srcset` and the like, with the name of the element.
    pub addresses: Vec<(String, String)>,
    pub ids: BTreeSet<String>,
    /// Ids that stand more than once.
    pub repeated_ids: BTreeSet<String>,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        for Ok(token) in Tokenizer::new(html) {
            let Token::StartTag(tag) = token else { continue };
            let element = text(&tag.name);
            for (name, value) in &tag.attributes {
                let value = text(value);
                match text(name).as_str() {
                    "href" | "src" | "poster" | "action" | "data" => page.addresses.push((element.clone(), value)),
                    "srcset" => page.addresses.extend(candidates(&value).map(|address| (element.clone(), address))),
                    "id" if !page.ids.insert(value.clone()) => {
                        page.repeated_ids.insert(value);
                    }
                    _ => {}
                }
            }
        }
        page
    }
}

/// The part of a page that is about its subject, or the whole text where there is no `<main>`.
pub fn main_part(html: &str) -> &str {
    let Some(start) = html.find("<main") else { return html };
    html[start..].find("</main>").map_or(&html[start..], |end| &html[start..start + end + "</main>".len()])
}

fn candidates(srcset: &str) -> impl Iterator<Item = String> {
    srcset.split(',').filter_map(|candidate| candidate.split_whitespace().next()).map(str::to_owned)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
