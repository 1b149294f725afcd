//! Embeds: small pages that other sites may frame, and the quotation that stands where they do not.

use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

use super::Shared;
use super::frame::Frame;
use super::parts::NamedLink;
use super::route::Route;
use super::site_plan::SitePlan;
use super::strip::Strip;
use super::subject::{EmbedSubject, Subject};
use super::text::escape;
use crate::graph::EventId;

/// What `templates/pages/embed.html` receives as `embed`.
#[derive(Debug, Clone, Serialize)]
pub struct Embed {
    pub title: String,
    /// The page that the embed shows a part of.
    pub href: String,
    /// One event, or the newest of many, oldest first.
    pub events: Vec<Shared>,
    /// Events that are only on the page itself.
    pub left_out: usize,
    pub is_event: bool,
    /// All events on one line of time, in the embed of the strip alone.
    pub strip: Option<Strip>,
    /// The first source of a single event.
    pub source: Option<String>,
}

/// What an author of another site copies.
#[derive(Debug, Clone, Serialize)]
pub struct EmbedCode {
    /// The quotation, and the script that may turn it into the framed page.
    pub html: String,
    /// The address of the oEmbed description.
    pub oembed: String,
}

/// So many events stand in an embed.
const MOST_EVENTS: usize = 12;

impl SitePlan<'_> {
    /// The pages of the embeds; none without an address, since other sites could not find them.
    pub(super) fn embed_pages(&self) -> Vec<(Route, Subject)> {
        if !self.config.outputs.embeds || self.config.url.is_none() {
            return Vec::new();
        }
        let events = self.graph.event_ids().map(EmbedSubject::Event);
        let strip = self.outline.story_strip.as_ref().map(|_| EmbedSubject::Strip);
        let subjects =
            std::iter::once(EmbedSubject::Timeline).chain(strip).chain(self.storyline_ids().map(EmbedSubject::Storyline)).chain(events);
        let pages = subjects.flat_map(|subject| {
            let route = self.embed_route(subject);
            let described = (subject != EmbedSubject::Timeline).then(|| (route.beside("oembed.json"), Subject::OEmbed(subject)));
            std::iter::once((route, Subject::Embed(subject))).chain(described)
        });
        pages.collect()
    }

    fn embed_route(&self, subject: EmbedSubject) -> Route {
        match subject {
            EmbedSubject::Timeline => Route::embed("timeline", None),
            EmbedSubject::Strip => Route::embed("strip", None),
            EmbedSubject::Storyline(id) => Route::embed("storylines", Some(&self.graph.storyline(id).id)),
            EmbedSubject::Event(id) => Route::embed("events", Some(&self.graph.event(id).id)),
        }
    }

    /// The page that an embed shows, by name.
    fn embedded(&self, subject: EmbedSubject) -> NamedLink {
        match subject {
            EmbedSubject::Timeline | EmbedSubject::Strip => NamedLink { name: self.config.title.clone(), href: Route::home().href() },
            EmbedSubject::Storyline(id) => self.storyline_link(id),
            EmbedSubject::Event(id) => self.event_link(id),
        }
    }

    /// The view of an embed.
    pub(super) fn embed_page(&self, subject: EmbedSubject) -> (Frame, Embed) {
        let NamedLink { name, href } = self.embedded(subject);
        let events: Vec<EventId> = match subject {
            EmbedSubject::Timeline => self.graph.event_ids().filter(|&id| self.graph.event(id).is_key()).collect(),
            EmbedSubject::Storyline(id) => self.graph.storyline(id).events.clone(),
            EmbedSubject::Event(id) => vec![id],
            EmbedSubject::Strip => Vec::new(),
        };
        let left_out = events.len().saturating_sub(MOST_EVENTS);
        let source = match subject {
            EmbedSubject::Event(id) => self.first_source(id),
            _ => None,
        };
        let embed = Embed {
            title: name.clone(),
            href,
            events: events.into_iter().skip(left_out).map(|id| self.card(id)).collect(),
            left_out,
            is_event: matches!(subject, EmbedSubject::Event(_)),
            strip: if subject == EmbedSubject::Strip { self.whole_strip() } else { None },
            source,
        };
        let mut frame = self.frame(&self.embed_route(subject), name, "");
        frame.is_hidden = true;
        if let EmbedSubject::Event(id) = subject {
            self.set_language(&mut frame, self.graph.event(id).lang.as_deref());
        }
        (frame, embed)
    }

    /// What to copy into another site to show an event.
    pub(super) fn embed_code(&self, id: EventId) -> Option<EmbedCode> {
        self.code_of(EmbedSubject::Event(id), |base| self.quotation(id, base))
    }

    /// What to copy into another site to show the strip of all events.
    pub(super) fn strip_code(&self) -> Option<EmbedCode> {
        self.outline.story_strip.as_ref().and_then(|_| self.code_of(EmbedSubject::Strip, |base| self.strip_quotation(base)))
    }

    /// A quotation with the script that may turn it into the framed page; none without an address.
    fn code_of(&self, subject: EmbedSubject, quotation: impl FnOnce(&Url) -> String) -> Option<EmbedCode> {
        let base = self.config.url.as_ref().filter(|_| self.config.outputs.embeds)?;
        let oembed = self.embed_route(subject).beside("oembed.json").absolute(base);
        Some(EmbedCode { html: format!("{}\n{}", quotation(base), script(base)), oembed })
    }

    /// All events on one line of time.
    pub(super) fn whole_strip(&self) -> Option<Strip> {
        let events: Vec<EventId> = self.graph.event_ids().collect();
        self.strip(&events, true, self.is_mirrored(None))
    }

    /// What stands where the strip is not framed: the story by its title, and from when to when it goes.
    fn strip_quotation(&self, base: &Url) -> String {
        let (page, embed) = (escape(base.as_str()), escape(&self.embed_route(EmbedSubject::Strip).absolute(base)));
        let span = self.whole_strip().map_or_else(String::new, |strip| {
            let values = [("events", strip.event_words.as_str()), ("from", &strip.from), ("to", &strip.to)];
            self.say_with("{events} from {from} to {to}", &values)
        });
        format!(
            "<blockquote class=\"dateline-embed\" cite=\"{page}\" data-src=\"{embed}\"><p><a href=\"{page}\">{}</a></p><p>{}</p><footer>{}</footer></blockquote>",
            escape(&self.config.title),
            escape(&self.config.description),
            escape(&span),
        )
    }

    /// The event with its date, source and link: it stands alone wherever it is pasted.
    fn quotation(&self, id: EventId, base: &Url) -> String {
        let event = self.graph.event(id);
        let page = escape(&Route::record("events", &event.id).absolute(base));
        let embed = escape(&self.embed_route(EmbedSubject::Event(id)).absolute(base));
        let date = escape(&self.event_date(id).text);
        let source = self
            .first_source(id)
            .map_or(String::new(), |source| format!(" · {}", escape(&self.say_with("Source: {name}", &[("name", &source)]))));
        let summary = event.summary.as_ref().map_or(String::new(), |summary| format!("<p>{}</p>", escape(summary)));
        format!(
            "<blockquote class=\"dateline-embed\" cite=\"{page}\" data-src=\"{embed}\"><p><a href=\"{page}\">{}</a></p>{summary}<footer>{date} · {}{source}</footer></blockquote>",
            escape(&event.title),
            escape(&self.config.title),
        )
    }

    fn first_source(&self, id: EventId) -> Option<String> {
        let used = self.graph.event(id).sources.first()?;
        let fields = &self.graph.source(used.source).fields;
        Some(fields.publisher.clone().map_or(fields.title.clone(), |publisher| format!("{}, {publisher}", fields.title)))
    }

    /// The oEmbed description of an embed (oembed.com, type `rich`).
    pub fn oembed(&self, subject: EmbedSubject) -> Value {
        let Some(base) = &self.config.url else { return Value::Null };
        let src = escape(&self.embed_route(subject).absolute(base));
        let NamedLink { name, .. } = self.embedded(subject);
        let height = match subject {
            EmbedSubject::Event(_) | EmbedSubject::Strip => 260,
            _ => 480,
        };
        let title = escape(&name);
        json!({
            "version": "1.0",
            "type": "rich",
            "title": name,
            "provider_name": self.config.title,
            "provider_url": base.as_str(),
            "width": 600,
            "height": height,
            "html": format!("<iframe src=\"{src}\" title=\"{title}\" width=\"600\" height=\"{height}\" style=\"max-width:100%;border:0\" loading=\"lazy\"></iframe>"),
        })
    }
}

/// The line that turns quotations into framed pages where the other site allows it.
fn script(base: &Url) -> String {
    format!("<script async src=\"{}\"></script>", escape(&Route::file("js/embed.js").absolute(base)))
}
