//! Why a text cannot be the path of a file in the site, in words for its author.
//!
//! In: a finding of `SitePath::parse`. Out: a sentence. Never: repeats control characters to the terminal.

use std::fmt;

use super::messages::Shown;

/// A text that cannot be a path in the site, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IllegalPath {
    /// The text as it was given.
    pub path: String,
    /// The first thing wrong with it.
    pub fault: PathFault,
}

/// What is wrong with a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathFault {
    /// The path is empty.
    Empty,
    /// It begins with a slash or a drive letter, so it does not start from the site.
    Absolute,
    /// A part between two slashes is missing.
    EmptyPart,
    /// A part is `.` or `..`, written plainly or with characters that become dots.
    Dots,
    /// It holds a character that some computers refuse, hide or read as a separator.
    Character(char),
    /// It holds `%` and two hexadecimal digits, which web servers read as another character.
    PercentCode(String),
    /// A part ends in a dot or a space, which Windows drops.
    TrailingDotOrSpace(String),
    /// A part is a name that Windows, a version control system or Dateline keeps for itself.
    ReservedName(String),
    /// A part is longer than [`SitePath::LONGEST_PART`](super::SitePath::LONGEST_PART) bytes.
    LongPart(String),
    /// The whole is longer than [`SitePath::LONGEST`](super::SitePath::LONGEST) bytes.
    LongPath,
}

impl fmt::Display for IllegalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` cannot be the path of a file in the site: {}", Shown(&self.path), self.fault)
    }
}

impl std::error::Error for IllegalPath {}

impl fmt::Display for PathFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it is empty"),
            Self::Absolute => write!(f, "it must start from the site's own folder, without a slash or a drive letter"),
            Self::EmptyPart => write!(f, "it has two slashes together or one at the end"),
            Self::Dots => write!(f, "`.` and `..` are not allowed in it"),
            Self::Character(c) => write!(f, "the character {} (U+{:04X}) is not allowed in it", Shown(&format!("`{c}`")), u32::from(*c)),
            Self::PercentCode(code) => write!(f, "web servers read `{code}` as another character; write the character itself"),
            Self::TrailingDotOrSpace(part) => write!(f, "`{}` ends in a dot or a space", Shown(part)),
            Self::ReservedName(part) => write!(f, "`{}` is a reserved name; choose another", Shown(part)),
            Self::LongPart(part) => {
                let start: String = part.chars().take(20).collect();
                write!(f, "the name starting `{}` is longer than 200 bytes; shorten it", Shown(&start))
            }
            Self::LongPath => write!(f, "it is longer than 1,000 bytes; shorten it"),
        }
    }
}
