//! How a page is cited, in the formats of catalogues and in running text.
//!
//! In: a [`Citation`]. Out: texts. Never: decides who wrote what or when.

mod bibtex;
mod cite_web;
mod csl_json;
mod head;
mod ris;
#[cfg(feature = "citation-styles")]
mod styles;
#[cfg(not(feature = "citation-styles"))]
#[path = "no_styles.rs"]
mod styles;

pub(super) use bibtex::{write as write_bibtex, write_all as write_bibliography};
pub(super) use csl_json::write as write_csl_json;
pub(super) use ris::write as write_ris;
pub use styles::Styles;

use serde::Serialize;

use crate::pages::{Citation, Signposts};
use head::HeadTag;
use styles::StyledText;

/// What `templates/parts/cite.html` and `head_citation.html` receive as `cite`.
#[derive(Debug, Serialize)]
pub(super) struct Cite<'a> {
    #[serde(flatten)]
    citation: &'a Citation,
    /// The elements `meta` of the head, in their order.
    tags: Vec<HeadTag>,
    signposts: Option<Signposts>,
    /// What the page shows and can be copied; none where it shows nothing.
    copies: Option<Copies>,
}

/// What readers copy.
#[derive(Debug, Serialize)]
struct Copies {
    /// The citation in each style.
    styled: Vec<StyledText>,
    bibtex: String,
    wikipedia: String,
}

impl<'a> Cite<'a> {
    /// Writes what the head of the page says and, with `styles`, what the page shows.
    pub(super) fn new(citation: &'a Citation, signposts: Option<Signposts>, styles: Option<&Styles>) -> Self {
        let copies = styles.map(|styles| Copies {
            styled: styles.write(citation),
            bibtex: bibtex::entry(citation),
            wikipedia: cite_web::write(citation),
        });
        Self { tags: head::tags(citation), signposts, copies, citation }
    }
}
