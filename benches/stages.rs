//! How long each stage takes, at 1,000 and at 10,000 events: `cargo bench`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark that cannot go on has failed")]

use dateline::diagnostic::Report;
use dateline::graph::{Direction, Drafts, EventGraph};
use dateline::ledger::Ledger;
use dateline::render::{Press, Styles, Templates};
use dateline::site::{OutputFile, OutputFolder, SitePath, Staging};
use dateline::{Project, content, graph, pages};
use divan::Bencher;
use tempfile::TempDir;

mod corpus;

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

/// A project on the disk, read.
struct Story {
    project: Project,
    _folder: TempDir,
}

impl Story {
    fn new(events: usize) -> Self {
        let folder = TempDir::new().unwrap();
        corpus::write(folder.path(), events, corpus::Shape::Even).unwrap();
        let project = Project::open(folder.path(), Drafts::included(false), &mut Report::default()).unwrap();
        Self { project, _folder: folder }
    }

    fn graph(&self) -> EventGraph {
        dateline::understand(&self.project, &mut Report::default(), &mut |_, _| {})
    }
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn read(bencher: Bencher, events: usize) {
    let story = Story::new(events);
    bencher.bench_local(|| content::read(&story.project.root, &mut Report::default()));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn parse(bencher: Bencher, events: usize) {
    let story = Story::new(events);
    let files = content::read(&story.project.root, &mut Report::default());
    bencher.bench_local(|| content::parse(&files, &story.project.config, &mut Report::default()));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn resolve(bencher: Bencher, events: usize) {
    let story = Story::new(events);
    let Project { root, config, drafts, .. } = &story.project;
    let documents = || {
        let files = content::read(root, &mut Report::default());
        let documents = content::parse(&files, config, &mut Report::default());
        (files, documents)
    };
    bencher
        .with_inputs(documents)
        .bench_local_values(|(files, documents)| graph::resolve(files, documents, config, *drafts, &mut Report::default()));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn plan(bencher: Bencher, events: usize) {
    let story = Story::new(events);
    let (graph, ledger) = (story.graph(), Ledger::default());
    bencher.bench_local(|| pages::plan(&graph, &ledger, &story.project.config, &mut Report::default()).pages().len());
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn render(bencher: Bencher, events: usize) {
    let story = Story::new(events);
    let (graph, ledger) = (story.graph(), Ledger::default());
    let plan = pages::plan(&graph, &ledger, &story.project.config, &mut Report::default());
    let templates = Templates::load(&story.project.root, &story.project.config.words, &mut Report::default()).unwrap();
    let styles = Styles::new(&story.project.config, &story.project.styles, &mut Report::default());
    bencher.bench_local(|| {
        let press = Press::new(&plan, &templates, &styles);
        plan.pages().iter().map(|page| press.print(page).unwrap().len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn write(bencher: Bencher, files: usize) {
    let folder = TempDir::new().unwrap();
    let file = |at: usize| OutputFile {
        path: SitePath::parse(&format!("events/event-{at}/index.html")).unwrap(),
        bytes: vec![b'x'; 20_000],
        origin: String::new(),
    };
    let mut times = 0;
    bencher.bench_local(|| {
        times += 1;
        let output = OutputFolder::open(&folder.path().join(format!("site-{times}")), &[], None).unwrap();
        let staging = Staging::begin(&output, false).unwrap();
        let placed = (0..files).map(|at| staging.place(file(at)).unwrap()).collect();
        staging.publish(placed).unwrap()
    });
}

/// The queries that the pages of events ask: what led here, what came of it, the neighbours in time.
#[divan::bench(args = SIZES, sample_count = 5)]
fn graph_queries(bencher: Bencher, events: usize) {
    let graph = Story::new(events).graph();
    bencher.bench_local(|| {
        let chain = |id| graph.chain_up_to(id, Direction::Back, 51).len() + graph.chain_up_to(id, Direction::Forward, 51).len();
        graph.event_ids().map(|id| chain(id) + usize::from(graph.neighbours(id).0.is_some())).sum::<usize>()
    });
}
