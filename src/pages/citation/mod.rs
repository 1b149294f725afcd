//! Citations: how a page of the site, or a source that it rests on, is cited elsewhere. One [`Citation`] a record, from which every
//! format is written.
//!
//! In: the graph and the ledger. Out: plain values. Never: writes a format; `render/citation` does.

mod author;
mod make;
mod period;
mod signposts;
mod source;

pub use author::Author;
pub use signposts::Signposts;

use serde::Serialize;

/// A record with downloads of its own that say how it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    Event(crate::graph::EventId),
    Storyline(crate::graph::StorylineId),
}

/// How a page is cited.
#[derive(Debug, Clone)]
pub struct PageCitation {
    pub citation: Citation,
    /// The page shows it to readers, for copying; where it does not, only catalogues are told.
    pub is_shown: bool,
    /// What has files beside the page that say the same.
    pub files: Option<Cited>,
}

/// A file that says how a page is cited, or what it says, to programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationFormat {
    Bibtex,
    Ris,
    CslJson,
    JsonLd,
    Linkset,
}

impl CitationFormat {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Bibtex, Self::Ris, Self::CslJson, Self::JsonLd, Self::Linkset];

    /// The name of the file beside the page of an event or a storyline.
    pub fn file_name(self, cited: Cited) -> &'static str {
        match (cited, self) {
            (_, Self::Linkset) => "linkset.json",
            (Cited::Event(_), Self::Bibtex) => "event.bib",
            (Cited::Event(_), Self::Ris) => "event.ris",
            (Cited::Event(_), Self::CslJson) => "event.csl.json",
            (Cited::Event(_), Self::JsonLd) => "event.jsonld",
            (Cited::Storyline(_), Self::Bibtex) => "storyline.bib",
            (Cited::Storyline(_), Self::Ris) => "storyline.ris",
            (Cited::Storyline(_), Self::CslJson) => "storyline.csl.json",
            (Cited::Storyline(_), Self::JsonLd) => "storyline.jsonld",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
            Self::JsonLd => "application/ld+json",
            Self::Linkset => "application/linkset+json",
        }
    }
}

/// What the cited thing is, as far as formats tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// Something on the web: every page of ours, and most sources.
    Web,
    Book,
    Dataset,
    /// On paper or known only by its title.
    Other,
}

/// How one record is cited. Dates of publication are plain ISO 8601; none where nothing says when it was.
#[derive(Debug, Clone, Serialize)]
pub struct Citation {
    /// Of ASCII letters, digits and hyphens: `october-blacklist-entity-list-28`.
    pub key: String,
    pub medium: Medium,
    pub title: String,
    pub authors: Vec<Author>,
    /// The site or the work that holds it.
    pub container: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    /// The last day on which the page changed in substance.
    pub updated: Option<String>,
    /// When what it tells happened, as EDTF.
    pub event_date: Option<String>,
    pub language: Option<String>,
    pub summary: Option<String>,
    /// The full address; none where the site has none.
    pub address: Option<String>,
    /// The address that leads to these very words for ever: that of the version, where one is kept.
    pub lasting: Option<String>,
    pub version: Option<u32>,
    pub keywords: Vec<String>,
    pub rights: Option<String>,
    /// The address of the licence, where it is a known one.
    pub licence: Option<String>,
    pub archive: Option<String>,
    pub accessed: Option<String>,
    /// The first storyline.
    pub section: Option<String>,
    /// What Zotero takes the page for: `webpage`.
    pub item_type: &'static str,
}
