//! The whole graph as rows of tables. `render/dataset.sql` names their columns, in the order of the cells here.

use crate::date::EventDate;
use crate::graph::{Event, EventId, SourceId};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::text::Links;

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
}

/// Takes rows: the name of the table, and its cells.
pub type TableSink<'s> = dyn FnMut(&'static str, &[Cell]) + 's;

impl SitePlan<'_> {
    /// Hands every row to `sink`, those that others refer to first.
    pub fn each_row(&self, sink: &mut TableSink) {
        self.rows_about_site(sink);
        self.rows_of_records(sink);
        for id in self.graph.event_ids() {
            self.rows_of_event(id, sink);
        }
        for storyline in &self.graph.storylines {
            for (position, &event) in (1..).zip(&storyline.events) {
                sink("event_storylines", &[text(&storyline.id), Cell::Integer(position), text(&self.graph.event(event).id)]);
            }
        }
        for (number, link) in (1..).zip(&self.graph.links) {
            let (from, to) = (self.graph.event(link.from), self.graph.event(link.to));
            let kind = &self.graph.link_kinds.get(link.kind).word;
            let source = link.source.map_or(Cell::Null, source_number);
            sink("links", &[Cell::Integer(number), text(&from.id), text(kind), text(&to.id), maybe(link.note.as_ref()), source]);
        }
    }

    fn rows_about_site(&self, sink: &mut TableSink) {
        let config = self.config;
        let facts = [
            ("description", Some(config.description.clone())),
            ("generator", Some(self.site().generator)),
            ("language", Some(config.language.clone())),
            ("licence", config.licence.clone()),
            ("publisher", config.publisher.name.clone()),
            ("title", Some(config.title.clone())),
            ("today", self.graph.today.as_ref().map(|today| today.text().to_owned())),
            ("url", config.url.as_ref().map(ToString::to_string)),
        ];
        for (key, value) in facts {
            if let Some(value) = value {
                sink("site", &[text(key), Cell::Text(value)]);
            }
        }
        for kind in self.graph.link_kinds.iter() {
            sink("link_kinds", &[text(&kind.word), text(&kind.forward), text(&kind.inverse), flag(kind.is_antecedent)]);
        }
    }

    fn rows_of_records(&self, sink: &mut TableSink) {
        let graph = self.graph;
        for place in &graph.places {
            let (lat, lon) = place.coordinates.unzip();
            let whole = place.part_of.map(|whole| graph.place(whole).id.as_str());
            let real = |degrees: Option<f64>| degrees.map_or(Cell::Null, Cell::Real);
            let (id, url) = (text(&place.id), self.url_cell("places", &place.id));
            sink(
                "places",
                &[
                    id,
                    url,
                    text(&place.name),
                    real(lat),
                    real(lon),
                    maybe(whole),
                    maybe(place.wikidata.as_ref()),
                    maybe(place.summary.as_ref()),
                ],
            );
        }
        for actor in &graph.actors {
            let whole = actor.part_of.map(|whole| graph.actor(whole).id.as_str());
            let seat = actor.place.map(|place| graph.place(place).id.as_str());
            sink(
                "actors",
                &[
                    text(&actor.id),
                    self.url_cell("actors", &actor.id),
                    text(&actor.name),
                    maybe(actor.kind.map(|kind| kind.word())),
                    maybe(whole),
                    date(actor.began.as_ref()),
                    date(actor.ended.as_ref()),
                    maybe(seat),
                    maybe(actor.wikidata.as_ref()),
                    maybe(actor.url.as_ref()),
                    maybe(actor.summary.as_ref()),
                ],
            );
        }
        for actor in &graph.actors {
            let aliases = actor.aliases.iter().map(|name| (Cell::Null, name));
            let names = actor.names.iter().map(|(lang, name)| (text(lang), name));
            aliases.chain(names).for_each(|(lang, name)| sink("actor_names", &[text(&actor.id), lang, text(name)]));
        }
        for (at, source) in graph.sources.iter().enumerate() {
            let fields = &source.fields;
            sink(
                "sources",
                &[
                    source_number(SourceId::new(at)),
                    maybe(source.id.as_ref()),
                    text(&fields.title),
                    maybe(fields.publisher.as_ref()),
                    Cell::Text(fields.authors.join("; ")),
                    maybe(fields.kind.map(|kind| kind.word())),
                    maybe(fields.url.as_ref()),
                    date(fields.date.as_ref()),
                    maybe(fields.archive.as_ref()),
                    date(fields.accessed.as_ref()),
                    maybe(fields.summary.as_ref()),
                ],
            );
        }
        for storyline in &graph.storylines {
            let (id, url) = (text(&storyline.id), self.url_cell("storylines", &storyline.id));
            sink("storylines", &[id, url, text(&storyline.title), flag(storyline.is_concluded), maybe(storyline.summary.as_ref())]);
        }
        for tag in &graph.tags {
            sink("tags", &[text(&tag.id), self.url_cell("tags", &tag.id), text(&tag.name)]);
        }
        for taxonomy in &graph.taxonomies {
            for term in &taxonomy.terms {
                let url = self.url_cell(taxonomy.id.as_str(), &term.id);
                sink("terms", &[text(&taxonomy.id), text(&term.id), url, text(&taxonomy.label), text(&term.name)]);
            }
        }
    }

    fn rows_of_event(&self, id: EventId, sink: &mut TableSink) {
        let graph = self.graph;
        let event = graph.event(id);
        let key = || text(&event.id);
        sink("events", &self.event_cells(id, event));
        for (position, who) in (1..).zip(&event.participations) {
            sink("event_actors", &[key(), Cell::Integer(position), text(&graph.actor(who.actor).id), maybe(who.role.as_ref())]);
        }
        event.places.iter().for_each(|&place| sink("event_places", &[key(), text(&graph.place(place).id)]));
        for (number, used) in (1..).zip(&event.sources) {
            sink("event_sources", &[key(), Cell::Integer(number), source_number(used.source)]);
        }
        event.tags.iter().for_each(|&tag| sink("event_tags", &[key(), text(&graph.tags[tag.index()].id)]));
        for (taxonomy, terms) in graph.taxonomies.iter().zip(&event.terms) {
            terms.iter().for_each(|&term| sink("event_terms", &[key(), text(&taxonomy.id), text(&taxonomy.term(term).id)]));
        }
        for (position, claim) in (1..).zip(&event.claims) {
            let actor = |id: Option<crate::graph::ActorId>| maybe(id.map(|id| &graph.actor(id).id));
            let source = claim.source.map_or(Cell::Null, source_number);
            let (quote, says) = (maybe(claim.quote.as_ref()), maybe(claim.says.as_ref()));
            let (speaker, status, reply) = (actor(claim.speaker), text(claim.status.word()), actor(claim.reply_to));
            sink("claims", &[key(), Cell::Integer(position), speaker, quote, says, status, source, reply]);
        }
        let links = Links::elsewhere(&Route::record("events", &event.id), &self.root_address());
        for (position, medium) in (1..).zip(&event.media) {
            let words = [&medium.alt, &medium.caption, &medium.credit, &medium.licence].map(|words| maybe(words.as_ref()));
            let (url, kind) = (text(self.medium_href(medium, &links)), text(medium.kind.word()));
            sink("media", &[&[key(), Cell::Integer(position), url, kind][..], &words[..]].concat());
        }
        for entry in &event.history {
            let status = maybe(entry.status.map(|status| status.word()));
            sink("history", &[key(), date(Some(&entry.known)), status, maybe(entry.note.as_ref())]);
        }
        for change in &event.changes {
            sink("changes", &[key(), date(Some(&change.date)), text(change.kind.word()), text(&change.note)]);
        }
    }

    fn event_cells(&self, id: EventId, event: &Event) -> Vec<Cell> {
        let when = &event.date;
        let authors = if event.authors.is_empty() { &self.config.authors } else { &event.authors };
        vec![
            text(&event.id),
            Cell::Integer(id.index() as i64 + 1),
            self.url_cell("events", &event.id),
            text(&event.title),
            text(when.text()),
            maybe(when.earliest()),
            maybe(when.latest()),
            text(when.precision().word()),
            flag(when.is_approximate()),
            flag(when.is_uncertain()),
            Cell::Text(self.event_date(id).text.clone()),
            date(event.known.as_ref()),
            text(event.status.word()),
            Cell::Integer(event.importance.into()),
            flag(event.is_era),
            text(event.summary.as_ref().unwrap_or(&event.text.excerpt)),
            text(event.lang.as_ref().unwrap_or(&self.config.language)),
            date(event.published.as_ref()),
            date(event.updated.as_ref()),
            Cell::Text(authors.join("; ")),
            Cell::Text(serde_json::to_string(&event.extra).unwrap_or_default()),
            Cell::Text(self.event_markdown(id)),
        ]
    }

    fn url_cell(&self, kind: &str, id: &crate::content::Slug) -> Cell {
        Cell::Text(self.full_address(&Route::record(kind, id)))
    }
}

fn text(value: impl ToString) -> Cell {
    Cell::Text(value.to_string())
}

fn maybe(value: Option<impl ToString>) -> Cell {
    value.map_or(Cell::Null, |value| Cell::Text(value.to_string()))
}

fn date(date: Option<&EventDate>) -> Cell {
    maybe(date.map(EventDate::text))
}

fn flag(is: bool) -> Cell {
    Cell::Integer(is.into())
}

fn source_number(id: SourceId) -> Cell {
    Cell::Integer(id.index() as i64 + 1)
}
