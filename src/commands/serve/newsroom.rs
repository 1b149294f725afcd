//! The newsroom: the newest edition, the last good one, and everybody who waits for the next.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::edition::{Ask, Edition, Made};
use crate::diagnostic::Report;

/// What all requests share.
#[derive(Debug)]
pub(super) struct Newsroom {
    state: Mutex<State>,
    news: Condvar,
}

/// How things stand.
#[derive(Debug)]
struct State {
    numbers: Numbers,
    report: Report,
    base: String,
    good: Option<Sender<Ask>>,
}

/// Which edition is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbers {
    /// Of the newest edition, good or not.
    pub(super) edition: u64,
    /// Of the last good one, which is shown.
    pub(super) site: u64,
}

impl Newsroom {
    /// Opens with a first edition. Numbers begin with the clock, so that pages of a preview before this one know that it is another.
    pub(super) fn new(first: Edition) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| u64::try_from(now.as_millis()).unwrap_or(0));
        let state = State { numbers: Numbers { edition: now, site: now }, report: first.report, base: first.base, good: first.asks };
        Self { state: Mutex::new(state), news: Condvar::new() }
    }

    /// Puts a new edition in the place of the last. While it has mistakes, the last good site stays.
    pub(super) fn publish(&self, edition: Edition) {
        let mut state = self.state();
        state.numbers.edition += 1;
        state.report = edition.report;
        if let Some(asks) = edition.asks {
            state.numbers.site = state.numbers.edition;
            state.base = edition.base;
            // The thread of the edition before ends when nobody holds its sender.
            state.good = Some(asks);
        }
        self.news.notify_all();
    }

    /// The newest findings.
    pub(super) fn report(&self) -> Report {
        self.state().report.clone()
    }

    /// The numbers now.
    pub(super) fn numbers(&self) -> Numbers {
        self.state().numbers
    }

    /// The path at which the site will be published.
    pub(super) fn base(&self) -> String {
        self.state().base.clone()
    }

    /// Says whether there is any good site yet.
    pub(super) fn has_site(&self) -> bool {
        self.state().good.is_some()
    }

    /// Makes a file of the last good site.
    pub(super) fn file(&self, path: &str) -> Option<Made> {
        self.ask(|reply| Ask::File(path.to_owned(), reply)).flatten()
    }

    /// The tables of the desk, from the last good site.
    pub(super) fn tables(&self) -> Option<tera::Value> {
        self.ask(Ask::Desk)
    }

    /// Waits until there is another edition than `known`, but no longer than `longest`.
    pub(super) fn wait(&self, known: u64, longest: Duration) {
        let state = self.state();
        let waited = self.news.wait_timeout_while(state, longest, |state| state.numbers.edition == known);
        drop(waited);
    }

    fn ask<T>(&self, question: impl FnOnce(Sender<T>) -> Ask) -> Option<T> {
        let asks = self.state().good.clone()?;
        let (reply, answer) = channel();
        asks.send(question(reply)).ok()?;
        answer.recv().ok()
    }

    /// A thread that broke while it held the state left it whole: each change of it is one assignment.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
