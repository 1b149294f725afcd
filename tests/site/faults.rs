use std::fs;
use std::process::{Command, Output};

use dateline::site::{OutputFolder, WriteError, write};

use crate::sites::site;
use crate::support::{Project, succeeds, write_sites};

const PAGES: usize = 12;

/// Runs one build to site B under strace with a fault injected; nothing when strace cannot run here.
fn build_with_fault(project: &Project, fault: &str, how: &str) -> Option<Output> {
    if !succeeds("strace", &["-o", "/dev/null", "true"]) {
        eprintln!("skipped: strace cannot run here");
        return None;
    }
    let call = fault.split(':').next().unwrap();
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &format!("inject={fault}")]);
    strace.env("RAYON_NUM_THREADS", "2").arg(write_sites()).arg(project.output()).args([&PAGES.to_string(), "B", how]);
    Some(strace.output().unwrap())
}

fn project_with_site_a() -> Project {
    let project = Project::new();
    project.write(site('A', PAGES)).unwrap();
    project.put("CNAME", "news.example");
    project.put("archive/old.html", "an old site");
    project.put(".git/HEAD", "ref: refs/heads/main");
    project
}

/// Whatever happened: one whole site stands, nobody's file is lost, and the next build works and clears up.
fn check_laws(project: &Project, fault: &str) -> char {
    let stood = project.which_site(PAGES);
    assert_eq!(project.read("CNAME"), "news.example", "{fault}");
    assert_eq!(project.read("archive/old.html"), "an old site", "{fault}");
    project.write(site('A', PAGES)).unwrap_or_else(|error| panic!("{fault}: {error}"));
    assert_eq!(project.which_site(PAGES), 'A');
    for (path, text) in [("CNAME", "news.example"), ("archive/old.html", "an old site"), (".git/HEAD", "ref: refs/heads/main")] {
        assert_eq!(project.read(path), text, "{fault}");
    }
    project.assert_no_leftovers();
    stood
}

#[test]
fn a_call_that_fails_anywhere_leaves_one_whole_site_and_is_told() {
    let faults = [
        ("write", "ENOSPC"),
        ("write", "EIO"),
        ("openat", "ENOSPC"),
        ("openat", "EACCES"),
        ("openat", "EMFILE"),
        ("mkdir", "ENOSPC"),
        ("mkdir", "EROFS"),
        ("linkat", "EMLINK"),
        ("linkat", "ENOSPC"),
        ("linkat", "EPERM"),
        ("renameat2", "EIO"),
        ("renameat2", "EINVAL"),
        ("renameat2", "ENOSYS"),
        ("renameat2", "EBUSY"),
        ("rename", "EIO"),
        ("fsync", "EIO"),
        ("unlink", "EIO"),
        ("rmdir", "EIO"),
        ("unlinkat", "EIO"),
        ("getdents64", "EIO"),
        ("flock", "ENOLCK"),
        ("chmod", "EPERM"),
        ("statx", "EIO"),
        ("read", "EIO"),
    ];
    let project = project_with_site_a();
    let (mut runs, mut failed) = (0, 0);
    for (call, error) in faults {
        for when in ["1", "2", "3", "5", "9", "14", "22", "35", "3+"] {
            let fault = format!("{call}:error={error}:when={when}");
            let Some(output) = build_with_fault(&project, &fault, "durable") else { return };
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!text.contains("panicked"), "{fault}: {text}");
            assert!(output.status.code().is_some(), "{fault}: {text}");
            let is_silent = text.trim().is_empty();
            let stood = check_laws(&project, &fault);
            runs += 1;
            if output.status.success() {
                assert_eq!(stood, 'B', "{fault}: success is told, so the new site stands");
            } else {
                failed += 1;
                // An error of the very channel over which it would be told may go untold.
                assert!(!is_silent || call == "write", "{fault}: the failure is told");
                if text.contains("published before is unchanged") {
                    assert_eq!(stood, 'A', "{fault}: {text}");
                }
                if text.contains("new site is published") {
                    assert_eq!(stood, 'B', "{fault}: {text}");
                }
            }
        }
    }
    eprintln!("{runs} builds with a fault, {failed} of them failed");
    assert!(failed > 50);
}

#[test]
fn a_build_killed_at_each_kind_of_call_leaves_one_whole_site() {
    let project = project_with_site_a();
    let mut stood = std::collections::BTreeMap::new();
    for call in ["renameat2", "rename", "unlink", "rmdir", "mkdir", "linkat", "openat", "write", "chmod", "getdents64", "fsync", "unlinkat"]
    {
        for when in ["1", "2", "3", "4", "6", "10", "16", "25", "40"] {
            let fault = format!("{call}:signal=KILL:when={when}");
            if build_with_fault(&project, &fault, "durable").is_none() {
                return;
            }
            *stood.entry(check_laws(&project, &fault)).or_insert(0) += 1;
        }
    }
    eprintln!("the site that stood: {stood:?}");
    assert!(stood[&'A'] > 0 && stood[&'B'] > 0);
}

#[test]
fn a_build_killed_between_two_renames_on_a_disk_without_exchange_is_finished_by_the_next() {
    let project = project_with_site_a();
    if build_with_fault(&project, "renameat2:error=EINVAL", "").is_none() {
        return;
    }
    assert_eq!(project.which_site(PAGES), 'B', "two renames do as well");
    project.assert_no_leftovers();
    // As the kill leaves it: the old site aside, the new one not yet in its place.
    project.write(site('A', PAGES)).unwrap();
    let killed = build_with_fault(&project, "renameat2:signal=KILL", "").unwrap();
    assert!(!killed.status.success());
    let bench = project.root.join(".site.staging-1");
    let is_exchanged = fs::read_to_string(bench.join("new/index.html")).unwrap().contains("Site A");
    let (old, new) = if is_exchanged { ("site", ".site.staging-1/new") } else { (".site.staging-1/new", "site") };
    let aside = project.root.join("aside");
    fs::rename(project.root.join(old), &aside).unwrap();
    fs::rename(project.root.join(new), bench.join("old")).unwrap();
    fs::rename(&aside, bench.join("new")).unwrap();
    assert!(!project.output().exists());
    project.write(site('B', PAGES)).unwrap();
    assert_eq!(check_laws(&project, "two renames"), 'B');
}

/// A small disk of its own; nothing when this user may not mount one.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    fn mount(project: &Project, options: &str) -> Option<Self> {
        let path = project.root.join("disk");
        fs::create_dir(&path).unwrap();
        let is_mounted = succeeds("mount", &["-t", "tmpfs", "-o", options, "tmpfs", path.to_str().unwrap()]);
        if !is_mounted {
            eprintln!("skipped: only root may mount a small disk");
        }
        is_mounted.then_some(Self(path))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        succeeds("umount", &["-l", self.0.to_str().unwrap()]);
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_and_is_told() {
    for options in ["size=300k", "size=20m,nr_inodes=60"] {
        let project = Project::new();
        let Some(disk) = SmallDisk::mount(&project, options) else { return };
        let output = disk.0.join("site");
        let folder = OutputFolder::open(&output, &[], None).unwrap();
        write(&folder, site('A', 4), false).unwrap();
        let error = write(&folder, site('B', 60), false).unwrap_err();
        assert!(error.to_string().contains("the disk is full") && error.to_string().contains("is unchanged"), "{error}");
        assert!(error.path().starts_with(&output) || error.path().starts_with(&disk.0), "{error}");
        let home = fs::read_to_string(output.join("index.html")).unwrap();
        assert!(home.contains("Site A"));
        assert_eq!(fs::read_dir(&disk.0).unwrap().count(), 1, "no leftovers");
        assert_eq!(write(&folder, site('A', 4), false).unwrap().changed, 0, "the old site is whole");
        write(&folder, site('B', 4), false).unwrap();
    }
}

#[test]
fn a_disk_that_can_only_be_read_is_told() {
    let project = Project::new();
    let Some(disk) = SmallDisk::mount(&project, "size=2m") else { return };
    let folder = OutputFolder::open(&disk.0.join("site"), &[], None).unwrap();
    write(&folder, site('A', 4), false).unwrap();
    assert!(succeeds("mount", &["-o", "remount,ro", disk.0.to_str().unwrap()]));
    let error = write(&folder, site('B', 4), false).unwrap_err();
    assert!(error.to_string().contains("can only be read"), "{error}");
    assert!(fs::read_to_string(disk.0.join("site/index.html")).unwrap().contains("Site A"));
}

#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    project.write(site('A', 4)).unwrap();
    fs::set_permissions(&project.root, fs::Permissions::from_mode(0o555)).unwrap();
    let done = project.write(site('B', 4));
    fs::set_permissions(&project.root, fs::Permissions::from_mode(0o755)).unwrap();
    match done {
        Err(error @ WriteError::Disk { .. }) => {
            assert!(error.to_string().contains("not allowed to"), "{error}");
            assert_eq!(project.which_site(4), 'A');
        }
        Err(error) => panic!("{error}"),
        Ok(_) => eprintln!("skipped: this user may write everywhere"),
    }
}
