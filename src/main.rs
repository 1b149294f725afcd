//! Starts the command line and sets the exit code.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::commands::run()
}
