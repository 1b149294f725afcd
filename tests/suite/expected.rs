//! Expected texts: compared line by line, and written anew when `UPDATE=1` is set.
//!
//! In: the path of an expected file and what came out. Out: the differences. Never: writes unless it is asked to.

use std::fs;
use std::path::Path;

use similar::TextDiff;

/// Gathers the differences of many comparisons, so that one run tells all of them.
#[derive(Debug, Default)]
pub struct Differences(Vec<String>);

impl Differences {
    /// Compares what came out with the expected file.
    pub fn compare(&mut self, expected: &Path, actual: &str) {
        if is_update() {
            fs::create_dir_all(expected.parent().unwrap()).unwrap();
            fs::write(expected, actual).unwrap();
            return;
        }
        let text = fs::read_to_string(expected).unwrap_or_default();
        if text != actual {
            let diff = TextDiff::from_lines(text.as_str(), actual);
            let header = (expected.display().to_string(), "what came out".to_owned());
            self.0.push(diff.unified_diff().header(&header.0, &header.1).to_string());
        }
    }

    /// Notes something that is wrong besides.
    pub fn note(&mut self, what: impl Into<String>) {
        self.0.push(what.into());
    }

    /// Fails the test when anything differed.
    #[track_caller]
    pub fn expect_none(self) {
        assert!(self.0.is_empty(), "{}\n{} differ; UPDATE=1 accepts what came out", self.0.join("\n"), self.0.len());
    }
}

/// Says whether expected files are to be written anew.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}
