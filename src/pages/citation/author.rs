//! Authors as catalogues know them: a person has a family name, a body has one undivided name.

use serde::Serialize;

/// Words that make a name that of a body.
const BODY_WORDS: &[&str] = &[
    "agency",
    "and",
    "association",
    "board",
    "bureau",
    "centre",
    "center",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "desk",
    "editors",
    "for",
    "foundation",
    "group",
    "institute",
    "ministry",
    "network",
    "news",
    "newsroom",
    "of",
    "office",
    "organisation",
    "organization",
    "press",
    "project",
    "staff",
    "team",
    "the",
    "times",
    "university",
];

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The family name, or the whole name of a body.
    pub family: String,
    /// Given names; none for bodies, and for people who go by one name.
    pub given: Option<String>,
    /// A body, or a name that is not divided.
    pub is_whole: bool,
}

impl Author {
    /// Reads a name. `Reporter, Ana` is a person; a name that ends with a comma is a body, as is one that `is_body` knows; of other names of
    /// several words the last is taken for the family name.
    pub fn parse(name: &str, is_body: bool) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(whole) = name.strip_suffix(',') {
            return Self::whole(whole);
        }
        if let Some((family, given)) = name.split_once(", ") {
            return Self { family: family.to_owned(), given: Some(given.to_owned()), is_whole: false };
        }
        let has_body_word = name.split(' ').any(|word| BODY_WORDS.contains(&word.to_lowercase().as_str()));
        match name.rsplit_once(' ') {
            Some((given, family)) if !is_body && !has_body_word && !name.contains(['&', '.']) => {
                Self { family: family.to_owned(), given: Some(given.to_owned()), is_whole: false }
            }
            _ => Self::whole(&name),
        }
    }

    fn whole(name: &str) -> Self {
        Self { family: name.to_owned(), given: None, is_whole: true }
    }

    /// The name as one says it: `Ana Reporter`.
    pub fn spoken(&self) -> String {
        match &self.given {
            Some(given) => format!("{given} {}", self.family),
            None => self.family.clone(),
        }
    }

    /// The name as `citation_author` and RIS take it. Zotero takes the last word of any other name for the family name, so that a body of
    /// several words ends with a comma.
    pub fn inverted(&self) -> String {
        match &self.given {
            Some(given) => format!("{}, {given}", self.family),
            None if self.family.contains(' ') => format!("{},", self.family),
            None => self.family.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_divided_and_bodies_are_not() {
        let inverted = |name: &str| Author::parse(name, false).inverted();
        assert_eq!(inverted("Ana Reporter"), "Reporter, Ana");
        assert_eq!(inverted("Reporter, Ana"), "Reporter, Ana");
        assert_eq!(inverted("Bureau of Industry and Security"), "Bureau of Industry and Security,");
        assert_eq!(inverted("Reuters"), "Reuters");
        assert_eq!(inverted("Hikvision Digital,"), "Hikvision Digital,");
        assert_eq!(inverted("王小明"), "王小明");
        assert_eq!(inverted("李, 伟"), "李, 伟");
        assert_eq!(Author::parse("Amber Motors", true).inverted(), "Amber Motors,");
    }
}
