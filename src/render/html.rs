//! HTML through Tera: the built-in theme, which a site overrides file by file.

#![allow(clippy::disallowed_methods, reason = "this file alone reads templates")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tera::{Context, ErrorKind, ReportError, Tera};
use walkdir::WalkDir;

use super::citation::Cite;
use super::listed::{self, set_root};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::pages::{PlannedPage, SitePlan, View};
use crate::theme;
use crate::words::Words;

/// Room for most pages; longer ones grow.
const PAGE_BYTES: usize = 32 * 1024;

/// What a template receives besides its view.
#[derive(Debug)]
pub(super) struct Surroundings<'a> {
    pub site: &'a tera::Value,
    /// How the page is cited, where it can be.
    pub cite: Option<Cite<'a>>,
    /// Linked data, already safe inside HTML.
    pub linked_data: Option<String>,
}

/// The templates of a site, ready to render.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    /// The texts by name, for showing the line of a mistake.
    texts: BTreeMap<String, String>,
}

impl Templates {
    /// Loads the built-in theme, and over it the files of `<root>/templates`. None when a template is wrong, which is reported.
    pub fn load(root: &Path, words: &Words, report: &mut Report) -> Option<Self> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (name, text) in theme::templates() {
            // Those of a site stay as they are, since a mistake in one is told at its place.
            texts.insert(name, super::words::say_ahead(text, words));
        }
        for (name, text) in read_overrides(root, report) {
            texts.insert(name, text);
        }
        Self::from_texts(texts, words).map_err(|diagnostic| report.push(*diagnostic)).ok()
    }

    fn from_texts(texts: BTreeMap<String, String>, words: &Words) -> Result<Self, Box<Diagnostic>> {
        let mut tera = Tera::new();
        // Known from the start, so that templates may name them; each plan brings its own.
        listed::register(&mut tera, std::iter::empty());
        super::words::register(&mut tera, words);
        match tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
            Ok(()) => Ok(Self { tera, texts }),
            Err(error) => Err(Box::new(describe(&error, &texts, None))),
        }
    }

    /// Makes the templates ready for the pages of one plan.
    pub(super) fn for_plan(&self, plan: &SitePlan) -> PlanTemplates<'_> {
        let mut tera = self.tera.clone();
        listed::register(&mut tera, plan.event_names());
        PlanTemplates { tera, texts: &self.texts }
    }
}

/// The templates with what lists show of the events of one plan.
#[derive(Debug)]
pub(super) struct PlanTemplates<'a> {
    tera: Tera,
    texts: &'a BTreeMap<String, String>,
}

impl PlanTemplates<'_> {
    /// Renders the view of a page.
    pub(super) fn render(&self, view: &View, around: &Surroundings, page: &PlannedPage) -> Result<Vec<u8>, Box<Diagnostic>> {
        let name = view.content.name();
        let mut context = Context::new();
        context.insert_value("site", around.site.clone());
        context.insert("cite", &around.cite);
        context.insert("linked_data", &around.linked_data);
        context.insert("page", &view.frame);
        context.insert("root", &view.frame.root);
        context.insert(name, &view.content);
        let mut bytes = Vec::with_capacity(PAGE_BYTES);
        match self.tera.render_to(&format!("pages/{name}.html"), &context, &mut bytes) {
            Ok(()) => Ok(set_root(bytes, &view.frame.root)),
            Err(error) => Err(Box::new(describe(&listed::take_fault().unwrap_or(error), self.texts, Some(page)))),
        }
    }
}

/// Reads the templates of a site, in the order of their paths.
fn read_overrides(root: &Path, report: &mut Report) -> Vec<(String, String)> {
    let folder = root.join("templates");
    let mut overrides = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let Ok(relative) = entry.path().strip_prefix(&folder) else { continue };
        let name = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if !entry.file_type().is_file() || !name.ends_with(".html") {
            continue;
        }
        match fs::read_to_string(entry.path()) {
            Ok(text) => overrides.push((name, text)),
            Err(error) => {
                let path = format!("templates/{name}");
                let unreadable = Diagnostic::new(Code::UnreadableFile, format!("`{path}` cannot be read: {error}"));
                report.push(unreadable.at(Location::file(&path)).help("save it as a UTF-8 text that you may read"));
            }
        }
    }
    overrides
}

/// Says what is wrong with a template, at its line, and for which page and content file.
fn describe(error: &tera::Error, texts: &BTreeMap<String, String>, page: Option<&PlannedPage>) -> Diagnostic {
    let mut diagnostic = match &error.kind() {
        ErrorKind::SyntaxError(told) | ErrorKind::RenderingError(told) => {
            Diagnostic::new(Code::TemplateError, first_line(told)).at(place(told, texts))
        }
        _ => Diagnostic::new(Code::TemplateError, error.to_string().lines().next().unwrap_or_default()),
    };
    if let Some(page) = page {
        diagnostic = diagnostic.note(format!("while making the page `/{}`, which comes from {}", page.route.address(), page.origin));
    }
    diagnostic.help("docs/templates.md lists what each template receives")
}

fn first_line(told: &ReportError) -> String {
    told.message().lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

fn place(told: &ReportError, texts: &BTreeMap<String, String>) -> Location {
    let path = format!("templates/{}", told.filename());
    let bytes = told.span().range.clone();
    texts.get(told.filename()).map_or_else(|| Location::file(&path), |text| Location::find(&path, text, bytes))
}
