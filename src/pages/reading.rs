//! Reading paths: how long the story takes, told by its key events, by one of its storylines, or in full.

use serde::Serialize;

use super::parts::NamedLink;
use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::{EventId, StorylineId};
use crate::words::Words;

/// A way to read the story.
#[derive(Debug, Clone, Serialize)]
pub struct ReadingPath {
    /// How long it takes: «2 minutes», «1 hour 5 minutes».
    pub time: String,
    /// `Key events`, or the title of a storyline.
    pub name: String,
    pub href: String,
    /// How much it is: «9 events», «a storyline of 20 events».
    pub amount: String,
}

/// Words that a reader reads in a minute.
const WORDS_A_MINUTE: usize = 230;
/// The storyline that takes nearest to so many minutes is proposed.
const MIDDLE_WAY: usize = 10;

impl SitePlan<'_> {
    /// The ways to read the story, shortest first; a way that is no shorter than reading everything is left out.
    pub(super) fn reading_paths(&self) -> Vec<ReadingPath> {
        let all: Vec<EventId> = self.graph.event_ids().collect();
        let key: Vec<EventId> = all.iter().copied().filter(|&id| self.graph.event(id).is_key()).collect();
        let everything = self.reading_minutes(&all);
        let mut paths = Vec::new();
        if !key.is_empty() {
            let link = NamedLink { name: self.say("Key events"), href: Route::index("key-events").href() };
            paths.push((self.skimming_minutes(&key), link, self.say_count(key.len(), "{n} event", "{n} events")));
        }
        let shortest = paths.first().map_or(0, |(minutes, _, _)| *minutes);
        let storylines = self.storylines_by_title().into_iter().map(|id| (self.storyline_minutes(id), id));
        let middle = storylines.filter(|(minutes, _)| *minutes > shortest).min_by_key(|(minutes, _)| minutes.abs_diff(MIDDLE_WAY));
        paths.extend(middle.map(|(minutes, id)| {
            let count = self.graph.storyline(id).events.len();
            (minutes, self.storyline_link(id), self.say_count(count, "a storyline of {n} event", "a storyline of {n} events"))
        }));
        paths.retain(|(minutes, _, _)| *minutes < everything);
        let whole = NamedLink { name: self.say("Everything"), href: Route::index("events").href() };
        paths.push((everything, whole, self.say_count(all.len(), "{n} event", "{n} events")));
        let path =
            |(minutes, NamedLink { name, href }, amount)| ReadingPath { time: time_words(&self.config.words, minutes), name, href, amount };
        paths.into_iter().map(path).collect()
    }

    /// Minutes for the headlines and summaries of events.
    pub(super) fn skimming_minutes(&self, events: &[EventId]) -> usize {
        minutes(events.iter().map(|&id| self.words_of_card(id)).sum())
    }

    /// Minutes for the whole texts of events.
    fn reading_minutes(&self, events: &[EventId]) -> usize {
        let words = events.iter().map(|&id| self.words_of_card(id) + self.graph.event(id).text.word_count);
        minutes(words.sum())
    }

    /// Minutes for a storyline: its explainer, and the headlines and summaries of its events.
    fn storyline_minutes(&self, id: StorylineId) -> usize {
        let storyline = self.graph.storyline(id);
        let cards: usize = storyline.events.iter().map(|&id| self.words_of_card(id)).sum();
        minutes(storyline.text.word_count + cards)
    }

    /// Words of the headline and the summary of an event.
    fn words_of_card(&self, id: EventId) -> usize {
        *self.outline.card_words.get(id, || {
            let event = self.graph.event(id);
            event.summary.as_ref().unwrap_or(&event.text.excerpt).split_whitespace().count() + event.title.split_whitespace().count()
        })
    }
}

fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

fn time_words(words: &Words, minutes: usize) -> String {
    let say = |count: usize, one: &str, many: &str| words.count(u64::try_from(count).unwrap_or(u64::MAX), one, many, &[]);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let said = [(hours, "{n} hour", "{n} hours"), (minutes, "{n} minute", "{n} minutes")];
    let said = said.into_iter().filter(|(count, _, _)| *count > 0).map(|(count, one, many)| say(count, one, many));
    said.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time_is_told_in_words() {
        assert_eq!(minutes(0), 1);
        assert_eq!(minutes(231), 2);
        assert_eq!(
            [1, 59, 60, 121].map(|minutes| time_words(&Words::new("en"), minutes)),
            ["1 minute", "59 minutes", "1 hour", "2 hours 1 minute"]
        );
    }
}
