//! The name of a language, in the language of the site.
//!
//! In: a language tag. Out: its name, where it is one that news is often written in. Never: a guess; any other tag stands as it is.

use super::names::capitalised;
use super::site_plan::SitePlan;

/// Languages by the first part of their tags.
const NAMES: [(&str, &str); 16] = [
    ("ar", "Arabic"),
    ("de", "German"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fr", "French"),
    ("hi", "Hindi"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("tr", "Turkish"),
    ("ug", "Uyghur"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];

impl SitePlan<'_> {
    /// Names a language: `en` is English, `zh-Hant` Chinese (zh-Hant).
    pub(super) fn language_name(&self, tag: &str) -> String {
        let primary = tag.split('-').next().unwrap_or_default().to_lowercase();
        let Ok(at) = NAMES.binary_search_by_key(&primary.as_str(), |(code, _)| code) else { return tag.to_owned() };
        let name = capitalised(&self.say(NAMES[at].1));
        if primary.len() == tag.len() { name } else { format!("{name} ({tag})") }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_languages_stand_in_the_order_of_their_tags() {
        assert!(super::NAMES.is_sorted());
    }
}
