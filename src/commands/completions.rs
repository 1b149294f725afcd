//! `dateline completions`: what a shell needs to complete arguments.

use clap::CommandFactory;

use super::Outcome;
use super::arguments::{Arguments, CompletionsOptions};
use super::terminal;
use crate::error::Error;

/// Prints the completions.
pub(super) fn run(options: &CompletionsOptions) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "dateline", &mut script);
    terminal::print_result(&String::from_utf8_lossy(&script));
    Ok(Outcome::Fine)
}
