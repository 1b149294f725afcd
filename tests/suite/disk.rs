//! Folders: reading, copying and writing whole trees of files.
//!
//! In: paths. Out: texts and bytes by path. Never: writes outside a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The bytes of files by path, with `/` between the parts.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The root of this repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder. Receipts are left out: they tell of the disk that they lie on.
pub fn read_tree(root: &Path) -> Tree {
    let files = WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.expect("a folder that can be walked"));
    files
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".dateline-receipt")
        .map(|entry| (name(root, entry.path()), fs::read(entry.path()).unwrap()))
        .collect()
}

/// The names of the files and folders in a folder, sorted.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Copies a folder into a temporary one, which is gone when the value is dropped.
pub fn copy_of(folder: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    for (path, bytes) in read_tree(folder) {
        write(copy.path(), &path, &bytes);
    }
    copy
}

/// Makes a temporary folder with these files.
pub fn folder_of(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text.as_bytes());
    }
    folder
}

/// Writes a file and the folders that it needs.
pub fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The path of a file from a root, with `/` between the parts.
fn name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).expect("a file below the root");
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
