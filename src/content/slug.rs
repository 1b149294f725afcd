//! The public name of a thing: parsed, never cleaned, so that no two writings meet at one address by accident.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// The most characters of a slug.
const MAX_CHARACTERS: usize = 120;
/// The most bytes of a slug.
const MAX_BYTES: usize = 200;

/// Letters and digits of any script in lower case (NFKC), and single hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Why a text is no slug, in a journalist's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSlug {
    pub reason: &'static str,
    /// The nearest slug, where there is one.
    pub suggestion: Option<Slug>,
}

impl Slug {
    /// Parses an id as an author writes it.
    pub fn parse(text: &str) -> Result<Self, BadSlug> {
        let reason = if text.is_empty() {
            "it is empty"
        } else if text.len() > MAX_BYTES || text.chars().count() > MAX_CHARACTERS {
            "it is longer than 120 characters or 200 bytes"
        } else if text.starts_with('-') || text.ends_with('-') {
            "it begins or ends with a hyphen"
        } else if text.chars().any(|c| !c.is_alphanumeric() && !is_mark(c) && c != '-') {
            "it holds a character that is no letter, digit or hyphen"
        } else if !is_plain(text) && text.nfkc().flat_map(char::to_lowercase).nfkc().collect::<String>() != text {
            "it holds a capital letter or a character with a simpler form"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(BadSlug { reason, suggestion: Self::from_name(text) })
    }

    /// Makes the slug of a plain name such as `Geng Shuang`; none when the name holds no letter or digit.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in name.nfkc().flat_map(char::to_lowercase).nfkc() {
            if c.is_alphanumeric() || is_mark(c) {
                slug.push(c);
            } else if !matches!(c, '\'' | '’' | '.') && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let cut: String = slug.chars().take(MAX_CHARACTERS).collect();
        let end = cut.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= MAX_BYTES).last()?;
        let slug = cut[..end].trim_matches('-');
        (!slug.is_empty()).then(|| Self(slug.to_owned()))
    }

    /// Says whether a written name looks like an id rather than a name: lower case and joined by hyphens.
    pub fn looks_like_one(name: &str) -> bool {
        name.contains('-') && Self::parse(name).is_ok()
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says whether a text is of small plain letters, digits and hyphens, which have no simpler form.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Combining marks, which many scripts write their vowels with.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_any_script_are_kept_as_written() {
        for id in ["entity-list-28", "007", "中文-标题", "हिन्दी"] {
            assert_eq!(Slug::parse(id).unwrap().as_str(), id);
        }
    }

    #[test]
    fn paths_and_tricks_are_refused() {
        for id in ["", "../x", "a/b", "a\\b", "%2e%2e", "a\0b", ".", "C:", "A", "ﬁ", "-a", "a b", &"x".repeat(121)] {
            assert!(Slug::parse(id).is_err(), "{id:?}");
        }
    }

    #[test]
    fn a_name_becomes_its_slug() {
        assert_eq!(Slug::from_name("Geng Shuang").unwrap().as_str(), "geng-shuang");
        assert_eq!(Slug::from_name("U.S. Dept. of Commerce’s").unwrap().as_str(), "us-dept-of-commerces");
        assert_eq!(Slug::from_name("海康威视").unwrap().as_str(), "海康威视");
        assert_eq!(Slug::from_name("…!"), None);
    }
}
