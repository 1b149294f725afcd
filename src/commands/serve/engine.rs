//! The engine: turns the sources as they stand into an edition, parsing again only what changed.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::edition::Edition;
use crate::config::FILE_NAME;
use crate::content::Memory;
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
}

/// What a file system knows of one file.
type Trace = (PathBuf, u64, u64, (i64, i64));

impl Engine {
    /// An engine that remembers nothing yet.
    pub(super) fn new(root: PathBuf, drafts: Drafts) -> Self {
        Self { root, drafts, memory: Memory::default(), settings: Vec::new(), surroundings: Vec::new() }
    }

    /// Makes an edition of the sources as they stand; an error where there is no project to be read.
    pub(super) fn make(&mut self) -> Result<Edition, Error> {
        self.surroundings = surroundings(&self.root);
        let mut report = Report::default();
        let settings = fs::read(self.root.join(FILE_NAME)).unwrap_or_default();
        let project = Project::open(&self.root, self.drafts, &mut report)?;
        if settings != self.settings {
            self.memory.forget();
            self.settings = settings;
        }
        self.memory.refresh(&self.root, &project.config);
        let (files, documents) = self.memory.recall(&mut report);
        Ok(Edition::make(project, files, documents, report))
    }

    /// The same; where there is no project for the moment, an edition that says so.
    pub(super) fn make_or_explain(&mut self) -> Edition {
        self.make().unwrap_or_else(|error| Edition::of_mistake(error.to_string(), FILE_NAME))
    }

    /// Says whether the sources are no longer those of the last edition, whether or not anybody has been told of a change.
    pub(super) fn is_stale(&mut self) -> bool {
        if surroundings(&self.root) != self.surroundings {
            return true;
        }
        match Project::open(&self.root, self.drafts, &mut Report::default()) {
            Ok(project) => self.memory.refresh(&self.root, &project.config),
            Err(_) => false,
        }
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
