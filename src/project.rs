//! A project: the folder of a site, its settings, and how it is to be built.

#![allow(clippy::disallowed_methods, reason = "this file alone finds and reads the settings")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::error::Error;
use crate::graph::Drafts;

/// The folder of a site and its settings.
#[derive(Debug, Clone)]
pub struct Project {
    pub root: PathBuf,
    pub config: Config,
    pub drafts: Drafts,
    /// The citation styles of its own.
    pub styles: Vec<StyleText>,
}

/// The text of a citation style.
#[derive(Debug, Clone)]
pub struct StyleText {
    pub path: String,
    pub text: String,
    /// Where the settings name it.
    pub at: Location,
}

impl Project {
    /// Opens the project whose `dateline.yaml` stands in `root`. What is wrong with the settings is reported.
    pub fn open(root: &Path, drafts: Drafts, report: &mut Report) -> Result<Self, Error> {
        let path = root.join(config::FILE_NAME);
        let text = fs::read_to_string(&path).map_err(|source| Error::Disk { doing: "read", path, source })?;
        let (config, findings) = Config::read(&text);
        report.extend(findings);
        for font in config.theme.fonts.iter().filter(|font| !root.join("static").join(&font.path).is_file()) {
            let missing = Diagnostic::new(Code::MissingFile, format!("there is no font file `static/{}`", font.path));
            report.push(missing.at(font.at.clone()).help("put the file there, or mend the path, which counts from static/"));
        }
        let styles = read_styles(root, &config, report);
        Ok(Self { root: root.to_owned(), config, drafts, styles })
    }

    /// Finds the nearest folder upward that holds `dateline.yaml`.
    pub fn find_root(start: &Path) -> Result<PathBuf, Error> {
        let found = start.ancestors().find(|folder| folder.join(config::FILE_NAME).is_file());
        found.map(Path::to_owned).ok_or_else(|| Error::NoProject { searched: start.to_owned() })
    }
}

/// Reads the citation styles that the settings name; they stand below the site's folder.
fn read_styles(root: &Path, config: &Config, report: &mut Report) -> Vec<StyleText> {
    let mut styles = Vec::new();
    for style in &config.citation.styles {
        let is_inside = Path::new(&style.path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        match fs::read_to_string(root.join(&style.path)) {
            Ok(text) if is_inside => styles.push(StyleText { path: style.path.clone(), text, at: style.at.clone() }),
            _ => {
                let missing = Diagnostic::new(Code::MissingFile, format!("there is no citation style `{}`", style.path));
                report.push(missing.at(style.at.clone()).help("put the .csl file below the site's folder, and write its path from there"));
            }
        }
    }
    styles
}
