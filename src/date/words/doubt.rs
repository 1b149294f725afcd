//! The doubt about one date in words.
//!
//! In: what is written, and the author's doubt. Out: "possibly about 2018", "7 October 2019 (day uncertain)", "c. Oct 2019?".
//! Never: less doubt than the author wrote.

use super::super::point::{Doubt, Point, Year};
use super::Wording;

/// A date in words, with the doubt that is not yet said: a word such as "since" may have to stand between.
pub(super) struct Phrase {
    pub(super) text: String,
    /// It begins with the day of a month, which some languages give an article.
    pub(super) is_day: bool,
    pub(super) is_about: bool,
    pub(super) is_possible: bool,
}

/// What stands before a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Since,
    Until,
    From,
}

impl Wording<'_> {
    /// Says doubt about a whole date by words before it, other doubt in brackets behind it.
    pub(super) fn doubted(self, text: String, is_vague: bool, point: &Point) -> Phrase {
        let is_day = point.day.is_some_and(|day| day.known().is_some()) && point.month.is_some_and(|month| month.known().is_some());
        let phrase = |text: String| Phrase { text, is_day, is_about: false, is_possible: false };
        if self.is_short {
            let text = if point.is_approximate() { self.dated("c. {date}", &text) } else { text };
            return phrase(if point.is_uncertain() { self.dated("{date}?", &text) } else { text });
        }
        let Some(doubt) = point.whole_doubt() else { return phrase(self.noted(&text, &self.doubts_by_part(point))) };
        let is_about = doubt.is_approximate || matches!(point.year, Year::Rounded(_));
        // "about some day in October" is no English.
        let text = if is_about && is_vague { self.noted(&text, &self.words.say("approximate")) } else { text };
        Phrase { text, is_day, is_about: is_about && !is_vague, is_possible: doubt.is_uncertain }
    }

    /// "possibly since about April 2017".
    pub(super) fn said(self, before: Before, phrase: &Phrase) -> String {
        let values = [(if phrase.is_day { "day" } else { "date" }, phrase.text.as_str())];
        let fill = |text: &str| self.words.fill(text, &values);
        let said = match (before, phrase.is_about, phrase.is_day) {
            (Before::Nothing, false, _) => phrase.text.clone(),
            (Before::Nothing, true, false) => fill("about {date}"),
            (Before::Nothing, true, true) => fill("about {day}"),
            (Before::Since, false, false) => fill("since {date}"),
            (Before::Since, false, true) => fill("since {day}"),
            (Before::Since, true, false) => fill("since about {date}"),
            (Before::Since, true, true) => fill("since about {day}"),
            (Before::Until, false, false) => fill("until {date}"),
            (Before::Until, false, true) => fill("until {day}"),
            (Before::Until, true, false) => fill("until about {date}"),
            (Before::Until, true, true) => fill("until about {day}"),
            (Before::From, false, false) => fill("from {date}"),
            (Before::From, false, true) => fill("from {day}"),
            (Before::From, true, false) => fill("from about {date}"),
            (Before::From, true, true) => fill("from about {day}"),
        };
        if phrase.is_possible { self.dated("possibly {date}", &said) } else { said }
    }

    /// A text with a remark behind it.
    pub(super) fn noted(self, text: &str, note: &str) -> String {
        self.words.fill("{text} ({note})", &[("text", text), ("note", note)])
    }

    /// "day uncertain", "month and year approximate", "day approximate, year uncertain".
    fn doubts_by_part(self, point: &Point) -> String {
        let names = [self.words.say("year"), self.words.say("month"), self.words.say("day")];
        let mut by_doubt: Vec<(Doubt, Vec<String>)> = Vec::new();
        for (name, doubt) in names.into_iter().zip(point.written_doubts().iter().copied()).rev() {
            match by_doubt.iter_mut().find(|(known, _)| *known == doubt) {
                _ if doubt == Doubt::NONE => {}
                Some((_, parts)) => parts.push(name),
                None => by_doubt.push((doubt, vec![name])),
            }
        }
        let phrase = |(doubt, parts): &(Doubt, Vec<String>)| {
            let parts = parts.iter().skip(1).fold(parts.first().cloned().unwrap_or_default(), |said, part| self.and(&said, part));
            let values = [("parts", parts.as_str())];
            match (doubt.is_approximate, doubt.is_uncertain) {
                (true, true) => self.words.fill("{parts} uncertain and approximate", &values),
                (true, false) => self.words.fill("{parts} approximate", &values),
                _ => self.words.fill("{parts} uncertain", &values),
            }
        };
        by_doubt.iter().map(phrase).collect::<Vec<_>>().join(&self.words.say(", "))
    }
}
