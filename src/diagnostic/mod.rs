//! What went wrong, for people: findings about the content, gathered from every stage and printed once at the end.
//!
//! In: messages from every room after this one. Out: a [`Report`] and its printed forms.
//! Never: stops a stage, reads a file, or speaks of Rust.

mod code;
mod location;
pub mod print;
mod report;
mod suggest;

pub use code::{Code, Severity};
pub use location::{Location, Origin};
pub use report::Report;
pub use suggest::nearest;

/// One finding: what is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// A plain sentence for a journalist, without a full stop.
    pub message: String,
    pub at: Option<Location>,
    /// A few words printed under the marked text.
    pub label: String,
    pub notes: Vec<Note>,
    /// What to do about it.
    pub help: Option<String>,
}

/// A second place or fact that explains a finding, for instance «first defined here».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub message: String,
    pub at: Option<Location>,
}

impl Diagnostic {
    /// Makes a finding with the severity that its code has.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, severity: code.severity(), message: message.into(), at: None, label: String::new(), notes: Vec::new(), help: None }
    }

    /// Says where the finding is.
    pub fn at(mut self, location: Location) -> Self {
        self.at = Some(location);
        self
    }

    /// Says where the finding is, where that is known.
    pub fn maybe_at(mut self, location: Option<Location>) -> Self {
        self.at = location;
        self
    }

    /// Puts a few words under the marked text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a fact without a place.
    pub fn note(mut self, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), at: None });
        self
    }

    /// Adds a fact that stands somewhere else.
    pub fn note_at(mut self, message: impl Into<String>, location: Location) -> Self {
        self.notes.push(Note { message: message.into(), at: Some(location) });
        self
    }

    /// Says how to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the help where there is one.
    pub fn maybe_help(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }
}
