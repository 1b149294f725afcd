//! The terminal: where a project is, how a report is printed, and what is shown while a build goes on.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::{Arguments, Format};
use crate::diagnostic::{Report, Severity, print};
use crate::error::Error;
use crate::project::Project;

/// Finds the folder of the project.
pub(super) fn root(arguments: &Arguments) -> Result<PathBuf, Error> {
    match &arguments.root {
        Some(root) => Ok(root.clone()),
        None => Project::find_root(&current_folder()?),
    }
}

/// The folder in which the program was started.
pub(super) fn current_folder() -> Result<PathBuf, Error> {
    env::current_dir().map_err(|source| Error::Disk { doing: "find", path: PathBuf::from("."), source })
}

/// Prints the findings at or above `least`: for people on stderr, for programs on stdout.
pub(super) fn print_report(report: &Report, least: Severity, format: Format) {
    match format {
        Format::Human => {
            // Anstream takes the colours away where the terminal has none.
            tell(&print::human::print(report, least, true));
        }
        Format::Json => print_result(&print::json::print(report, least)),
        Format::Github => print_result(&print::github::print(report, least)),
    }
}

/// Tells the person something on stderr; a channel that has gone away is no error.
pub(super) fn tell(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Prints a result on stdout; a reader that has gone away, such as `head`, is no error.
pub(super) fn print_result(text: &str) {
    print_bytes(text.as_bytes());
}

/// Prints a result that need not be a text.
pub(super) fn print_bytes(bytes: &[u8]) {
    let mut stdout = io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

/// Tells the stages of a build: a spinner on a terminal, and the times when they are asked for.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    last: Instant,
    stages: Vec<Stage>,
}

/// Counts finished files on the terminal, from any thread.
pub(super) struct Counter(ProgressBar);

impl Counter {
    /// So many files are expected.
    pub(super) fn expect(&self, files: usize) {
        self.0.set_length(files as u64);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {bar:32} {pos} of {len} files") {
            self.0.set_style(style);
        }
    }

    /// One more is finished.
    pub(super) fn step(&self) {
        self.0.inc(1);
    }
}

/// A stage that has ended.
struct Stage {
    name: &'static str,
    time: Duration,
    made: String,
    /// The memory that the process held at its end, in MiB, where the system tells it.
    memory: Option<u64>,
}

impl Progress {
    /// Begins; the spinner shows only on a terminal and only after a moment.
    pub(super) fn begin(is_quiet: bool) -> Self {
        let bar = if is_quiet || !io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        let now = Instant::now();
        Self { bar, begun: now, last: now, stages: Vec::new() }
    }

    /// A counter that turns the spinner into a bar.
    pub(super) fn counter(&self) -> Counter {
        Counter(self.bar.clone())
    }

    /// Notes that a stage has ended.
    pub(super) fn finished(&mut self, stage: &'static str, made: String) {
        let now = Instant::now();
        self.bar.set_message(format!("{stage}: {made}"));
        self.stages.push(Stage { name: stage, time: now - self.last, made, memory: memory_in_use() });
        self.last = now;
    }

    /// Takes the spinner away and gives the whole time.
    pub(super) fn end(&self) -> Duration {
        self.bar.finish_and_clear();
        self.begun.elapsed()
    }

    /// The table of stages: milliseconds, share of the whole, memory at the end, and what was made.
    pub(super) fn table(&self) -> String {
        let whole: Duration = self.stages.iter().map(|stage| stage.time).sum();
        let line = |stage: &Stage| {
            let milliseconds = stage.time.as_secs_f64() * 1000.0;
            let share = 100.0 * stage.time.as_secs_f64() / whole.as_secs_f64().max(1e-9);
            let memory = stage.memory.map_or(String::new(), |mib| format!("{mib:>6} MiB"));
            format!("{:<10}{milliseconds:>9.1} ms {share:>5.1} %{memory}   {}\n", stage.name, stage.made)
        };
        self.stages.iter().map(line).collect()
    }
}

/// The memory that this process holds, in MiB (Linux: `VmRSS` of `/proc/self/status`).
fn memory_in_use() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
}
