//! What a site was made of and what its build told, kept beside the manifest: by it a build in which nothing changed is known at once.
//!
//! In: the inputs of a build, and the output folder. Out: the receipt of the build before, if both are as it says. Never: trusts an
//! output file whose size, time or number on the disk is another.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{self, OnDisk};
use super::manifest::Manifest;
use super::output_folder::read_manifest_in;
use super::{Inputs, OutputFolder, WriteError};

/// The receipt's name in the output folder.
pub(super) const RECEIPT_NAME: &str = ".dateline-receipt";

/// The receipt of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt<T> {
    inputs: String,
    /// The output files as they stood.
    standing: String,
    /// What the build told.
    pub told: T,
}

impl OutputFolder {
    /// The receipt of the build before, if it was made of the same inputs and every file stands as that build left it.
    pub fn receipt<T: for<'de> Deserialize<'de>>(&self, inputs: &Inputs) -> Option<Receipt<T>> {
        let text = disk::read_ordinary(&self.path().join(RECEIPT_NAME)).ok()?;
        let receipt: Receipt<T> = serde_json::from_slice(&text).ok()?;
        (receipt.inputs == inputs.hash() && receipt.standing == standing(self.path()).ok()??).then_some(receipt)
    }

    /// Keeps the receipt of the build that has just been published.
    pub fn keep_receipt<T: Serialize>(&self, inputs: &Inputs, told: T) -> Result<(), WriteError> {
        let path = self.path().join(RECEIPT_NAME);
        let Some(standing) = standing(self.path())? else { return Ok(()) };
        let text =
            serde_json::to_vec(&Receipt { inputs: inputs.hash().to_owned(), standing, told }).map_err(Into::into).when("write", &path)?;
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
