//! What a site is made of: the files of a project, known by their bytes.
//!
//! In: the folders of the sources. Out: one hash, and later whether they are still the same. Never: takes a file for the same as in
//! another run by anything but its bytes; within a run its stamp is enough.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::WriteError;
use super::disk::OnDisk;
use crate::content::{Stamp, stamp};

/// Everything that a site is made of, as one hash.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// Of all files, and of the options and the program.
    whole: String,
    files: Vec<Source>,
}

/// A file that a site is made of.
#[derive(Debug, Clone)]
struct Source {
    path: PathBuf,
    hash: blake3::Hash,
    /// A file, a link, or something else.
    kind: u32,
    /// None while the file changed too lately for another change to leave another stamp.
    stamp: Option<Stamp>,
}

impl Inputs {
    /// Hashes the paths and bytes of all sources, with `key`: the program and the options that decide what is made.
    pub fn read(sources: &[PathBuf], key: &[u8]) -> Result<Self, WriteError> {
        let mut whole = blake3::Hasher::new();
        whole.update(blake3::hash(key).as_bytes());
        let files: Vec<Source> = list(sources)?.into_par_iter().map(Source::read).collect::<Result<_, WriteError>>()?;
        for Source { path, hash, kind, .. } in &files {
            whole.update(blake3::hash(path.as_os_str().as_encoded_bytes()).as_bytes());
            whole.update(hash.as_bytes()).update(&kind.to_le_bytes());
        }
        Ok(Self { whole: whole.finalize().to_hex().to_string(), files })
    }

    /// Says whether the sources are still the same; of files that cannot have changed nothing is read.
    pub fn are_still(&self, sources: &[PathBuf]) -> Result<bool, WriteError> {
        let paths = list(sources)?;
        if !paths.iter().eq(self.files.iter().map(|file| &file.path)) {
            return Ok(false);
        }
        let is_same = |file: &Source| {
            if file.stamp.is_some() && stamp(&file.path) == file.stamp {
                return Ok(true);
            }
            Source::read(file.path.clone()).map(|now| (now.hash, now.kind) == (file.hash, file.kind))
        };
        let same: Vec<bool> = self.files.par_iter().map(is_same).collect::<Result<_, WriteError>>()?;
        Ok(same.into_iter().all(|is_same| is_same))
    }

    /// The hash of all of them.
    pub(super) fn hash(&self) -> &str {
        &self.whole
    }

    /// The same inputs with a text that was read elsewhere.
    #[must_use]
    pub fn and(self, text: &str) -> Self {
        let whole = blake3::hash(format!("{} {}", self.whole, blake3::hash(text.as_bytes())).as_bytes()).to_hex().to_string();
        Self { whole, ..self }
    }
}

impl Source {
    fn read(path: PathBuf) -> Result<Self, WriteError> {
        // Before the bytes, so that a change in between shows.
        let stamp = stamp(&path).filter(Stamp::is_settled);
        let found = fs::symlink_metadata(&path).when("look at", &path)?;
        // A link is not followed: what the content makes of one does not depend on where it leads, but for the settings.
        let bytes = if found.is_file() { fs::read(&path) } else { fs::read(&path).or_else(|_| Ok(Vec::new())) };
        let hash = blake3::hash(&bytes.when("read", &path)?);
        // What a link leads to has no stamp of its own here.
        Ok(Self { hash, kind: found.mode() & 0o170_000, stamp: stamp.filter(|_| found.is_file()), path })
    }
}

/// The files below these paths, and those that are files themselves, in order; a path where nothing stands has none.
fn list(sources: &[PathBuf]) -> Result<Vec<PathBuf>, WriteError> {
    let mut files: Vec<PathBuf> = Vec::new();
    for source in sources.iter().filter(|source| fs::symlink_metadata(source).is_ok()) {
        for entry in WalkDir::new(source) {
            let entry = entry.map_err(Into::into).when("list", source)?;
            if !entry.file_type().is_dir() {
                files.push(entry.into_path());
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    /// A folder with two files, and what a build of it would read; with `is_old` the files have lain there for a while.
    fn project(is_old: bool) -> (TempDir, Vec<PathBuf>, Inputs) {
        let folder = TempDir::new().expect("a folder");
        for name in ["a", "b"] {
            fs::write(folder.path().join(name), "text").expect("a file");
        }
        if is_old {
            sleep(Duration::from_millis(150));
        }
        let sources = vec![folder.path().to_owned()];
        let inputs = Inputs::read(&sources, b"").expect("inputs");
        (folder, sources, inputs)
    }

    #[test]
    fn sources_are_the_same_until_one_changes_comes_or_goes() {
        for is_old in [false, true] {
            let (folder, sources, inputs) = project(is_old);
            assert!(inputs.are_still(&sources).expect("a look"));
            assert_eq!(inputs.files.iter().all(|file| file.stamp.is_some()), is_old, "young files are read again");
            // As long as the text before it.
            fs::write(folder.path().join("a"), "word").expect("a file");
            assert!(!inputs.are_still(&sources).expect("a look"));
            fs::write(folder.path().join("a"), "text").expect("a file");
            assert!(inputs.are_still(&sources).expect("a look"), "the bytes are what they were");
            fs::write(folder.path().join("c"), "").expect("a file");
            assert!(!inputs.are_still(&sources).expect("a look"));
            fs::remove_file(folder.path().join("c")).expect("no file");
            fs::remove_file(folder.path().join("b")).expect("no file");
            assert!(!inputs.are_still(&sources).expect("a look"));
        }
    }
}
