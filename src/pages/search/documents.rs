//! The records that search knows, and what it knows of each.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::SearchDocument;
use crate::graph::{EventId, SourceId, Term, Text, TextPiece};
use crate::pages::card::ACTORS_ON_CARD;
use crate::pages::names::status_label;
use crate::pages::parts::DateLabel;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;

/// Elements that stand within a word or a sentence.
const INLINE: &[&str] = &["a", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub"];

impl SitePlan<'_> {
    /// The kinds of record in the order in which they are numbered, each with its count.
    pub(super) fn searched_kinds(&self) -> Vec<(&'static str, usize)> {
        let graph = self.graph;
        let terms: usize = graph.taxonomies.iter().map(|taxonomy| taxonomy.terms.len()).sum();
        vec![
            ("event", graph.events.len()),
            ("actor", graph.actors.len()),
            ("place", graph.places.len()),
            ("storyline", graph.storylines.len()),
            ("source", self.recorded_sources().count()),
            ("tag", graph.tags.len() + terms),
            ("page", graph.pages.len()),
        ]
    }

    /// Every record, in the order of the kinds.
    pub(super) fn search_documents(&self) -> Vec<SearchDocument> {
        let graph = self.graph;
        let events: Vec<EventId> = graph.event_ids().collect();
        let mut documents: Vec<SearchDocument> = events.into_par_iter().map(|id| self.event_document(id)).collect();
        documents.extend(graph.actors.iter().map(|actor| SearchDocument {
            names: actor.aliases.iter().chain(actor.names.values()).cloned().collect(),
            summary: actor.summary.clone().unwrap_or_default(),
            text: self.plain_text(&actor.text),
            lang: actor.lang.clone(),
            ..titled(&actor.name, &Route::record("actors", &actor.id))
        }));
        documents.extend(graph.places.iter().map(|place| SearchDocument {
            names: place.aliases.iter().chain(place.names.values()).cloned().collect(),
            summary: place.summary.clone().unwrap_or_default(),
            text: self.plain_text(&place.text),
            lang: place.lang.clone(),
            ..titled(&place.name, &Route::record("places", &place.id))
        }));
        documents.extend(graph.storylines.iter().map(|storyline| SearchDocument {
            summary: storyline.summary.clone().unwrap_or_default(),
            text: self.plain_text(&storyline.text),
            lang: storyline.lang.clone(),
            ..titled(&storyline.title, &Route::record("storylines", &storyline.id))
        }));
        documents.extend(self.recorded_sources().map(|(id, route)| self.source_document(id, &route)));
        let term = |folder: &str, term: &Term| titled(&term.name, &Route::record(folder, &term.id));
        documents.extend(graph.tags.iter().map(|tag| term("tags", tag)));
        let taxonomies = graph.taxonomies.iter();
        documents.extend(taxonomies.flat_map(|taxonomy| taxonomy.terms.iter().map(|own| term(taxonomy.id.as_str(), own))));
        documents.extend(graph.pages.iter().map(|page| SearchDocument {
            summary: page.summary.clone().unwrap_or_default(),
            text: self.plain_text(&page.text),
            lang: page.lang.clone(),
            ..titled(&page.title, &Route::own_page(&page.id))
        }));
        documents
    }

    /// The sources that have a page.
    fn recorded_sources(&self) -> impl Iterator<Item = (SourceId, Route)> {
        self.source_ids().filter_map(|id| Some((id, self.source_route(id)?)))
    }

    /// An event is found by all who take part, in every language, and by where it happened and what it is about.
    fn event_document(&self, id: EventId) -> SearchDocument {
        let (graph, event) = (self.graph, self.graph.event(id));
        let status = status_label(event.status);
        let mut names: Vec<String> = Vec::new();
        for participation in &event.participations {
            let actor = graph.actor(participation.actor);
            names.push(actor.name.clone());
            names.extend(actor.names.values().cloned());
        }
        for &place in &event.places {
            let place = graph.place(place);
            names.push(place.name.clone());
            names.extend(place.names.values().cloned());
        }
        names.extend(event.storylines.iter().map(|&storyline| graph.storyline(storyline).title.clone()));
        names.extend(event.tags.iter().map(|&tag| graph.tags[tag.index()].name.clone()));
        let mut text = self.plain_text(&event.text);
        for claim in &event.claims {
            text.extend([&claim.quote, &claim.says].into_iter().flatten().map(|said| format!(" {said}")));
        }
        SearchDocument {
            names: each_once(names),
            standing: status.is_notable.then(|| self.say(&status.word)),
            status: Some(status.word).filter(|_| status.is_notable),
            about: self.who_and_where(id),
            summary: event.summary.clone().unwrap_or_default(),
            text,
            lang: event.lang.clone(),
            ..dated(titled(&event.title, &Route::record("events", &event.id)), Some(self.event_date(id).clone()))
        }
    }

    /// Who took part in an event, and where, in one line; of many actors the first few are named.
    fn who_and_where(&self, id: EventId) -> String {
        let event = self.graph.event(id);
        let actors =
            each_once(event.participations.iter().map(|participation| self.graph.actor(participation.actor).name.clone()).collect());
        let places: Vec<String> = event.places.iter().map(|&place| self.graph.place(place).name.clone()).collect();
        let comma = self.say(", {}").replace("{}", "");
        let mut who = actors[..actors.len().min(ACTORS_ON_CARD)].join(&comma);
        if actors.len() > ACTORS_ON_CARD {
            who = format!("{who} {}", self.say_with("and {n} more", &[("n", &(actors.len() - ACTORS_ON_CARD).to_string())]));
        }
        let parts = [who, places.join(&comma)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn source_document(&self, id: SourceId, route: &Route) -> SearchDocument {
        let source = self.graph.source(id);
        let fields = &source.fields;
        SearchDocument {
            names: fields.publisher.iter().chain(&fields.authors).cloned().collect(),
            summary: fields.summary.clone().unwrap_or_default(),
            text: self.plain_text(&source.text),
            lang: fields.lang.clone(),
            ..dated(titled(&fields.title, route), fields.date.as_ref().map(|date| self.date_label(date)))
        }
    }

    /// A body without its markup, its numbers of notes and their ways back.
    fn plain_text(&self, text: &Text) -> String {
        let mut plain = String::new();
        for piece in &text.pieces {
            match piece {
                TextPiece::Html(html) => push_plain(html, &mut plain),
                TextPiece::Mention { words: Some(words), .. } => plain.push_str(words),
                TextPiece::Mention { record, written, words: None, .. } => {
                    let link = record.and_then(|record| self.record_link(record));
                    plain.push_str(link.as_ref().map_or(written, |link| &link.name));
                }
                TextPiece::Image { alt, .. } => plain.extend([" ", alt, " "]),
                TextPiece::Citation { .. } | TextPiece::LinkOpen { .. } => {}
            }
        }
        plain.split_whitespace().filter(|word| *word != "↩").collect::<Vec<_>>().join(" ")
    }
}

fn titled(title: &str, route: &Route) -> SearchDocument {
    let (title, href) = (title.to_owned(), route.href());
    SearchDocument { title, href, ..SearchDocument::default() }
}

fn dated(document: SearchDocument, date: Option<DateLabel>) -> SearchDocument {
    let Some(DateLabel { text, machine, .. }) = date else { return document };
    SearchDocument { date: Some(text), machine, ..document }
}

/// The names in their order, each once.
fn each_once(names: Vec<String>) -> Vec<String> {
    let mut told = BTreeSet::new();
    names.into_iter().filter(|name| told.insert(name.clone())).collect()
}

/// Adds the text of finished HTML, which holds no `<` but in tags and only the five entities that the Markdown writer makes.
pub(in crate::pages) fn push_plain(html: &str, plain: &mut String) {
    let mut is_in_note = false;
    for (at, part) in html.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        match name {
            "sup" => is_in_note = !tag.starts_with('/'),
            "" => {}
            inline if INLINE.contains(&inline) => {}
            _ => plain.push(' '),
        }
        if !is_in_note {
            plain.push_str(&unescape(text));
        }
    }
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_note_numbers_leave_no_trace_and_paragraphs_stay_apart() {
        let html = "<p>The <em>Entity</em> List<sup><a href=\"#fn-1\">1</a></sup> of R&amp;D &lt;units&gt;</p>\n<ul>\n<li>one</li><li>two</li></ul>";
        let mut plain = String::new();
        push_plain(html, &mut plain);
        assert_eq!(plain.split_whitespace().collect::<Vec<_>>().join(" "), "The Entity List of R&D <units> one two");
    }
}
