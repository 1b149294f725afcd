//! In place of share cards, in a program that was built without the feature `cards`. The settings tell authors so.

use crate::pages::ShareCard;

/// Draws nothing.
#[derive(Debug)]
pub(super) struct Pen;

impl Pen {
    /// Makes ready to draw nothing.
    pub(super) fn new() -> Self {
        Self
    }

    /// Draws nothing.
    pub(super) fn draw(&self, _: &ShareCard, _: Option<Vec<u8>>) -> Vec<u8> {
        Vec::new()
    }
}
