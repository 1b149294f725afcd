//! `dateline serve`: shows the site in a browser while it is written, made by the pipeline itself and kept in memory.
//!
//! ```text
//!  watch ─something changed→ engine ─new edition→ newsroom ←ask─ http ←request─ browser
//! ```
//!
//! In: the project's files, requests from this computer. Out: what a build would write, and what the author should know.
//! Never: writes a file, answers another computer, lets another site's page read anything.

mod address;
mod desk;
mod edition;
mod engine;
mod http;
#[cfg(test)]
mod law_tests;
mod newsroom;
mod notes;
mod watch;

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread;

use tiny_http::Server;

use super::Outcome;
use super::arguments::{Arguments, ServeOptions};
use super::terminal;
use crate::diagnostic::{Severity, print};
use crate::error::Error;
use crate::graph::Drafts;
use engine::Engine;
use newsroom::Newsroom;

/// Serves the project until the process is ended.
pub(super) fn run(arguments: &Arguments, options: &ServeOptions) -> Result<Outcome, Error> {
    let root = terminal::root(arguments)?;
    let server = Server::http((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| cannot_listen(options.port, &error.to_string()))?;
    let port = server.server_addr().to_ip().map_or(options.port, |address| address.port());
    let mut engine = Engine::new(root.clone(), Drafts::included(options.drafts));
    let newsroom = Arc::new(Newsroom::new(engine.make()?));
    let home = format!("http://localhost:{port}/");
    if !arguments.quiet {
        terminal::tell(&format!("{}\nthe preview is at {home}, the editor's desk at {home}_dateline/; end with Ctrl-C\n", told(&newsroom)));
    }
    if options.open && open::that_detached(&home).is_err() {
        terminal::tell(&format!("no browser could be started; open {home}\n"));
    }
    let answering = Arc::clone(&newsroom);
    thread::spawn(move || http::answer_all(&server, port, &answering));
    // Not before: the system tells of every file that is read, too. What changed meanwhile is found by the look that comes soon.
    let watch = watch::Watch::begin(&root);
    let mut is_look_due = true;
    loop {
        let hints = watch.wait(is_look_due, || engine.is_stale());
        is_look_due = !hints.is_empty();
        let Some(edition) = engine.follow(&hints) else { continue };
        newsroom.publish(edition);
        if !arguments.quiet {
            terminal::tell(&format!("{}\n", told(&newsroom)));
        }
    }
}

/// What an edition has to say on the terminal: the mistakes in full, and how many findings there are.
fn told(newsroom: &Newsroom) -> String {
    let report = newsroom.report();
    format!("{}{}", print::human::print(&report, Severity::Error, true), print::tally(&report))
}

fn cannot_listen(port: u16, why: &str) -> Error {
    Error::Usage(format!(
        "cannot serve at port {port}: {why}; perhaps another preview is running: end it, or choose another port: `dateline serve --port {}`",
        port.checked_add(1).unwrap_or(4000)
    ))
}
