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
use pages::{SitePlan, count_words};
use render::{Press, Styles, Templates};
use site::{Inventory, Site};

/// Goes the road to the assembled site, whose files are made when they are asked for, and gives it to `last`: what is done with it
/// is the whole difference between the commands. None when a template cannot be read. While the report holds an error nothing must be
/// published. `on_stage` hears of each stage when it ends, with what it made.
pub fn build<T>(
    project: &Project,
    report: &mut Report,
    on_stage: &mut dyn FnMut(&'static str, String),
    last: impl FnOnce(&Site, &mut Report, &mut dyn FnMut(&'static str, String)) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    let mut graph = understand(project, report, on_stage);
    let ledger = ledger::read(&project.root, report)?;
    if ledger.is_empty() {
        graph.files.forget_texts(&project.root);
    }
    let Some(LaidOut { plan, inventory, templates, styles }) = lay_out(project, &graph, &ledger, report, on_stage) else {
        return Ok(None);
    };
    let press = Press::new(&plan, &templates, &styles);
    last(&Site::new(&press, &inventory), report, on_stage).map(Some)
}

/// What the files of a site are made from.
#[derive(Debug)]
pub struct LaidOut<'g> {
    pub plan: SitePlan<'g>,
    pub inventory: Inventory,
    pub templates: Templates,
    pub styles: Styles,
}

/// The part of the road of [`build`] from the graph to the files that will be. None when a template cannot be read.
pub fn lay_out<'g>(
    project: &'g Project,
    graph: &'g EventGraph,
    ledger: &'g Ledger,
    report: &mut Report,
    on_stage: &mut dyn FnMut(&'static str, String),
) -> Option<LaidOut<'g>> {
    // Side by side, since planning takes one core and neither knows the other.
    let mut of_templates = Report::default();
    let load = || Templates::load(&project.root, &project.config.words, &mut of_templates);
    let (plan, templates) = rayon::join(|| pages::plan(graph, ledger, &project.config, report), load);
    report.join(of_templates);
    on_stage("plan", count_words(plan.pages().len(), "file"));
    let templates = templates?;
    let styles = Styles::new(&project.config, &project.styles, report);
    let inventory = site::assemble(&plan, site::assets(project, graph), report);
    on_stage("assemble", count_words(inventory.file_count(), "file"));
    Some(LaidOut { plan, inventory, templates, styles })
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
