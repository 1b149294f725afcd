//! What a site was made of and what its build told, kept beside the manifest: by it a build in which nothing changed is known at once.
//!
//! In: the sources of a project, and the output folder. Out: the receipt of the build before, if both are as it says. Never: trusts
//! the time of a source (their bytes are hashed), or an output file whose size, time or number on the disk is another.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::disk::{self, OnDisk};
use super::manifest::Manifest;
use super::output_folder::read_manifest_in;
use super::{OutputFolder, WriteError};
use crate::content::{Stamp, stamp};

/// The receipt's name in the output folder.
pub(super) const RECEIPT_NAME: &str = ".dateline-receipt";

/// Everything that a site is made of, as one hash.
#[derive(Debug, Clone)]
pub struct Inputs {
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

/// The receipt of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt<T> {
    inputs: String,
    /// The output files as they stood.
    standing: String,
    /// What the build told.
    pub told: T,
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

/// Every file of these folders, and those among them that are files, in order.
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

impl OutputFolder {
    /// The receipt of the build before, if it was made of the same inputs and every file stands as that build left it.
    pub fn receipt<T: for<'de> Deserialize<'de>>(&self, inputs: &Inputs) -> Option<Receipt<T>> {
        let text = disk::read_ordinary(&self.path().join(RECEIPT_NAME)).ok()?;
        let receipt: Receipt<T> = serde_json::from_slice(&text).ok()?;
        (receipt.inputs == inputs.whole && receipt.standing == standing(self.path()).ok()??).then_some(receipt)
    }

    /// Keeps the receipt of the build that has just been published.
    pub fn keep_receipt<T: Serialize>(&self, inputs: Inputs, told: T) -> Result<(), WriteError> {
        let path = self.path().join(RECEIPT_NAME);
        let Some(standing) = standing(self.path())? else { return Ok(()) };
        let text = serde_json::to_vec(&Receipt { inputs: inputs.whole, standing, told }).map_err(Into::into).when("write", &path)?;
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).when("replace", &path),
            // A receipt that is cut short is no JSON, and counts for nothing.
            _ => fs::write(&path, text).when("write", &path),
        }
    }
}

/// The number, size and time of every file that Dateline wrote into a folder, as one hash; nothing when one is missing.
fn standing(output: &Path) -> Result<Option<String>, WriteError> {
    let Some(Manifest { files }) = read_manifest_in(output)? else { return Ok(None) };
    let files: Vec<_> = files.into_iter().collect();
    let look = |(path, entry): &(super::SitePath, super::ManifestEntry)| {
        let found = fs::symlink_metadata(path.below(output)).ok().filter(Metadata::is_file)?;
        (found.size() == entry.size).then(|| (entry.hash, [found.ino(), found.mtime().cast_unsigned(), found.mtime_nsec().cast_unsigned()]))
    };
    let Some(looks) = files.par_iter().map(look).collect::<Option<Vec<_>>>() else { return Ok(None) };
    let mut whole = blake3::Hasher::new();
    for ((path, _), (hash, numbers)) in files.iter().zip(looks) {
        whole.update(path.as_str().as_bytes()).update(hash.as_bytes());
        for number in numbers {
            whole.update(&number.to_le_bytes());
        }
    }
    Ok(Some(whole.finalize().to_hex().to_string()))
}
