//! An edition: the site as the sources stood at one moment. It lives on a thread of its own, which owns the graph and the plan and
//! makes each file when it is asked for.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::desk;
use crate::content::{Amendment, Document, Files};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::error::Error;
use crate::graph::{self, EventGraph};
use crate::pages::SitePlan;
use crate::project::Project;
use crate::render::Press;
use crate::site::{Fault, Site};
use crate::{LaidOut, ledger};

/// What can be asked of an edition.
#[derive(Debug)]
pub(super) enum Ask {
    /// The file of the site at a path; none where there is none.
    File(String, Sender<Option<Made>>),
    /// What the editor's desk shows of the graph.
    Desk(Sender<tera::Value>),
    /// To go on with another text of one file; the answer is whether nothing else must be made anew.
    Amend(Box<Amendment>, Sender<bool>),
}

/// A file of the site, made for one request.
#[derive(Debug)]
pub(super) struct Made {
    /// What the file holds, or the mistake in a template that keeps it from being made.
    pub(super) bytes: Result<Vec<u8>, Box<Diagnostic>>,
    /// The content file that asks for it, as messages name it.
    pub(super) origin: String,
}

/// The site, for as long as somebody can ask for it.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub(super) report: Report,
    /// The path at which the site will be published: `/story/`.
    pub(super) base: String,
    /// None where there are mistakes: such a site is not shown.
    pub(super) asks: Option<Sender<Ask>>,
}

impl Edition {
    /// Makes the site of a project as far as its mistakes allow.
    pub(super) fn make(project: Project, files: Files, documents: Vec<Document>, report: Report) -> Self {
        let base = project.config.url.as_ref().map_or_else(|| "/".to_owned(), |url| url.path().to_owned());
        let (asks, asked) = channel();
        let (tell, told) = channel();
        thread::spawn(move || live(&project, files, documents, report, &asked, &tell));
        // The thread tells its report before it answers anything; only a broken thread does not.
        let report = told.recv().unwrap_or_else(|_| broken());
        let asks = Some(asks).filter(|_| !report.has_errors());
        Self { report, base, asks }
    }

    /// The edition after some texts were amended, made of this one; none where it must be made anew.
    pub(super) fn amend(&self, amendments: &[Amendment]) -> Option<Self> {
        let asks = self.asks.as_ref()?;
        // Where a finding stands in a text, its place may be another now.
        if amendments.iter().any(|amendment| self.report.speaks_of(&amendment.file.path, amendment.first_line())) {
            return None;
        }
        let amend = |amendment: &Amendment| {
            let (reply, answer) = channel();
            asks.send(Ask::Amend(Box::new(amendment.clone()), reply)).ok()?;
            answer.recv().ok().filter(|is_done| *is_done)
        };
        amendments.iter().map(amend).collect::<Option<Vec<_>>>()?;
        Some(self.clone())
    }

    /// An edition that only says what is wrong.
    pub(super) fn of_mistake(message: String, path: &str) -> Self {
        let mut report = Report::default();
        let finding = Diagnostic::new(Code::UnreadableFile, message).at(Location::file(path));
        report.push(finding.help("the preview goes on by itself as soon as the file can be read"));
        Self { report, base: "/".to_owned(), asks: None }
    }
}

/// Goes the road of a build and answers until nobody can ask any more.
fn live(project: &Project, files: Files, documents: Vec<Document>, mut report: Report, asked: &Receiver<Ask>, tell: &Sender<Report>) {
    let graph = graph::resolve(files, documents, &project.config, project.drafts, &mut report);
    if let Err(error) = answer(project, graph, &mut report, asked, tell) {
        report.push(Diagnostic::new(Code::UnreadableFile, error.to_string()));
    }
    // Where there is no site, for want of templates, this is heard; otherwise nobody listens any more.
    let _ = tell.send(report);
}

/// The rest of the road, which each amendment goes again from the plan on, taken up where it was left.
fn answer(
    project: &Project,
    mut graph: EventGraph,
    report: &mut Report,
    asked: &Receiver<Ask>,
    tell: &Sender<Report>,
) -> Result<(), Error> {
    let ledger = ledger::read(&project.root, report)?;
    let laid_out = crate::lay_out(project, &graph, &ledger, report, &mut |_, _| {});
    let Some(LaidOut { mut plan, inventory, templates, styles }) = laid_out else { return Ok(()) };
    let _ = tell.send(report.clone());
    while !report.has_errors() {
        let press = Press::new(&plan, &templates, &styles);
        let Some((amendment, reply)) = answer_until_amended(&Site::new(&press, &inventory), &graph, asked) else { break };
        drop(press);
        let outline = plan.into_outline();
        let amended = graph.amend(*amendment);
        plan = SitePlan::resume(&graph, &ledger, &project.config, outline);
        let _ = reply.send(amended.is_none_or(|record| plan.forget_text(record)));
    }
    Ok(())
}

type Amended = (Box<Amendment>, Sender<bool>);

/// Answers until a text is amended, or until nobody can ask any more.
fn answer_until_amended(site: &Site, graph: &EventGraph, asked: &Receiver<Ask>) -> Option<Amended> {
    for ask in asked {
        // A reader who has gone away needs no answer.
        let _ = match ask {
            Ask::File(path, reply) => reply.send(make_file(site, &path)).is_ok(),
            Ask::Desk(reply) => reply.send(desk::tables(graph)).is_ok(),
            Ask::Amend(amendment, reply) => return Some((amendment, reply)),
        };
    }
    None
}

fn make_file(site: &Site, path: &str) -> Option<Made> {
    match site.file(path)? {
        Ok(file) => Some(Made { bytes: Ok(file.bytes), origin: file.origin }),
        Err(Fault::Template(mistake)) => Some(Made { bytes: Err(mistake), origin: String::new() }),
        Err(Fault::Stop(error)) => Some(Made { bytes: Err(Box::new(unreadable(&error))), origin: String::new() }),
    }
}

fn unreadable(error: &Error) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile, error.to_string()).help("put the file back, or take away what names it")
}

fn broken() -> Report {
    let mut report = Report::default();
    let finding = Diagnostic::new(Code::UnreadableFile, "the preview stumbled over the files as they are now");
    report.push(finding.help("run `dateline check`, and please report what it says"));
    report
}
