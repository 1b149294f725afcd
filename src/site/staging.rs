//! A site on its way: takes finished files one by one, from any thread, and publishes them together.
//!
//! In: an output folder and finished files. Out: the site, published by one rename, or the site before, untouched.
//! Never: writes a file whose bytes stand there already; publishes when anything failed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;

use super::disk::{self, OnDisk};
use super::lock::Lock;
use super::manifest::{MANIFEST_NAME, Manifest, ManifestEntry};
use super::scan::{Owned, Scan, scan};
use super::workbench::{Workbench, neighbour};
use super::{OutputFile, OutputFolder, SitePath, WriteError, Written, find_collisions, publish};

/// A site being written. Dropped before [`Staging::publish`], it leaves no trace.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    /// What Dateline wrote here before; nothing when it never did.
    before: Option<Manifest>,
    /// Our files that still stand there.
    standing: Scan,
    is_durable: bool,
    workbench: Workbench,
    /// Last, so that it is given back when all else is done.
    _lock: Lock,
}

/// A file that a [`Staging`] has taken.
#[derive(Debug)]
pub struct Placed {
    path: SitePath,
    origin: String,
    entry: ManifestEntry,
    is_unchanged: bool,
}

impl Staging {
    /// Takes the lock, mends what a stopped build left, and makes ready to take files. With `is_durable`, everything
    /// reaches the disk itself before it is published, and so survives a power cut.
    pub fn begin(folder: &OutputFolder, is_durable: bool) -> Result<Self, WriteError> {
        let output = folder.path().to_owned();
        if let Some(parent) = output.parent() {
            std::fs::create_dir_all(parent).when("make the folder", parent)?;
        }
        let lock = Lock::take(neighbour(&output, "lock")?, &output)?;
        publish::repair(&output)?;
        let before = folder.read_manifest()?;
        let standing = scan(&output, &Owned::of(before.as_ref().unwrap_or(&Manifest::default())))?;
        let workbench = Workbench::make(&output)?;
        Ok(Self { output, before, standing, is_durable, workbench, _lock: lock })
    }

    /// Takes one file: writes it, unless its bytes stand in the output folder already.
    pub fn place(&self, file: OutputFile) -> Result<Placed, WriteError> {
        let entry = ManifestEntry { hash: blake3::hash(&file.bytes), size: file.bytes.len() as u64 };
        let is_unchanged = self.standing.ours.contains(file.path.as_str())
            && self.before.as_ref().is_some_and(|before| before.files.get(&file.path) == Some(&entry))
            && disk::holds(&file.path.below(&self.output), &file.bytes);
        if !is_unchanged {
            let written = self.workbench.write_file(&self.staged(&file.path), &file.bytes, self.is_durable);
            written.map_err(|error| self.explain(error, &file))?;
        }
        Ok(Placed { path: file.path, origin: file.origin, entry, is_unchanged })
    }

    /// A file that Dateline wrote before, as it stands; none where it stands no more, or not as it was written.
    pub fn standing(&self, path: &SitePath) -> Option<Vec<u8>> {
        let entry = self.before.as_ref()?.files.get(path).filter(|_| self.standing.ours.contains(path.as_str()))?;
        let bytes = disk::read_ordinary(&path.below(&self.output)).ok()?;
        (blake3::hash(&bytes) == entry.hash).then_some(bytes)
    }

    /// Publishes exactly the placed files. When they are what stands there already, nothing is touched.
    pub fn publish(self, placed: Vec<Placed>) -> Result<Written, WriteError> {
        let collisions = find_collisions(placed.iter().map(|file| (&file.path, file.origin.as_str())));
        if !collisions.is_empty() {
            return Err(WriteError::Collisions { path: self.output.clone(), collisions });
        }
        let files: BTreeMap<_, _> = placed.iter().map(|file| (file.path.clone(), file.entry)).collect();
        let manifest = Manifest { files };
        let written = self.count(&placed, &manifest);
        if self.before.is_some() && written.changed == 0 && written.removed == 0 {
            return Ok(written);
        }
        placed.par_iter().filter(|file| file.is_unchanged).try_for_each(|file| self.keep(file))?;
        let no_files = Manifest::default();
        let replaced = self.before.as_ref().unwrap_or(&no_files);
        publish::bring_over(&self.output, replaced, &self.workbench, &manifest)?;
        let manifest_path = self.workbench.new_site().join(MANIFEST_NAME);
        self.workbench.write_file(&manifest_path, manifest.to_string().as_bytes(), self.is_durable)?;
        if self.is_durable {
            self.flush(&placed, &manifest)?;
        }
        publish::publish(&self.output, replaced, &self.workbench, &manifest, self.is_durable)?;
        Ok(written)
    }

    fn staged(&self, path: &SitePath) -> PathBuf {
        path.below(&self.workbench.new_site())
    }

    /// Gives an unchanged file its place in the new site, as a second name of the same file where the disk allows.
    fn keep(&self, file: &Placed) -> Result<(), WriteError> {
        let from = file.path.below(&self.output);
        if self.workbench.link(&from, &self.staged(&file.path)).is_ok() {
            return Ok(());
        }
        let bytes = disk::read_ordinary(&from).when("read", &from)?;
        if blake3::hash(&bytes) != file.entry.hash {
            let changed = std::io::Error::other("it was changed by another program during the build; build again");
            return Err(changed).when("keep", &from);
        }
        self.workbench.write_file(&self.staged(&file.path), &bytes, self.is_durable)
    }

    /// Flushes the files that were kept, and every folder; written files were flushed as they were written.
    fn flush(&self, placed: &[Placed], manifest: &Manifest) -> Result<(), WriteError> {
        let root = self.workbench.new_site();
        placed.par_iter().filter(|file| file.is_unchanged).try_for_each(|file| disk::flush(&self.staged(&file.path)))?;
        let folders: Vec<&str> = manifest.folders().into_iter().collect();
        folders.par_iter().try_for_each(|folder| disk::flush(&root.join(folder)))?;
        [root.as_path(), self.workbench.path()].into_iter().try_for_each(disk::flush)
    }

    fn count(&self, placed: &[Placed], manifest: &Manifest) -> Written {
        let unchanged = placed.iter().filter(|file| file.is_unchanged).count();
        let before = self.before.iter().flat_map(|before| before.files.keys());
        Written {
            files: placed.len(),
            changed: placed.len() - unchanged,
            unchanged,
            removed: before.filter(|path| !manifest.files.contains_key(path)).count(),
            bytes: placed.iter().map(|file| file.entry.size).sum(),
        }
    }

    /// Messages name the path as readers will know it, not the workbench.
    fn explain(&self, error: WriteError, file: &OutputFile) -> WriteError {
        let path = file.path.below(&self.output);
        match error {
            WriteError::Disk { source, .. } if source.kind() == std::io::ErrorKind::AlreadyExists => {
                WriteError::PlacedTwice { path, origin: file.origin.clone() }
            }
            WriteError::Disk { doing, source, is_published, .. } => WriteError::Disk { doing, path, source, is_published },
            other => other,
        }
    }
}

impl Placed {
    /// Where the file stands in the site.
    pub fn path(&self) -> &SitePath {
        &self.path
    }

    /// Whether the site before held the same bytes there.
    pub fn is_unchanged(&self) -> bool {
        self.is_unchanged
    }
}
