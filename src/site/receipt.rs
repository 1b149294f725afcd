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

/// The receipt's name in the output folder.
pub(super) const RECEIPT_NAME: &str = ".dateline-receipt";

/// Everything that a site is made of, as one hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs(String);

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
        let hash = |path: &PathBuf| {
            let found = fs::symlink_metadata(path).when("look at", path)?;
            // A link is not followed: what the content makes of one does not depend on where it leads, but for the settings.
            let bytes = if found.is_file() { fs::read(path) } else { fs::read(path).or_else(|_| Ok(Vec::new())) };
            Ok((blake3::hash(&bytes.when("read", path)?), found.mode() & 0o170_000))
        };
        let hashes: Vec<_> = files.par_iter().map(hash).collect::<Result<_, WriteError>>()?;
        let mut whole = blake3::Hasher::new();
        whole.update(blake3::hash(key).as_bytes());
        for (path, (hash, kind)) in files.iter().zip(hashes) {
            whole.update(blake3::hash(path.as_os_str().as_encoded_bytes()).as_bytes());
            whole.update(hash.as_bytes()).update(&kind.to_le_bytes());
        }
        Ok(Self(whole.finalize().to_hex().to_string()))
    }

    /// The same inputs with a text that was read elsewhere.
    #[must_use]
    pub fn and(self, text: &str) -> Self {
        Self(blake3::hash(format!("{} {}", self.0, blake3::hash(text.as_bytes())).as_bytes()).to_hex().to_string())
    }
}

impl OutputFolder {
    /// The receipt of the build before, if it was made of the same inputs and every file stands as that build left it.
    pub fn receipt<T: for<'de> Deserialize<'de>>(&self, inputs: &Inputs) -> Option<Receipt<T>> {
        let text = disk::read_ordinary(&self.path().join(RECEIPT_NAME)).ok()?;
        let receipt: Receipt<T> = serde_json::from_slice(&text).ok()?;
        (receipt.inputs == inputs.0 && receipt.standing == standing(self.path()).ok()??).then_some(receipt)
    }

    /// Keeps the receipt of the build that has just been published.
    pub fn keep_receipt<T: Serialize>(&self, inputs: Inputs, told: T) -> Result<(), WriteError> {
        let path = self.path().join(RECEIPT_NAME);
        let Some(standing) = standing(self.path())? else { return Ok(()) };
        let text = serde_json::to_vec(&Receipt { inputs: inputs.0, standing, told }).map_err(Into::into).when("write", &path)?;
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
