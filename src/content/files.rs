//! Files as they stand on disk: path, kind of record, text.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::front_matter;
use super::kinds::Kind;
use crate::yaml::Written;

/// A content file by its place in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// One file that holds a record.
#[derive(Debug, Clone)]
pub struct ContentFile {
    /// From the project folder, with `/` between its parts: `content/events/2019/x.md`.
    pub path: String,
    pub kind: Kind,
    /// The whole text, without a byte-order mark; shared by those who remember it.
    pub text: Arc<str>,
    /// The bytes of the text that are YAML.
    pub yaml: Range<usize>,
}

/// A file beside the records: an image, a PDF.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// From the project folder: `content/events/2019/briefing.jpg`.
    pub path: String,
    pub on_disk: PathBuf,
}

/// All files of the content folder, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Files {
    pub files: Vec<ContentFile>,
    /// Also those below `static/`.
    pub assets: Vec<Asset>,
    /// The folders of the `index.md` files, sorted.
    pub index_folders: Vec<String>,
    pub(super) forgotten: Option<Forgotten>,
}

/// Texts that were let go of: where they stand on disk, and how long each was.
#[derive(Debug, Clone)]
pub(super) struct Forgotten {
    pub(super) root: PathBuf,
    pub(super) lengths: Vec<usize>,
}

impl ContentFile {
    /// The text with its path, for finding spots.
    pub fn written(&self) -> Written<'_> {
        Written { path: &self.path, text: &self.text, yaml: self.yaml.clone() }
    }

    /// The text below the front matter.
    pub fn body(&self) -> &str {
        front_matter::split(&self.text).map_or("", |split| &self.text[split.body])
    }

    /// The folder of the file, with a slash at its end.
    pub fn folder(&self) -> &str {
        self.path.rfind('/').map_or("", |at| &self.path[..=at])
    }

    /// Says whether the file names a folder after its parent, which then belongs to it whole.
    pub fn is_index(&self) -> bool {
        self.path.ends_with("/index.md")
    }
}

impl Files {
    /// Puts files together that stand in the order of their paths.
    pub(super) fn new(files: Vec<ContentFile>, assets: Vec<Asset>) -> Self {
        let mut index_folders: Vec<String> = files.iter().filter(|file| file.is_index()).map(|file| file.folder().to_owned()).collect();
        index_folders.sort();
        Self { files, assets, index_folders, forgotten: None }
    }

    /// The file with this id.
    pub fn get(&self, id: FileId) -> &ContentFile {
        &self.files[id.0 as usize]
    }

    /// Finds a file beside the records by its path from the project folder.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.binary_search_by(|asset| asset.path.as_str().cmp(path)).ok().map(|at| &self.assets[at])
    }

    /// The files in a folder and below it; the folder's path ends with a slash.
    pub fn below(&self, folder: &str) -> &[Asset] {
        let from = self.assets.partition_point(|asset| asset.path.as_str() < folder);
        let inside = self.assets[from..].partition_point(|asset| asset.path.starts_with(folder));
        &self.assets[from..from + inside]
    }

    /// What a file beside a record is called in the folder of its page: its path from the folder of an `index.md`, or its name.
    pub fn name_on_page<'p>(&self, path: &'p str) -> &'p str {
        let folders = path.rmatch_indices('/').map(|(at, _)| path.split_at(at + 1));
        let owned = folders.into_iter().find(|(folder, _)| self.is_index_folder(folder)).map(|(_, name)| name);
        owned.unwrap_or_else(|| path.rsplit('/').next().unwrap_or(path))
    }

    fn is_index_folder(&self, folder: &str) -> bool {
        self.index_folders.binary_search_by(|own| own.as_str().cmp(folder)).is_ok()
    }
}
