//! What can be wrong in a Markdown body, in a journalist's words.
//!
//! In: nothing. Out: findings with a span, a message and the fix.
//! Never: decides how grave a finding is.

use std::fmt;
use std::ops::Range;

/// One mistake or doubt and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The byte range in the body.
    pub span: Range<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong at one spot of a body. `Display` gives the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// HTML tags, which are shown as typed; told once for each block of text.
    RawHtml,
    /// A link whose scheme is not allowed; only its words were kept.
    UnsafeLink(String),
    /// A link or image whose address cannot be read; only its words were kept.
    BrokenLink(String),
    /// An image on another website; a plain link was printed instead.
    RemoteImage(String),
    /// An image without a description.
    MissingAlt(String),
    /// A footnote mark whose note does not exist.
    UndefinedFootnote(String),
    /// A footnote that no mark points to.
    UnusedFootnote(String),
    /// A second footnote with the same label.
    RepeatedFootnote(String),
    /// Double brackets that name nothing.
    EmptyMention,
    /// A bracket that begins as a citation and does not read as one.
    UnreadCitation(String),
    /// The body was printed as plain text because it passed a limit.
    LimitReached(Limit),
    /// Two asterisks beside Chinese or Japanese punctuation that did not become bold type.
    LiteralEmphasis,
}

/// The limit that a body has passed, with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The length of the body, in bytes.
    Bytes(usize),
    /// The depth of quotations, lists and emphasis, in levels.
    Nesting(usize),
    /// The size of the HTML compared with the body.
    Growth(usize),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RawHtml => write!(f, "HTML is not read here; readers will see the tags as typed"),
            Self::UnsafeLink(scheme) => {
                write!(f, "a link may not begin with `{}:`; only its words were kept", shorten(scheme))
            }
            Self::BrokenLink(address) if address.is_empty() => {
                write!(f, "a link has no address; only its words were kept")
            }
            Self::BrokenLink(address) => {
                write!(f, "`{}` does not read as an address; only its words were kept", shorten(address))
            }
            Self::RemoteImage(url) => {
                write!(f, "the image {} is on another website; a plain link is shown instead", shorten(url))
            }
            Self::MissingAlt(src) => write!(f, "the image `{}` has no description", shorten(src)),
            Self::UndefinedFootnote(label) => {
                write!(f, "there is no footnote `{}`", shorten(label))
            }
            Self::UnusedFootnote(label) => {
                write!(f, "nothing in the text points to the footnote `{}`; it is printed after the others", shorten(label))
            }
            Self::RepeatedFootnote(label) => {
                write!(f, "there are two footnotes `{}`; this one is printed after the others", shorten(label))
            }
            Self::EmptyMention => write!(f, "these double brackets name nothing"),
            Self::UnreadCitation(text) => {
                write!(f, "`[{}]` does not read as a citation", shorten(text))
            }
            Self::LimitReached(Limit::Bytes(max)) => {
                write!(f, "this text is longer than {} kB; it is shown without formatting", max / 1000)
            }
            Self::LimitReached(Limit::Nesting(max)) => {
                write!(f, "quotations, lists or emphasis are nested more than {max} deep; the text is shown without formatting")
            }
            Self::LimitReached(Limit::Growth(max)) => {
                write!(f, "the page would be more than {max} times as long as its text; the text is shown without formatting")
            }
            Self::LiteralEmphasis => write!(f, "these asterisks did not become bold type; readers will see them"),
        }
    }
}

impl Problem {
    /// Returns the fix, as a sentence for the author.
    pub fn help(&self) -> String {
        match self {
            Self::RawHtml => "write it in Markdown, or put backticks around it to show it on purpose; \
                              a `<!-- note -->` would be published too, so delete it"
                .into(),
            Self::UnsafeLink(_) => "use an address that begins with `https://`, `http://` or `mailto:`, \
                                    or a path of this site such as `/events/…/`"
                .into(),
            Self::BrokenLink(_) => "write the whole address, for example `https://example.org/page`".into(),
            Self::RemoteImage(_) => "save the image beside this file, if you may, and write its file name instead".into(),
            Self::MissingAlt(src) => {
                format!("say what it shows: `![what it shows]({})`", shorten(src))
            }
            Self::UndefinedFootnote(label) => {
                let label = shorten(label);
                format!("write the note on a line of its own, `[^{label}]: …`, or delete the mark")
            }
            Self::UnusedFootnote(label) => format!("write `[^{}]` in the text where it belongs, or delete the note", shorten(label)),
            Self::RepeatedFootnote(_) => "give this one another label".into(),
            Self::EmptyMention => "write the id of a record between them, for example `[[entity-list-28]]`".into(),
            Self::UnreadCitation(_) => "write `[@source-id]`, `[@source-id, p. 3]` or `[@one; @other, p. 2]`".into(),
            Self::LimitReached(Limit::Bytes(_)) => "divide it into several events or pages".into(),
            Self::LimitReached(Limit::Nesting(_)) => "look for a line with very many `>`, `-`, `*` or `[`".into(),
            Self::LimitReached(Limit::Growth(_)) => "look for one link, footnote or table row repeated very many times".into(),
            Self::LiteralEmphasis => "move the punctuation outside the asterisks: `**加粗**。` instead of `**加粗。**`".into(),
        }
    }
}

/// Keeps a quoted text short enough for one line of a message.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
