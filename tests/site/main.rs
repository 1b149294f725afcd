//! The `site` room on real files.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod faults;
mod foreign;
mod refusals;
mod sites;
mod stopping;
mod support;
mod together;
mod writing;
