//! One finished file: where it goes, what it holds, and who asked for it.
//!
//! In: bytes from the renderer or an asset. Out: the same. Never: touches the disk.

use super::SitePath;

/// One file of the site, finished but not yet on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where the file stands in the site.
    pub path: SitePath,
    /// Its content, byte for byte.
    pub bytes: Vec<u8>,
    /// The page or content file that made it, as messages name it.
    pub origin: String,
}
