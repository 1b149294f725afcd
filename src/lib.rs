//! Dateline: a static website generator for following news events.
//!
//! ```text
//!  content/            templates/   static/                                  site/
//!     │ read               │           │                                       ▲ write
//!     ▼                    │           │                                       │
//!  ContentFile ─parse→ Document ─resolve→ EventGraph ─plan→ SitePlan ─assemble→ Site ─render→ OutputFile
//! ```
//!
//! [`build`] tells the road once; each stage is a room of its own, and the modules below stand in the order in which they may name
//! one another: `words`, `date`, `diagnostic`, `yaml`, `config`, `content`, `graph`, `ledger`, `pages`, `theme`, `render`, `site`, then the commands.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests may measure time and read their own tables"))]

pub mod commands;
pub mod config;
pub mod content;
pub mod date;
pub mod diagnostic;
mod error;
pub mod graph;
pub mod ledger;
pub mod pages;
mod project;
pub mod render;
pub mod site;
pub mod theme;
pub mod words;
pub mod yaml;

pub use error::Error;
pub use project::Project;

use diagnostic::Report;
use graph::EventGraph;
use ledger::{Ledger, Release};
use pages::count_words;
use render::{Press, Styles, Templates};
use site::Site;

/// Goes the road to the assembled site, whose files are made when they are asked for, and gives it to `last`: what is done with it
/// is the whole difference between the commands. None when a template cannot be read. While the report holds an error nothing must be
/// published. `on_stage` hears of each stage when it ends, with what it made.
pub fn build<T>(
    project: &Project,
    report: &mut Report,
    on_stage: &mut dyn FnMut(&'static str, String),
    last: impl FnOnce(&Site, &mut Report, &mut dyn FnMut(&'static str, String)) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    let graph = understand(project, report, on_stage);
    lay_out(project, &graph, report, on_stage, last)
}

/// The rest of the road of [`build`], from the graph on.
pub fn lay_out<T>(
    project: &Project,
    graph: &EventGraph,
    report: &mut Report,
    on_stage: &mut dyn FnMut(&'static str, String),
    last: impl FnOnce(&Site, &mut Report, &mut dyn FnMut(&'static str, String)) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    let ledger = ledger::read(&project.root, report)?;
    let plan = pages::plan(graph, &ledger, &project.config, report);
    on_stage("plan", count_words(plan.pages().len(), "file"));
    let Some(templates) = Templates::load(&project.root, &project.config.words, report) else { return Ok(None) };
    let styles = Styles::new(&project.config, &project.styles, report);
    let inventory = site::assemble(&plan, site::assets(project, graph), report);
    on_stage("assemble", count_words(inventory.file_count(), "file"));
    let press = Press::new(&plan, &templates, &styles);
    last(&Site::new(&press, &inventory), report, on_stage).map(Some)
}

/// Tells what a release of the project would add to its promises; it must not be recorded while the report holds an error.
pub fn release(project: &Project, date: &str, note: &str, report: &mut Report) -> Result<(Ledger, Release), Error> {
    let graph = understand(project, report, &mut |_, _| {});
    let ledger = ledger::read(&project.root, report)?;
    let release = pages::plan(&graph, &ledger, &project.config, report).release(date, note);
    Ok((ledger, release))
}

/// Reads, parses and resolves the content of a project: all that is needed to check it.
pub fn understand(project: &Project, report: &mut Report, on_stage: &mut dyn FnMut(&'static str, String)) -> EventGraph {
    let files = content::read(&project.root, report);
    on_stage("read", count_words(files.files.len(), "file"));
    let documents = content::parse(&files, &project.config, report);
    on_stage("parse", count_words(documents.len(), "document"));
    let graph = graph::resolve(files, documents, &project.config, project.drafts, report);
    on_stage("resolve", format!("{}, {}", count_words(graph.events.len(), "event"), count_words(graph.links.len(), "link")));
    graph
}
