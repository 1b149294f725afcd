//! The one moment in which readers see the new site instead of the old, and the repair of a build stopped around it.
//!
//! In: a whole new site on the workbench. Out: it stands in the output folder, other people's files beside it, and the
//! site before is gone. Never: leaves readers without a site, except between two renames on disks that cannot exchange.
//!
//! Other people's files are linked into the new site before the exchange, so they are never missing; a repository
//! (`.git`) must stay in one piece and is moved by one rename just after it. So is what cannot be linked.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, CWD, RenameFlags};
use rustix::io::Errno;

use super::disk::{self, OnDisk};
use super::manifest::Manifest;
use super::output_folder::read_manifest_in;
use super::scan::{Foreign, ForeignKind, Owned, scan};
use super::settle::settle;
use super::workbench::Workbench;
use super::{SitePath, WriteError};

/// Links everything in the output folder that is not ours into the new site; an error if it stands in the new site's way.
pub(super) fn bring_over(output: &Path, before: &Manifest, workbench: &Workbench, now: &Manifest) -> Result<(), WriteError> {
    let foreign = scan(output, &Owned::of(before))?.foreign;
    let owned = Owned::of(now);
    let files: Vec<PathBuf> = foreign.iter().filter(|f| is_in_the_way(f, output, &owned, now)).map(|f| f.path.clone()).collect();
    if !files.is_empty() {
        return Err(WriteError::InTheWay { path: output.to_owned(), files });
    }
    let mut modes = Vec::new();
    for Foreign { path, kind } in &foreign {
        let (from, to) = (output.join(path), workbench.new_site().join(path));
        if *kind != ForeignKind::File {
            // Asked now, while nothing has changed yet: without it the folder could not be brought over later.
            rustix::fs::access(&from, Access::WRITE_OK | Access::EXEC_OK).map_err(io::Error::from).when("bring over", &from)?;
        }
        match kind {
            ForeignKind::Repository => {}
            ForeignKind::Folder => {
                workbench.make_folder(&to)?;
                modes.push((to, fs::symlink_metadata(&from).when("look at", &from)?.mode() & 0o7777));
            }
            ForeignKind::File if owned.has_file(path) => {}
            ForeignKind::File => match workbench.link(&from, &to) {
                Err(error) if !is_left_for_later(&error) => return Err(error).when("bring over", &from),
                _ => {}
            },
        }
    }
    // Innermost first, and after the files: a folder may forbid writing into it.
    modes
        .iter()
        .rev()
        .try_for_each(|(folder, mode)| fs::set_permissions(folder, Permissions::from_mode(*mode)).when("set the permissions of", folder))
}

/// Publishes the new site and settles the site before.
pub(super) fn publish(output: &Path, before: &Manifest, workbench: &Workbench, now: &Manifest, is_durable: bool) -> Result<(), WriteError> {
    let new = workbench.new_site();
    let standing = disk::find(output).when("look at", output)?;
    if let Some(found) = &standing {
        // The folder itself may be shared with others in a way that is not ours to change.
        fs::set_permissions(&new, Permissions::from_mode(found.mode() & 0o7777)).when("set the permissions of", &new)?;
    }
    workbench.begin_publishing()?;
    if is_durable {
        disk::flush(workbench.path())?;
        output.parent().map_or(Ok(()), disk::flush)?;
    }
    let published = match standing {
        None => fs::rename(&new, output),
        Some(_) => exchange(&new, output, &workbench.old_site()),
    };
    if let Err(source) = published {
        if standing.is_none() && disk::find(&new).when("look at", &new)?.is_some() {
            workbench.stop_publishing()?;
        } else {
            // Whichever of the two sites stands now, the other is settled by the same rules as after a stopped build.
            mend(output, workbench)?;
        }
        return Err(source).when("publish", output);
    }
    let settled = || -> Result<(), WriteError> {
        if is_durable {
            output.parent().map_or(Ok(()), disk::flush)?;
            disk::flush(workbench.path())?;
        }
        for replaced in [new, workbench.old_site()] {
            if disk::find(&replaced).when("look at", &replaced)?.is_some() {
                settle((&replaced, before), (output, now))?;
            }
        }
        workbench.clear()
    };
    settled().map_err(WriteError::after_publishing)
}

/// Finishes or undoes what builds of this output folder that were stopped left behind.
pub(super) fn repair(output: &Path) -> Result<(), WriteError> {
    Workbench::find_left_over(output)?.iter().try_for_each(|workbench| mend(output, workbench))
}

fn mend(output: &Path, workbench: &Workbench) -> Result<(), WriteError> {
    if !workbench.is_publishing() {
        return workbench.clear();
    }
    for site in [workbench.new_site(), workbench.old_site()] {
        if disk::find(&site).when("look at", &site)?.is_none() {
            continue;
        }
        if disk::find(output).when("look at", output)?.is_none() {
            fs::rename(&site, output).when("publish", output)?;
            continue;
        }
        let replaced = read_manifest_in(&site)?.unwrap_or_default();
        let standing = read_manifest_in(output)?.unwrap_or_default();
        settle((&site, &replaced), (output, &standing))?;
    }
    workbench.clear()
}

/// Puts the new site in the place of the old in one step, or on disks that cannot, in two.
fn exchange(new: &Path, output: &Path, old: &Path) -> io::Result<()> {
    match rustix::fs::renameat_with(CWD, new, CWD, output, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            fs::rename(output, old)?;
            fs::rename(new, output).or_else(|error| fs::rename(old, output).and(Err(error)))
        }
        done => Ok(done?),
    }
}

/// A file of another owner, or on a disk without links, is moved after the exchange; one that has gone needs nothing.
fn is_left_for_later(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, NotFound, PermissionDenied, TooManyLinks, Unsupported};
    matches!(error.kind(), CrossesDevices | NotFound | PermissionDenied | TooManyLinks | Unsupported)
}

fn is_in_the_way(foreign: &Foreign, output: &Path, owned: &Owned, now: &Manifest) -> bool {
    let path = &foreign.path;
    let is_below_a_file = path.ancestors().skip(1).any(|above| owned.has_file(above));
    is_below_a_file
        || match foreign.kind {
            ForeignKind::Folder | ForeignKind::Repository => owned.has_file(path),
            ForeignKind::File => owned.has_folder(path) || (owned.has_file(path) && !is_the_same(&output.join(path), path, now)),
        }
}

/// A file that already holds what the new site would write there is no loss.
fn is_the_same(standing: &Path, path: &Path, now: &Manifest) -> bool {
    let expected = path.to_str().and_then(|path| SitePath::parse(path).ok()).and_then(|path| now.files.get(&path).copied());
    let hash = disk::read_ordinary(standing).ok().map(|bytes| blake3::hash(&bytes));
    expected.is_some_and(|expected| hash == Some(expected.hash))
}
