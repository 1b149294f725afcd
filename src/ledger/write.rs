//! Adds a release to the lock and the kept texts: the one place that writes them.

#![allow(clippy::disallowed_methods, reason = "this file alone writes the lock and the kept texts")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::read::path_of;
use super::{LOCK_NAME, Ledger, Release, lock};
use crate::error::Error;

/// Writes the kept texts first and the lock last, in one step: a release that is stopped midway has not happened.
pub fn write(root: &Path, ledger: &Ledger, release: &Release) -> Result<(), Error> {
    let mut versions: BTreeMap<(String, u32), (String, String, String)> = BTreeMap::new();
    for (record, known) in &ledger.versions {
        for version in known {
            let facts = (version.date.clone(), version.hash.clone(), version.note.clone());
            versions.insert((record.to_string(), version.number), facts);
        }
    }
    for version in &release.versions {
        let path = root.join(path_of(&version.record, version.number));
        put(&path, &version.kept.print())?;
        let facts = (version.date.clone(), version.kept.hash(), version.note.clone());
        versions.insert((version.record.to_string(), version.number), facts);
    }
    let addresses: BTreeSet<&str> =
        ledger.addresses.keys().map(String::as_str).chain(release.addresses.iter().map(String::as_str)).collect();
    let mut withdrawn: BTreeMap<String, String> =
        ledger.withdrawn.iter().map(|(record, it)| (record.to_string(), it.date.clone())).collect();
    withdrawn.extend(release.withdrawn.iter().map(|(record, date)| (record.to_string(), date.clone())));
    put(&root.join(LOCK_NAME), &lock::print(addresses.into_iter(), &versions, &withdrawn))
}

/// Writes a file beside its place and then moves it there, so that no half of it is ever seen.
fn put(path: &Path, text: &str) -> Result<(), Error> {
    let fail = |doing| move |source| Error::Disk { doing, path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail("create the folder of"))?;
    }
    let beside = path.with_extension("new");
    fs::write(&beside, text).map_err(fail("write"))?;
    fs::rename(&beside, path).map_err(fail("write"))
}
