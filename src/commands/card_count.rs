//! The cards of a build: which were drawn and which stood already, and what drawing cost.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::stopwatch::Stopwatch;

/// Counts cards from all threads.
#[derive(Debug, Default)]
pub(super) struct CardCount {
    drawing: Stopwatch,
    drawn: AtomicUsize,
    kept: AtomicUsize,
}

impl CardCount {
    /// Draws a card unless the one that stands there is the same, and counts it.
    pub(super) fn draw(&self, standing: Option<Vec<u8>>, draw: &dyn Fn(Option<Vec<u8>>) -> Vec<u8>) -> Vec<u8> {
        let card = self.drawing.time(|| draw(standing.clone()));
        let count = if standing.as_ref() == Some(&card) { &self.kept } else { &self.drawn };
        count.fetch_add(1, Ordering::Relaxed);
        card
    }

    /// For the table of timings; empty where the site has no cards.
    pub(super) fn words(&self) -> String {
        let (drawn, kept) = (self.drawn.load(Ordering::Relaxed), self.kept.load(Ordering::Relaxed));
        if drawn + kept == 0 {
            return String::new();
        }
        format!(", {} drawing {drawn} cards ({kept} kept)", self.drawing.share_of_threads())
    }
}
