//! What stops the program: a disk that fails or a project that is not there. Mistakes in the content are diagnostics instead.

use std::fmt;
use std::path::PathBuf;

/// Why the program could not run.
#[derive(Debug)]
pub enum Error {
    /// There is no project at or above a folder.
    NoProject { searched: PathBuf },
    /// A file or folder cannot be read or written.
    Disk { doing: &'static str, path: PathBuf, source: std::io::Error },
    /// The site cannot be written; the message says what to do.
    Output(String),
    /// An argument of the command line makes no sense.
    Usage(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProject { searched } => write!(
                f,
                "there is no dateline.yaml in {} or above it; `dateline new site DIR` begins a site, `--root DIR` names one",
                searched.display()
            ),
            Self::Disk { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
            Self::Output(message) | Self::Usage(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { source, .. } => Some(source),
            _ => None,
        }
    }
}
