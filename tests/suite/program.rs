//! The real program: started as a reporter starts it, with its exit code and all that it said.
//!
//! In: arguments. Out: a [`Run`]. Never: reads anything from the terminal.

use std::path::Path;
use std::process::{Command, Stdio};

/// How a run of the program ended.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Fails the test unless the program ended with this exit code.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }
}

/// The program, ready to be given arguments.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Builds the project in `root` and gives the run.
pub fn build(root: &Path, arguments: &[&str]) -> Run {
    run(command().arg("build").arg("--root").arg(root).args(arguments))
}

/// Checks the project in `root` and gives the run.
pub fn check(root: &Path, arguments: &[&str]) -> Run {
    run(command().arg("check").arg("--root").arg(root).args(["--color", "never"]).args(arguments))
}
