//! The command line: one file a command; here stand the arguments that all share.
//!
//! In: arguments, the environment, the clock, the terminal: this room alone touches them. Out: messages on stderr, results on
//! stdout, and the exit code: 0 fine, 1 mistakes in the content, 2 could not run.

#![allow(clippy::disallowed_methods, reason = "this room alone touches the clock and the environment, and writes what it begins")]

mod arguments;
mod build;
mod card_count;
mod check;
mod completions;
mod explain;
mod export;
mod new;
mod release;
mod schema;
mod serve;
mod single;
mod sourcing;
mod stopwatch;
mod terminal;
mod told;

use std::process::ExitCode;

use clap::Parser;

pub use arguments::{Arguments, Command};

use crate::error::Error;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    /// The content has mistakes, which were told.
    Mistakes,
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    match run_command(&arguments) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Mistakes) => ExitCode::from(1),
        Err(error) => {
            terminal::tell(&format!("error: {error}\n"));
            ExitCode::from(2)
        }
    }
}

fn run_command(arguments: &Arguments) -> Result<Outcome, Error> {
    match &arguments.command {
        Command::Build(options) => build::run(arguments, options),
        Command::Check(options) => check::run(arguments, options),
        Command::Serve(options) => serve::run(arguments, options),
        Command::New(options) => new::run(arguments, options),
        Command::Export(options) => export::run(arguments, options),
        Command::Release(options) => release::run(arguments, options),
        Command::Explain(options) => explain::run(options),
        Command::Schema(options) => schema::run(options),
        Command::Completions(options) => completions::run(options),
    }
}
