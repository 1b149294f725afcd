//! What lists show of events: each part is rendered once for an event, however many pages show it.
//!
//! In: the card of an event or its step in a chain, from a template that calls a function such as `listed_card`. Out: its HTML, in which
//! a mark stands for `root`, until the page that shows it is done. Never: keeps a part longer than the plan that it belongs to.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use memchr::memmem;
use tera::{Context, Function, Kwargs, State, Tera, TeraResult, Value};

/// The parts, each with what it is made of and where that names its event: a function of this name renders the template of this name,
/// which may call those before it.
const PARTS: [(&str, &str, &str); 3] = [("listed_card", "card", "id"), ("listed_day", "card", "id"), ("listed_step", "step", "event.id")];
/// Stands for the way to the site's root: two noncharacters, which mean nothing in any text.
pub(super) const ROOT_MARK: &str = "\u{FDD0}\u{FDD1}";

thread_local! {
    /// The mistake that a part met on this thread: it stands in another template than the one that asked.
    static FAULT: RefCell<Option<tera::Error>> = const { RefCell::new(None) };
}

/// Takes the mistake that made a page fail on this thread, where it was in a part.
pub(super) fn take_fault() -> Option<tera::Error> {
    FAULT.take()
}

/// Registers the function of each part, for these events.
pub(super) fn register(tera: &mut Tera, events: impl Iterator<Item = String>) {
    let places: Arc<HashMap<String, usize>> = Arc::new(events.zip(0..).collect());
    // All are known from the start, since a template may name any of them.
    for (function, subject, id) in PARTS {
        let kept = std::iter::repeat_with(OnceLock::new).take(places.len()).collect();
        let template = format!("parts/{function}.html");
        let part = Part { template, subject, id, tera: tera.clone(), places: Arc::clone(&places), kept };
        tera.register_function(function, part);
    }
}

/// One part of every event, as HTML once a page has asked for it.
#[derive(Debug)]
struct Part {
    template: String,
    subject: &'static str,
    /// Where the subject has the id of its event.
    id: &'static str,
    tera: Tera,
    /// The events by their ids.
    places: Arc<HashMap<String, usize>>,
    kept: Vec<OnceLock<Value>>,
}

impl Part {
    fn render(&self, subject: Value) -> TeraResult<Value> {
        let mut context = Context::new();
        context.insert("root", ROOT_MARK);
        context.insert_value(self.subject, subject);
        match self.tera.render(&self.template, &context) {
            Ok(html) => Ok(Value::safe_string(&html)),
            Err(error) => {
                // A part may fail in a part: the first to know tells it.
                FAULT.with_borrow_mut(|fault| {
                    fault.get_or_insert(error);
                });
                Err(tera::Error::message("a part of a list cannot be made"))
            }
        }
    }
}

impl Function<TeraResult<Value>> for Part {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let subject = arguments.must_get::<Value>(self.subject)?;
        let id = subject.get_from_path(self.id).and_then(Value::as_str);
        let kept = id.and_then(|id| self.places.get(id)).map(|&place| &self.kept[place]);
        let Some(kept) = kept else { return self.render(subject) };
        match kept.get() {
            Some(html) => Ok(html.clone()),
            None => self.render(subject).map(|html| kept.get_or_init(|| html).clone()),
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
