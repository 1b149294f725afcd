//! What is made once for each event, when the first page asks for it: a check or a preview asks for little of it.

use std::sync::OnceLock;

use crate::graph::EventId;

/// A value for each event, each made when it is first asked for, from any thread.
#[derive(Debug)]
pub(super) struct PerEvent<T>(Vec<OnceLock<T>>);

impl<T> PerEvent<T> {
    /// Makes room for so many events.
    pub(super) fn new(events: usize) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(events).collect())
    }

    /// The value of an event; `make` is asked the first time.
    pub(super) fn get(&self, id: EventId, make: impl FnOnce() -> T) -> &T {
        self.0[id.index()].get_or_init(make)
    }

    /// Forgets the value of an event: it is made again when it is asked for.
    pub(super) fn forget(&mut self, id: EventId) {
        self.0[id.index()] = OnceLock::new();
    }
}
