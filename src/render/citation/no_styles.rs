//! In place of the citation styles, in a program that was built without the feature `citation-styles`: pages still offer BibTeX and the rest.

use serde::Serialize;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::pages::Citation;
use crate::project::StyleText;

/// No styles.
#[derive(Debug)]
pub struct Styles;

/// Never made.
#[derive(Debug, Serialize)]
pub(super) struct StyledText;

impl Styles {
    /// Tells authors that their own styles are not read either.
    pub fn new(config: &Config, files: &[StyleText], report: &mut Report) -> Self {
        for file in files.iter().filter(|_| config.outputs.citations) {
            let bare = Diagnostic::new(Code::BadSetting, "this program writes no citation styles".to_owned());
            report.push(bare.at(file.at.clone()).help("build Dateline with the feature `citation-styles`, or leave the setting out"));
        }
        Self
    }

    /// Writes nothing.
    pub(super) fn write(&self, _: &Citation) -> Vec<StyledText> {
        Vec::new()
    }
}
