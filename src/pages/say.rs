//! What the pages say of themselves, in the language of the site.

use super::site_plan::SitePlan;

impl SitePlan<'_> {
    /// Says a text of the theme's own.
    pub(super) fn say(&self, english: &str) -> String {
        self.config.words.say(english)
    }

    /// Says a text with values in it.
    pub(super) fn say_with(&self, english: &str, values: &[(&str, &str)]) -> String {
        self.config.words.fill(english, values)
    }

    /// Says how many there are: `say_count(2, "{n} event", "{n} events")`.
    pub(super) fn say_count(&self, count: usize, one: &str, many: &str) -> String {
        self.config.words.count(u64::try_from(count).unwrap_or(u64::MAX), one, many, &[])
    }
}
