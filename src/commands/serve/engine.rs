//! The engine: turns the sources as they stand into an edition, parsing again only what changed.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::edition::Edition;
use crate::config::FILE_NAME;
use crate::content::{Memory, News};
use crate::diagnostic::Report;
use crate::error::Error;
use crate::graph::Drafts;
use crate::project::Project;
use crate::site;

/// What is remembered between one edition and the next.
#[derive(Debug)]
pub(super) struct Engine {
    root: PathBuf,
    drafts: Drafts,
    memory: Memory,
    /// The text of `dateline.yaml`: every parse rests on it.
    settings: Vec<u8>,
    /// All sources but content, as they stood before the last edition.
    surroundings: Vec<Trace>,
    /// None where there was no project to be read.
    last: Option<Last>,
    /// What was found since.
    news: News,
    /// The memory was refreshed by the look that was taken last.
    is_fresh: bool,
}

/// What was made the last time.
#[derive(Debug)]
struct Last {
    project: Project,
    /// What was found in the settings.
    settings: Report,
    edition: Edition,
}

/// What a file system knows of one file.
type Trace = (PathBuf, u64, u64, (i64, i64));

impl Engine {
    /// An engine that remembers nothing yet.
    pub(super) fn new(root: PathBuf, drafts: Drafts) -> Self {
        Self {
            root,
            drafts,
            memory: Memory::default(),
            settings: Vec::new(),
            surroundings: Vec::new(),
            last: None,
            news: News::More,
            is_fresh: false,
        }
    }

    /// Makes an edition of the sources as they stand, of the last one where no more than words changed; an error where there is no
    /// project to be read.
    pub(super) fn make(&mut self) -> Result<Edition, Error> {
        self.is_stale();
        self.make_of_news()
    }

    /// Makes an edition after a change, if there was any; of a hint at single files only those are looked at first.
    pub(super) fn follow(&mut self, hints: &[PathBuf]) -> Option<Edition> {
        if let Some(edition) = self.glance(hints) {
            return Some(edition);
        }
        let is_stale = self.is_stale();
        is_stale.then(|| self.make_of_news().unwrap_or_else(|error| Edition::of_mistake(error.to_string(), FILE_NAME)))
    }

    /// Makes an edition where these records are all that is known to have changed; none where they did not, or more may have.
    pub(super) fn glance(&mut self, hints: &[PathBuf]) -> Option<Edition> {
        let last = self.last.as_ref().filter(|_| !hints.is_empty())?;
        self.news.add(self.memory.glance(&self.root, hints, &last.project.config)?);
        if matches!(self.news, News::Nothing) {
            return None;
        }
        self.amend().or_else(|| {
            let Last { project, settings, .. } = self.last.take()?;
            Some(self.make_of_memory(project, settings))
        })
    }

    fn make_of_news(&mut self) -> Result<Edition, Error> {
        if surroundings(&self.root) == self.surroundings
            && let Some(edition) = self.amend()
        {
            return Ok(edition);
        }
        self.make_anew()
    }

    /// Goes on with the last edition, where only words changed.
    fn amend(&mut self) -> Option<Edition> {
        let News::Words(amendments) = &self.news else { return None };
        let edition = self.last.as_ref()?.edition.amend(amendments)?;
        self.news = News::Nothing;
        Some(edition)
    }

    fn make_anew(&mut self) -> Result<Edition, Error> {
        self.last = None;
        self.surroundings = surroundings(&self.root);
        let mut report = Report::default();
        let settings = fs::read(self.root.join(FILE_NAME)).unwrap_or_default();
        let project = Project::open(&self.root, self.drafts, &mut report)?;
        if settings != self.settings {
            self.memory.forget();
            self.settings = settings;
            self.is_fresh = false;
        }
        if !self.is_fresh {
            self.memory.refresh(&self.root, &project.config);
        }
        Ok(self.make_of_memory(project, report))
    }

    /// Makes an edition of all that is remembered, under settings in which this was found.
    fn make_of_memory(&mut self, project: Project, settings: Report) -> Edition {
        self.news = News::Nothing;
        let mut report = settings.clone();
        let (files, documents) = self.memory.recall(&mut report);
        let edition = Edition::make(project.clone(), files, documents, report);
        self.last = Some(Last { project, settings, edition: edition.clone() });
        edition
    }

    /// Says whether the sources are no longer those of the last edition, whether or not anybody has been told of a change.
    pub(super) fn is_stale(&mut self) -> bool {
        self.is_fresh = false;
        if surroundings(&self.root) != self.surroundings {
            return true;
        }
        let Ok(project) = Project::open(&self.root, self.drafts, &mut Report::default()) else { return false };
        self.news.add(self.memory.refresh(&self.root, &project.config));
        self.is_fresh = true;
        !matches!(self.news, News::Nothing)
    }
}

/// The traces of the settings, the templates and what was released.
fn surroundings(root: &Path) -> Vec<Trace> {
    let content = [root.join("content"), root.join("static")];
    let sources = site::source_folders(root).into_iter().filter(|source| !content.contains(source));
    let files = sources.flat_map(|source| WalkDir::new(source).sort_by_file_name()).filter_map(Result::ok);
    let trace = |entry: walkdir::DirEntry| {
        let found = entry.metadata().ok()?;
        Some((entry.into_path(), found.ino(), found.len(), (found.ctime(), found.ctime_nsec())))
    };
    files.filter_map(trace).collect()
}
