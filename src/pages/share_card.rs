//! The share card: the picture of an event, a storyline or the whole story that other sites show when they link there.
//!
//! It is drawn with the one face that the program carries, which has Latin, Greek and Cyrillic letters. A page whose headline needs others has
//! no card: boxes in place of letters would say nothing.

use std::ops::RangeInclusive;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::names::status_label;
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::{Shareable, Subject};

/// What stands on a card, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareCard {
    /// The date, and a status that needs saying.
    pub above: String,
    pub headline: String,
    pub storyline: Option<String>,
    /// The site and its publisher.
    pub below: String,
    /// A colour as `#rrggbb`.
    pub accent: Option<String>,
}

/// The card of a page, for its head.
#[derive(Debug, Clone, Serialize)]
pub struct ShareCardLink {
    /// The full address.
    pub href: String,
    pub width: u32,
    pub height: u32,
    /// What stands on it, in words.
    pub alt: String,
}

/// The size that other sites ask for.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// The letters that the face has.
const LETTERS: &[RangeInclusive<char>] = &[
    ' '..='~',
    '\u{a0}'..='\u{36f}',
    '\u{384}'..='\u{38a}',
    '\u{38c}'..='\u{38c}',
    '\u{38e}'..='\u{3a1}',
    '\u{3a3}'..='\u{3e1}',
    '\u{3f0}'..='\u{52f}',
    '\u{1e00}'..='\u{1eff}',
    '\u{2010}'..='\u{2027}',
    '\u{2030}'..='\u{205e}',
    '\u{20a0}'..='\u{20bf}',
    '\u{2100}'..='\u{214f}',
];

/// Says whether a letter can stand on a card.
pub fn is_on_cards(letter: char) -> bool {
    LETTERS.iter().any(|letters| letters.contains(&letter))
}

/// A text as it is drawn; none where a letter of it cannot be.
fn drawable(text: &str) -> Option<String> {
    let text: String = text.nfc().collect();
    (!text.trim().is_empty() && text.chars().all(is_on_cards)).then_some(text)
}

impl SitePlan<'_> {
    /// The cards of all pages that have one; none without an address, since a card is named by its full one.
    pub(super) fn share_card_pages(&self) -> Vec<(Route, Subject)> {
        if !self.config.outputs.cards || self.config.url.is_none() {
            return Vec::new();
        }
        let events = self.graph.event_ids().map(Shareable::Event);
        let all = std::iter::once(Shareable::Home).chain(self.storyline_ids().map(Shareable::Storyline)).chain(events);
        let drawn = all.filter(|&of| self.share_card(of).is_some());
        drawn.map(|of| (self.share_card_route(of), Subject::ShareCard(of))).collect()
    }

    /// What stands on the card of a page; none where it cannot be drawn.
    pub fn share_card(&self, of: Shareable) -> Option<ShareCard> {
        let site = &self.config.title;
        let publisher = self.config.publisher.name.as_ref().filter(|name| *name != site);
        let (headline, above, storyline) = match of {
            Shareable::Home => (site.clone(), self.count_of_events(self.graph.events.len()), None),
            Shareable::Storyline(id) => {
                let storyline = self.graph.storyline(id);
                (storyline.title.clone(), self.count_of_events(storyline.events.len()), None)
            }
            Shareable::Event(id) => {
                let event = self.graph.event(id);
                let (date, status) = (self.event_date(id).text.clone(), status_label(event.status));
                let above = if status.is_notable { format!("{date} · {}", self.say(&status.word)) } else { date };
                (event.title.clone(), above, event.storylines.first().map(|&storyline| self.storyline_link(storyline).name))
            }
        };
        let names = [Some(site).filter(|_| of != Shareable::Home), publisher];
        let below: Vec<String> = names.into_iter().flatten().filter_map(|name| drawable(name)).collect();
        Some(ShareCard {
            // Without its date and status an event must not be shown around.
            above: drawable(&above)?,
            headline: drawable(&headline)?,
            storyline: storyline.and_then(|title| drawable(&title)),
            below: below.join(" · "),
            accent: self.config.theme.accent.clone(),
        })
    }

    /// The card of a page, where it has one.
    pub(super) fn share_card_link(&self, subject: &Subject) -> Option<ShareCardLink> {
        let of = match subject {
            Subject::Home => Shareable::Home,
            Subject::Event(id) => Shareable::Event(*id),
            Subject::Storyline(id, _) => Shareable::Storyline(*id),
            _ => return None,
        };
        let route = self.share_card_route(of);
        let base = self.config.url.as_ref().filter(|_| self.has(&route))?;
        let ShareCard { above, headline, .. } = self.share_card(of)?;
        let (width, height) = CARD_SIZE;
        Some(ShareCardLink { href: route.absolute(base), width, height, alt: format!("{headline} ({above})") })
    }

    fn share_card_route(&self, of: Shareable) -> Route {
        let page = match of {
            Shareable::Home => Route::home(),
            Shareable::Storyline(id) => Route::record("storylines", &self.graph.storyline(id).id),
            Shareable::Event(id) => Route::record("events", &self.graph.event(id).id),
        };
        page.beside("card.png")
    }

    fn count_of_events(&self, count: usize) -> String {
        self.say_count(count, "{n} event", "{n} events")
    }
}

#[cfg(test)]
mod tests {
    use super::drawable;

    #[test]
    fn words_in_letters_that_the_face_lacks_are_not_drawn() {
        for text in ["Ärger über Zölle", "Пекин отвечает", "Η απάντηση", "Đà Nẵng – “now”"] {
            assert!(drawable(text).is_some(), "{text}");
        }
        for text in ["北京回应", "العقوبات", "Deal 🤝", "ばつ", "", "a\u{202e}b"] {
            assert!(drawable(text).is_none(), "{text}");
        }
    }
}
