//! An event as a text to keep: what its page tells, for people who read plain text.

use super::to_markdown::to_markdown;
use crate::graph::{EventId, RecordId, TextPiece};
use crate::pages::names::status_label;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::text::Links;

use super::{Completeness, DataEvent};

/// An event as Markdown shows it.
#[derive(Debug, Clone)]
pub struct MarkdownPage {
    pub event: DataEvent,
    /// The text, finished Markdown.
    pub text: String,
    /// «Monday, 7 October 2019», or the date in words.
    pub day: String,
    /// What the status means.
    pub status_meaning: String,
    /// The name and licence of the site.
    pub site: String,
    pub licence: Option<String>,
    /// Where the other events of its links live, by id.
    pub events_root: String,
}

impl SitePlan<'_> {
    /// An event as a text to keep.
    pub fn markdown_page(&self, id: EventId) -> MarkdownPage {
        let event = self.graph.event(id);
        let date = self.event_date(id);
        MarkdownPage {
            event: self.data_event(id, Completeness::WithoutText),
            text: self.event_markdown(id),
            day: date
                .weekday
                .as_ref()
                .map_or(date.text.clone(), |weekday| self.say_with("{weekday}, {}", &[("weekday", weekday)]).replace("{}", &date.text)),
            status_meaning: status_label(event.status).meaning,
            site: self.config.title.clone(),
            licence: self.config.licence.clone(),
            events_root: format!("{}events/", self.root_of_events()),
        }
    }

    /// The text of an event as Markdown, with full addresses where the site has one, else as they lead from the event's page.
    pub(super) fn event_markdown(&self, id: EventId) -> String {
        let event = self.graph.event(id);
        let route = Route::record("events", &event.id);
        let root = self.root_of_events();
        // An event alone in its paragraph is a card on the page, and a link here.
        let mut cards = event.text.pieces.iter().filter_map(|piece| match piece {
            TextPiece::Mention { record: Some(RecordId::Event(event)), is_alone: true, words: None, .. } => Some(*event),
            _ => None,
        });
        let mut html = String::new();
        for block in self.blocks(&event.text, &Links::elsewhere(&route, &root)) {
            match block.card.and_then(|_| cards.next()) {
                Some(card) => {
                    let link = self.event_link(card);
                    let name = link.name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                    html.push_str(&format!("<p><a href=\"{root}{}\">{name}</a></p>\n", link.href));
                }
                None => html.push_str(&block.html),
            }
        }
        to_markdown(&html, if self.config.url.is_some() { &root } else { "" })
    }

    /// What leads from the page of an event to the site's root: the site's address, where it has one.
    fn root_of_events(&self) -> String {
        self.config.url.as_ref().map_or_else(|| "../../".to_owned(), ToString::to_string)
    }
}
