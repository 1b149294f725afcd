//! Linked data: what a page says in the words of schema.org (release 30), as one `@graph` with lasting ids. Properties stand only on the
//! types that have them: an `Event` has no sources and no corrections, the article about it has.
//!
//! In: the graph. Out: JSON values. Never: writes them into a page; `render/json_ld.rs` does, safely.

mod article;
mod event;
mod records;
mod site;

use serde_json::{Map, Value, json};

use super::citation::Cited;
use super::frame::Frame;
use super::site_plan::SitePlan;
use super::subject::Subject;

/// A node under construction; what is none is left out.
#[derive(Debug)]
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str, id: Option<String>) -> Self {
        let mut node = Map::new();
        node.insert("@type".to_owned(), kind.into());
        if let Some(id) = id {
            node.insert("@id".to_owned(), id.into());
        }
        Self(node)
    }

    fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.0.insert(property.to_owned(), value.into());
        self
    }

    fn maybe(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// Adds a list; an empty one is left out.
    fn list(self, property: &str, values: impl IntoIterator<Item = Value>) -> Self {
        let values: Vec<Value> = values.into_iter().collect();
        if values.is_empty() { self } else { self.with(property, values) }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A node that is told elsewhere.
fn reference(id: String) -> Value {
    json!({ "@id": id })
}

impl SitePlan<'_> {
    /// What the page about a subject says; none for pages that say nothing of their own.
    pub fn linked_data(&self, subject: &Subject, frame: &Frame) -> Option<Value> {
        let mut nodes = match subject {
            Subject::Home => self.site_nodes(),
            Subject::Event(id) => self.event_nodes(*id),
            Subject::Storyline(id, _) => self.storyline_nodes(*id),
            Subject::Actor(id, _) => vec![self.actor_thing(*id)],
            Subject::Place(id, _) => vec![self.place_thing(*id)],
            Subject::Source(id) => vec![self.source_node(*id)],
            Subject::Events(_) | Subject::KeyEvents(_) | Subject::Tag(..) | Subject::Month(..) | Subject::Year(_) => {
                let page = Node::new("CollectionPage", Some(self.page_id(&frame.address)));
                vec![page.with("name", frame.title.clone()).with("isPartOf", reference(self.site_id())).done()]
            }
            _ => return None,
        };
        if !frame.breadcrumbs.is_empty() {
            nodes.push(self.breadcrumbs(frame));
        }
        Some(json!({ "@context": "https://schema.org", "@graph": nodes }))
    }

    /// What the page of a record says, as a file of its own.
    pub fn record_data(&self, cited: Cited) -> Value {
        let nodes = match cited {
            Cited::Event(id) => self.event_nodes(id),
            Cited::Storyline(id) => self.storyline_nodes_with_parts(id),
        };
        json!({ "@context": "https://schema.org", "@graph": nodes })
    }

    fn breadcrumbs(&self, frame: &Frame) -> Value {
        let crumbs = frame.breadcrumbs.iter().map(|crumb| (crumb.name.clone(), self.page_id(crumb.href.trim_end_matches("index.html"))));
        let here = (frame.title.clone(), self.page_id(&frame.address));
        let item = |(at, (name, address)): (usize, (String, String))| {
            Node::new("ListItem", None).with("position", at + 1).with("name", name).with("item", address).done()
        };
        Node::new("BreadcrumbList", None).list("itemListElement", crumbs.chain([here]).enumerate().map(item)).done()
    }

    /// The address of a page as an id: a full one, or a name where the site has no address.
    fn page_id(&self, address: &str) -> String {
        self.config.url.as_ref().map_or_else(|| format!("urn:dateline:{address}"), |base| format!("{base}{address}"))
    }

    fn site_id(&self) -> String {
        format!("{}#site", self.page_id(""))
    }

    fn publisher_id(&self) -> String {
        format!("{}#publisher", self.page_id(""))
    }
}
