//! Starts the command line and sets the exit code.

#![forbid(unsafe_code)]

use std::process::ExitCode;

/// Most of a build is small pieces of text that come and go on all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::commands::run()
}
