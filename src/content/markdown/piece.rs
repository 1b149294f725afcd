//! The parts a body is made of.
//!
//! In: nothing. Out: the one type that a page turns into HTML.
//! Never: holds unescaped HTML; every other string is plain text for the page to escape.

use std::ops::Range;
use std::sync::Arc;

/// A part of a body. `Html` pieces are finished; strings in all others are plain text, still to be escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML, shared by those who remember it. Tags balance over all the pieces of a body together.
    Html(Arc<str>),
    /// A name that points to a record: `[[id]]`, `[[id|words]]`, `[[id#fragment]]`, `![[id]]`.
    Mention {
        /// The id or name as written.
        target: String,
        /// The author's own words for it.
        label: Option<String>,
        /// What stands after `#`.
        fragment: Option<String>,
        /// Where it is written.
        span: Range<usize>,
        /// Whether it is all of its paragraph; no `<p>` is printed then, so that a card may stand here.
        is_alone: bool,
    },
    /// A source used at this spot: `[@id]`, `[@id, p. 3]`; several in one bracket are several pieces in a row.
    Citation {
        /// The id of the source.
        source: String,
        /// The page, paragraph or minute, as written.
        locator: Option<String>,
        /// Where it is written.
        span: Range<usize>,
    },
    /// The start tag of a link inside the site; its `</a>` follows in an `Html` piece.
    LinkOpen {
        /// A path from the root of the site, or relative to this page, or a spot of it (`#…`); never with a scheme or a host.
        href: String,
        /// The advisory title.
        title: Option<String>,
        /// Where the whole link is written.
        span: Range<usize>,
    },
    /// An image of this site.
    Image {
        /// A path from the root of the site, or relative to the content file; never with a scheme or a host.
        src: String,
        /// The description for those who do not see it.
        alt: String,
        /// The advisory title.
        title: Option<String>,
        /// Where it is written.
        span: Range<usize>,
    },
}
