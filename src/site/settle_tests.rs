use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::super::SitePath;
use super::super::manifest::ManifestEntry;
use super::*;

/// A replaced and a standing folder, with the files of each by path and text.
struct Folders {
    _folder: TempDir,
    replaced: PathBuf,
    standing: PathBuf,
}

impl Folders {
    fn with(replaced: &[(&str, &str)], standing: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let made = Self { replaced: folder.path().join("replaced"), standing: folder.path().join("standing"), _folder: folder };
        for (root, files) in [(&made.replaced, replaced), (&made.standing, standing)] {
            fs::create_dir_all(root).unwrap();
            for (path, text) in files {
                fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
                fs::write(root.join(path), text).unwrap();
            }
        }
        made
    }

    fn settle(&self, ours_before: &[&str], ours_now: &[&str]) -> Result<(), WriteError> {
        settle((&self.replaced, &manifest(ours_before)), (&self.standing, &manifest(ours_now)))
    }

    fn standing(&self, path: &str) -> String {
        fs::read_to_string(self.standing.join(path)).unwrap_or_default()
    }
}

fn manifest(paths: &[&str]) -> Manifest {
    let entry = ManifestEntry { hash: blake3::hash(b""), size: 0 };
    Manifest { files: paths.iter().map(|path| (SitePath::parse(path).unwrap(), entry)).collect::<BTreeMap<_, _>>() }
}

fn set_time(path: &Path, seconds: u64) {
    File::options().write(true).open(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
}

#[test]
fn our_files_go_and_others_are_brought_over() {
    let folders = Folders::with(&[("a/b", "ours"), ("a/c", "theirs"), ("d/e/f", "theirs"), (".git/HEAD", "x")], &[("a/b", "new")]);
    folders.settle(&["a/b"], &["a/b"]).unwrap();
    assert!(!folders.replaced.exists());
    assert_eq!(["a/b", "a/c", "d/e/f", ".git/HEAD"].map(|path| folders.standing(path)), ["new", "theirs", "theirs", "x"]);
}

#[test]
fn a_file_saved_during_the_exchange_is_the_one_that_stays() {
    for (before, after, stays) in [(100, 200, "standing"), (200, 100, "replaced")] {
        let folders = Folders::with(&[("CNAME", "replaced")], &[("CNAME", "standing")]);
        set_time(&folders.replaced.join("CNAME"), before);
        set_time(&folders.standing.join("CNAME"), after);
        folders.settle(&[], &[]).unwrap();
        assert_eq!(folders.standing("CNAME"), stays);
    }
}

#[test]
fn two_repositories_are_never_mixed_and_none_is_lost() {
    let folders = Folders::with(&[(".git/HEAD", "old"), ("a", "ours")], &[(".git/HEAD", "new")]);
    let error = folders.settle(&["a"], &[]).unwrap_err();
    assert!(matches!(error, WriteError::TwoCopies { .. }), "{error}");
    assert_eq!(fs::read_to_string(folders.replaced.join(".git/HEAD")).unwrap(), "old");
    assert_eq!(folders.standing(".git/HEAD"), "new");
    fs::rename(folders.standing.join(".git"), folders.standing.join("mine")).unwrap();
    folders.settle(&["a"], &[]).unwrap();
    assert_eq!([folders.standing(".git/HEAD"), folders.standing("mine/HEAD")], ["old", "new"]);
}

#[test]
fn a_file_of_someone_else_that_appeared_where_the_new_site_has_one_is_kept() {
    let folders = Folders::with(&[("a", "theirs"), ("b", "same")], &[("a", "ours"), ("b", "same")]);
    let error = folders.settle(&[], &["a", "b"]).unwrap_err();
    assert!(matches!(&error, WriteError::TwoCopies { kept, .. } if *kept == folders.replaced.join("a")), "{error}");
    assert_eq!(fs::read_to_string(folders.replaced.join("a")).unwrap(), "theirs");
    assert_eq!(folders.standing("a"), "ours");
}

#[test]
fn settling_can_be_stopped_and_begun_again() {
    let folders = Folders::with(&[("a/b", "ours"), ("c", "theirs")], &[]);
    fs::remove_file(folders.replaced.join("a/b")).unwrap();
    folders.settle(&["a/b", "gone/already"], &[]).unwrap();
    assert!(!folders.replaced.exists());
    assert_eq!(folders.standing("c"), "theirs");
}

#[test]
fn a_link_in_the_place_of_our_folder_is_brought_over_and_not_followed() {
    let folders = Folders::with(&[], &[("treasure/b", "gold")]);
    std::os::unix::fs::symlink(folders.standing.join("treasure"), folders.replaced.join("a")).unwrap();
    folders.settle(&["a/b"], &[]).unwrap();
    assert_eq!(folders.standing("treasure/b"), "gold");
    assert!(fs::symlink_metadata(folders.standing.join("a")).unwrap().is_symlink());
}
