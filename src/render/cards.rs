//! The cards of events in lists: each is rendered once, however many lists show it.
//!
//! In: the card of an event, from a template that calls `listed_card`. Out: its HTML, in which a mark stands for `root`, until the
//! page that shows it is done. Never: keeps a card longer than the plan that it belongs to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use memchr::memmem;
use tera::{Context, Function, Kwargs, State, Tera, TeraResult, Value};

/// The name of the function that templates call.
pub(super) const FUNCTION: &str = "listed_card";
/// What it renders.
const TEMPLATE: &str = "parts/listed_card.html";
/// Stands for the way to the site's root: two noncharacters, which mean nothing in any text.
const ROOT_MARK: &str = "\u{FDD0}\u{FDD1}";

/// The cards of one plan by the ids of their events, each as HTML once a page has asked for it.
#[derive(Debug, Clone)]
pub(super) struct Cards(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    tera: Tera,
    cards: HashMap<String, OnceLock<Value>>,
    /// The mistake that a card met: it stands in another template than the one that asked.
    fault: Mutex<Option<tera::Error>>,
}

impl Cards {
    /// Makes room for the cards of these events.
    pub(super) fn new(tera: Tera, events: impl Iterator<Item = String>) -> Self {
        let cards = events.map(|id| (id, OnceLock::new())).collect();
        Self(Arc::new(Kept { tera, cards, fault: Mutex::default() }))
    }

    /// Takes the mistake that made a page fail, where it was in a card.
    pub(super) fn fault(&self) -> Option<tera::Error> {
        self.0.fault.lock().ok().and_then(|mut fault| fault.take())
    }

    fn render(&self, card: &Value) -> TeraResult<Value> {
        let mut context = Context::new();
        context.insert("root", ROOT_MARK);
        context.insert_value("card", card.clone());
        match self.0.tera.render(TEMPLATE, &context) {
            Ok(html) => Ok(Value::safe_string(&html)),
            Err(error) => {
                if let Ok(mut fault) = self.0.fault.lock() {
                    *fault = Some(error);
                }
                Err(tera::Error::message("a card cannot be made"))
            }
        }
    }
}

impl Function<TeraResult<Value>> for Cards {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let card = arguments.must_get::<Value>("card")?;
        let kept = card.get_from_path("id").and_then(Value::as_str).and_then(|id| self.0.cards.get(id));
        let Some(kept) = kept else { return self.render(&card) };
        match kept.get() {
            Some(html) => Ok(html.clone()),
            None => self.render(&card).map(|html| kept.get_or_init(|| html).clone()),
        }
    }
}

/// Puts the way to the root of one page in the place of every mark.
pub(super) fn set_root(page: Vec<u8>, root: &str) -> Vec<u8> {
    let mut set = Vec::new();
    let mut from = 0;
    for at in memmem::find_iter(&page, ROOT_MARK) {
        if from == 0 {
            set.reserve_exact(page.len() + page.len() / 8);
        }
        set.extend_from_slice(&page[from..at]);
        set.extend_from_slice(root.as_bytes());
        from = at + ROOT_MARK.len();
    }
    if from == 0 {
        return page;
    }
    set.extend_from_slice(&page[from..]);
    set
}
