//! The suite: what the whole program promises, tried on the real program and the real files.
//!
//! In: this repository. Out: passed or failed, each with the difference. Never: changes a file of the repository, but for expected
//! texts when `UPDATE=1` is set.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod again;
mod architecture;
mod check;
mod commands;
mod diagnostics;
mod disk;
mod docs;
mod drawings;
mod embeds;
mod examples;
mod expected;
mod golden;
mod html;
mod lanes;
mod languages;
mod links;
mod made_up;
mod pairs;
mod permanence;
mod program;
mod promises;
mod properties;
mod serve;
mod share_cards;
mod span_ends;
mod theme_author;
mod twenty_mistakes;
