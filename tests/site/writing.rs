use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use dateline::site::{MANIFEST_NAME, Manifest, OutputFolder, Staging, WriteError, write};

use crate::sites::{file, site};
use crate::support::{Project, stamp, succeeds, write_sites};

#[test]
fn a_first_site_is_written_with_its_manifest() {
    let project = Project::new();
    let written = project.write_texts(&[("index.html", "home"), ("events/a/index.html", "a"), ("feed.xml", "")]).unwrap();
    assert_eq!((written.files, written.changed, written.unchanged, written.removed, written.bytes), (3, 3, 0, 0, 5));
    let standing = project.standing();
    assert_eq!(standing.keys().collect::<Vec<_>>(), ["events/", "events/a/", "events/a/index.html", "feed.xml", "index.html"]);
    let manifest = Manifest::parse(&fs::read(project.output().join(MANIFEST_NAME)).unwrap()).unwrap();
    assert_eq!(manifest.files.keys().map(|p| p.as_str()).collect::<Vec<_>>(), ["events/a/index.html", "feed.xml", "index.html"]);
    project.assert_no_leftovers();
}

#[test]
fn a_changed_site_replaces_the_one_before_and_keeps_unchanged_files() {
    let project = Project::new();
    project.write_texts(&[("index.html", "1"), ("same/a.html", "same"), ("gone/deep/b.html", "b"), ("turns", "file")]).unwrap();
    let before = stamp(&project.output().join("same/a.html"));
    let written =
        project.write_texts(&[("index.html", "2"), ("same/a.html", "same"), ("new/c.html", "c"), ("turns/into/folder.html", "x")]).unwrap();
    assert_eq!((written.changed, written.unchanged, written.removed), (3, 1, 2));
    let after = stamp(&project.output().join("same/a.html"));
    assert_eq!((before.0, before.1, before.2), (after.0, after.1, after.2), "the same file with its time");
    let standing = project.standing();
    let files: Vec<_> = standing.keys().filter(|path| !path.ends_with('/')).collect();
    assert_eq!(files, ["index.html", "new/c.html", "same/a.html", "turns/into/folder.html"]);
    assert!(!project.output().join("gone").exists());
    assert_eq!(fs::metadata(project.output().join("same/a.html")).unwrap().nlink(), 1);
    project.assert_no_leftovers();
}

#[test]
fn nothing_is_touched_when_nothing_changed() {
    let project = Project::new();
    project.write(site('A', 10)).unwrap();
    let paths = ["", MANIFEST_NAME, "index.html", "events", "events/event-3/index.html"].map(|path| project.output().join(path));
    let before = paths.each_ref().map(|path| stamp(path));
    let written = project.write(site('A', 10)).unwrap();
    assert_eq!((written.changed, written.unchanged, written.removed), (0, written.files, 0));
    assert_eq!(paths.each_ref().map(|path| stamp(path)), before);
    project.assert_no_leftovers();
}

#[test]
fn a_file_of_ours_that_a_person_changed_deleted_or_replaced_is_mended() {
    let project = Project::new();
    let files = [("a.html", "aaaa"), ("b.html", "bbbb"), ("c.html", "cccc"), ("d.html", "dddd")];
    project.write_texts(&files).unwrap();
    project.put("a.html", "AAAA");
    fs::remove_file(project.output().join("b.html")).unwrap();
    fs::remove_file(project.output().join("c.html")).unwrap();
    let secret = project.root.join("secret");
    fs::write(&secret, "cccc").unwrap();
    std::os::unix::fs::symlink(&secret, project.output().join("c.html")).unwrap();
    let written = project.write_texts(&files).unwrap();
    assert_eq!((written.changed, written.unchanged), (3, 1));
    assert_eq!(project.standing().into_values().collect::<Vec<_>>(), ["aaaa", "bbbb", "cccc", "dddd"]);
    assert_eq!(fs::read_to_string(secret).unwrap(), "cccc");
}

#[test]
fn a_site_of_no_files_can_be_written_and_replaced() {
    let project = Project::new();
    project.write_texts(&[]).unwrap();
    project.write_texts(&[("a", "a")]).unwrap();
    project.write_texts(&[]).unwrap();
    assert!(project.standing().is_empty());
    project.assert_no_leftovers();
}

#[test]
fn files_given_one_by_one_are_published_together_or_not_at_all() {
    let project = Project::new();
    project.write_texts(&[("index.html", "old")]).unwrap();
    let staging = Staging::begin(&project.open().unwrap(), false).unwrap();
    let placed = staging.place(file("index.html", "new".into())).unwrap();
    assert!(!placed.is_unchanged());
    assert_eq!(project.read("index.html"), "old");
    drop(staging);
    project.assert_no_leftovers();
    let staging = Staging::begin(&project.open().unwrap(), false).unwrap();
    let placed = vec![staging.place(file("b/c.html", "c".into())).unwrap(), staging.place(file("index.html", "new".into())).unwrap()];
    staging.publish(placed).unwrap();
    assert_eq!(project.standing().into_values().collect::<Vec<_>>(), ["", "c", "new"]);
}

#[test]
fn files_that_collide_are_refused_before_anything_is_written() {
    let project = Project::new();
    project.write_texts(&[("index.html", "old")]).unwrap();
    for pair in [["a.html", "A.html"], ["a", "a/b"], ["x", "x"]] {
        let error = project.write_texts(&pair.map(|path| (path, "text"))).unwrap_err();
        assert!(matches!(&error, WriteError::Collisions { collisions, .. } if collisions.len() == 1), "{error}");
        assert!(error.to_string().contains(&format!("content/{}.md", pair[1])), "{error}");
    }
    let staging = Staging::begin(&project.open().unwrap(), false).unwrap();
    let _placed = staging.place(file("x", "1".into())).unwrap();
    let error = staging.place(file("x", "2".into())).unwrap_err();
    assert!(matches!(error, WriteError::PlacedTwice { .. }), "{error}");
    drop(staging);
    assert_eq!(project.read("index.html"), "old");
    project.assert_no_leftovers();
}

#[test]
fn permissions_are_the_same_under_any_umask() {
    for mask in ["000", "022", "027", "077"] {
        let project = Project::new();
        let command = format!("umask {mask}; exec \"$0\" \"$1\" 4 A");
        let (program, output) = (write_sites(), project.output());
        assert!(succeeds("sh", &["-c", &command, program.to_str().unwrap(), output.to_str().unwrap()]), "umask {mask}");
        let mode = |path: &str| fs::metadata(output.join(path)).unwrap().permissions().mode() & 0o7777;
        for folder in ["", "events", "events/event-1"] {
            assert_eq!(mode(folder), 0o755, "umask {mask}: {folder}");
        }
        for file in ["index.html", "events/event-1/index.html", MANIFEST_NAME] {
            assert_eq!(mode(file), 0o644, "umask {mask}: {file}");
        }
        project.assert_no_leftovers();
    }
}

#[test]
fn the_output_folders_own_permissions_are_kept() {
    let project = Project::new();
    project.write_texts(&[("a", "1")]).unwrap();
    fs::set_permissions(project.output(), fs::Permissions::from_mode(0o2770)).unwrap();
    project.write_texts(&[("a", "2")]).unwrap();
    assert_eq!(fs::metadata(project.output()).unwrap().permissions().mode() & 0o7777, 0o2770);
}

#[test]
fn missing_folders_above_the_output_are_made() {
    let project = Project::new();
    let output = project.root.join("build/today/site");
    let folder = OutputFolder::open(&output, &[], None).unwrap();
    assert!(!project.root.join("build").exists(), "opening makes nothing");
    write(&folder, site('A', 2), false).unwrap();
    assert!(output.join("index.html").exists());
}

#[test]
fn an_output_folder_that_is_a_link_is_written_where_it_leads() {
    let project = Project::new();
    let elsewhere = project.root.parent().unwrap().join("served");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, project.output()).unwrap();
    project.write(site('A', 2)).unwrap();
    project.write(site('B', 2)).unwrap();
    assert!(fs::symlink_metadata(project.output()).unwrap().is_symlink());
    assert!(fs::read_to_string(elsewhere.join("index.html")).unwrap().contains("Site B"));
}

#[test]
fn a_durable_build_flushes_everything_before_it_publishes() {
    let project = Project::new();
    let output = project.output();
    project.write(site('A', 6)).unwrap();
    let trace = project.root.join("trace");
    let (program, output_text, trace_text) = (write_sites(), output.to_str().unwrap(), trace.to_str().unwrap());
    let args =
        ["-f", "-y", "-o", trace_text, "-e", "trace=fsync,openat,renameat2", program.to_str().unwrap(), output_text, "6", "B", "durable"];
    if !succeeds("strace", &args) {
        eprintln!("skipped: strace cannot run here");
        return;
    }
    assert_eq!(project.which_site(6), 'B');
    let text = fs::read_to_string(trace).unwrap();
    let (before, after) = text.split_at(text.find("RENAME_EXCHANGE").expect("one exchange"));
    let is_flushed = |part: &str, path: &str| part.lines().any(|line| line.contains("fsync(") && line.contains(&format!("{path}>")));
    for file in site('B', 6) {
        assert!(is_flushed(before, &format!("/new/{}", file.path)), "{}", file.path);
        for folder in file.path.folders() {
            assert!(is_flushed(before, &format!("/new/{folder}")), "{folder}");
        }
    }
    for path in ["/new", &format!("/new/{MANIFEST_NAME}"), "/.site.staging-1"] {
        assert!(is_flushed(before, path), "{path}");
    }
    assert!(is_flushed(after, project.root.to_str().unwrap()));
}
