//! Puts all files together before any is made, finds those that would meet on disk, and delivers them one by one.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::{Asset, OutputFile, SitePath, find_collisions};
use crate::diagnostic::{Code, Diagnostic, Origin, Report};
use crate::error::Error;
use crate::pages::{Edition, PlannedPage, SitePlan, Subject};
use crate::render::Press;

/// Every file of the site, by its path; each is made when it is asked for, so that no list of finished files is ever held.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    press: &'a Press<'a>,
    inventory: &'a Inventory,
}

/// What stands at each path of the site.
#[derive(Debug)]
pub struct Inventory {
    /// In the order of their paths.
    files: Vec<(SitePath, Content)>,
}

/// Where the bytes of a file come from.
#[derive(Debug)]
enum Content {
    /// The page at this place of the plan.
    Page(usize),
    Asset(Asset),
}

/// Draws the card at a path by the function that it is given, to which it hands the card that stands there, if any.
pub type DrawCard<'a> = dyn Fn(&SitePath, &dyn Fn(Option<Vec<u8>>) -> Vec<u8>) -> Vec<u8> + Sync + 'a;

/// Why a file could not be made.
#[derive(Debug)]
pub enum Fault {
    /// A mistake in a template.
    Template(Box<Diagnostic>),
    /// A file to copy cannot be read, or what was made cannot be taken.
    Stop(Error),
}

/// Puts planned and copied files together; two of them at one address are reported.
pub fn assemble(plan: &SitePlan, assets: Vec<Asset>, report: &mut Report) -> Inventory {
    let pages = plan.pages().iter().enumerate().map(|(at, page)| (page.route.path().to_owned(), Content::Page(at)));
    let copied = assets.into_iter().map(|asset| (asset.path.clone(), Content::Asset(asset)));
    let mut files = Vec::new();
    for (path, content) in pages.chain(copied) {
        match SitePath::parse(&path) {
            Ok(path) => files.push((path, content)),
            Err(fault) => {
                let bad = Diagnostic::new(Code::BadAddress, format!("`{path}` cannot be a file of the site: {fault}"));
                report.push(bad.maybe_at(content.origin(plan).location()).help("give the file or the record another name"));
            }
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    let origins: Vec<String> = files.iter().map(|(_, content)| content.origin(plan).to_string()).collect();
    let places: HashMap<&str, &Origin> =
        origins.iter().map(String::as_str).zip(files.iter().map(|(_, content)| content.origin(plan))).collect();
    for collision in find_collisions(files.iter().zip(&origins).map(|((path, _), origin)| (path, origin.as_str()))) {
        let place = |origin: &str| places.get(origin).and_then(|origin| origin.location());
        let at = place(&collision.second.origin).or_else(|| place(&collision.first.origin));
        report.push(Diagnostic::new(Code::AddressTaken, collision.to_string()).maybe_at(at).help(collision.help()));
    }
    Inventory { files }
}

impl Content {
    fn origin<'a>(&'a self, plan: &'a SitePlan) -> &'a Origin {
        match self {
            Self::Page(at) => &plan.pages()[*at].origin,
            Self::Asset(asset) => &asset.origin,
        }
    }
}

impl Inventory {
    /// How many files there are.
    pub fn file_count(&self) -> usize {
        self.files.len()
    }
}

impl<'a> Site<'a> {
    /// The site whose pages this press prints.
    pub fn new(press: &'a Press<'a>, inventory: &'a Inventory) -> Self {
        Self { press, inventory }
    }

    /// Which pages the whole story holds as one file.
    pub(super) fn edition(&self) -> Edition {
        self.press.plan.edition()
    }

    /// How many files there are.
    pub fn file_count(&self) -> usize {
        self.inventory.file_count()
    }

    /// How many of them are pages of HTML.
    pub fn page_count(&self) -> usize {
        self.inventory.files.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count()
    }

    /// The paths of all files, in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.inventory.files.iter().map(|(path, _)| path.as_str())
    }

    /// Makes the file at a path; none where the site has no such file.
    pub fn file(&self, path: &str) -> Option<Result<OutputFile, Fault>> {
        let files = &self.inventory.files;
        let at = files.binary_search_by(|(other, _)| other.as_str().cmp(path)).ok()?;
        Some(self.make(&files[at], &|_, draw| draw(None)))
    }

    /// Makes every file, on all cores, and hands each on as soon as it is finished. Mistakes in templates are reported, each once;
    /// an error ends the delivery.
    /// Share cards are drawn by way of `card`, which may have the one that stands at a path.
    pub fn deliver<T: Send>(
        &self,
        report: &mut Report,
        card: &DrawCard,
        take: impl Fn(OutputFile) -> Result<T, Error> + Sync,
    ) -> Result<Vec<T>, Error> {
        let deliver = |file| match self.make(file, card) {
            Ok(file) => take(file).map(Ok),
            Err(Fault::Template(diagnostic)) => Ok(Err(diagnostic)),
            Err(Fault::Stop(error)) => Err(error),
        };
        Ok(told_once(self.inventory.files.par_iter().map(deliver).collect::<Result<_, Error>>()?, report))
    }

    /// Prints a proof: some pages of each kind, which nobody receives, and reports the mistakes that templates make there. All else that
    /// can be wrong with a site is found before any page is made; files that are copied must be readable.
    pub fn proof(&self, report: &mut Report) -> Result<(), Error> {
        let mut kinds: HashMap<_, Vec<&PlannedPage>> = HashMap::new();
        for (path, content) in &self.inventory.files {
            match content {
                Content::Page(at) if path.as_str().ends_with(".html") => {
                    let page = &self.press.plan.pages()[*at];
                    kinds.entry(page.subject.kind()).or_default().push(page);
                }
                Content::Page(_) => {}
                Content::Asset(asset) => asset.open()?,
            }
        }
        let mut pages: Vec<&PlannedPage> = kinds.into_values().flat_map(|pages| spread(&pages)).collect();
        pages.sort_by(|a, b| a.route.cmp(&b.route));
        told_once(pages.into_par_iter().map(|page| Ok(self.press.proof(page).map(drop))).collect::<Result<_, Error>>()?, report);
        Ok(())
    }
}

/// So many pages of a kind are proof enough.
const PROOFS: usize = 5;

/// A few pages of many, from the first to the last.
fn spread<'p>(pages: &[&'p PlannedPage]) -> Vec<&'p PlannedPage> {
    let few = pages.len().min(PROOFS);
    (0..few).map(|at| pages[at * (pages.len() - 1) / (few - 1).max(1)]).collect()
}

/// Parts what was made from the mistakes in templates, and reports those.
fn told_once<T>(delivered: Vec<Result<T, Box<Diagnostic>>>, report: &mut Report) -> Vec<T> {
    let mut taken = Vec::with_capacity(delivered.len());
    let mut told = HashSet::new();
    for result in delivered {
        match result {
            Ok(file) => taken.push(file),
            // The same mistake shows on every page of a kind: it is told for the first of them.
            Err(diagnostic) => {
                if told.insert((diagnostic.message.clone(), diagnostic.at.clone())) {
                    report.push(*diagnostic);
                }
            }
        }
    }
    taken
}

impl Site<'_> {
    fn make(&self, (path, content): &(SitePath, Content), card: &DrawCard) -> Result<OutputFile, Fault> {
        let plan = self.press.plan;
        let bytes = match content {
            Content::Page(at) => match &plan.pages()[*at] {
                PlannedPage { subject: Subject::ShareCard(of), .. } => card(path, &|standing| self.press.card(*of, standing)),
                page => self.press.print(page).map_err(Fault::Template)?,
            },
            Content::Asset(asset) => asset.read().map_err(Fault::Stop)?,
        };
        Ok(OutputFile { path: path.clone(), bytes, origin: content.origin(plan).to_string() })
    }
}
