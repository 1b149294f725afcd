//! What the pages say of themselves, in the language of the site.

use super::names::date_label;
use super::parts::DateLabel;
use super::site_plan::SitePlan;
use crate::date::{self, EventDate};
use crate::words::Words;

impl SitePlan<'_> {
    /// The texts of the theme in the language of the site.
    pub(super) fn words(&self) -> &Words {
        &self.config.words
    }

    /// Tells whether the theme speaks English on a site in another language.
    pub(super) fn lacks_words(&self) -> bool {
        self.words().translations().is_empty() && !self.words().language().to_lowercase().starts_with("en")
    }

    /// A date as it is shown.
    pub(in crate::pages) fn date_label(&self, date: &EventDate) -> DateLabel {
        date_label(date, self.words())
    }

    /// A month as it is shown: «October 2019».
    pub(super) fn month_name(&self, year: i64, month: u8) -> String {
        date::month_in_words(self.words(), year, month)
    }

    /// A year as it is shown: «2019», «44 BC».
    pub(super) fn year_name(&self, year: i64) -> String {
        date::year_in_words(self.words(), year)
    }

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
