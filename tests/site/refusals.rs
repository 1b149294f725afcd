use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use dateline::site::{MANIFEST_NAME, Manifest, OutputFolder, Refusal, WriteError};

use crate::support::{Project, succeeds};

fn refusal(project: &Project, output: impl AsRef<Path>) -> Refusal {
    let (content, settings) = (project.root.join("content"), project.root.join("dateline.yaml"));
    let missing = project.root.join("templates");
    fs::write(&settings, "title: Test").unwrap();
    let before = project.standing_sources();
    let error =
        OutputFolder::open(&project.root.join(output), &[&content, &settings, &missing], Some(&project.root.join("../home"))).unwrap_err();
    assert_eq!(project.standing_sources(), before);
    assert!(error.to_string().contains("Nothing was changed"), "{error}");
    match error {
        WriteError::Refused { why, .. } => why,
        other => panic!("{other}"),
    }
}

impl Project {
    fn standing_sources(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.root).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn an_output_that_is_holds_or_lies_in_a_source_is_refused() {
    let project = Project::new();
    let content = project.root.join("content");
    assert_eq!(refusal(&project, "content"), Refusal::IsSource(content.clone()));
    assert_eq!(refusal(&project, "content/../content/."), Refusal::IsSource(content.clone()));
    assert_eq!(refusal(&project, "."), Refusal::HoldsSource(content.clone()));
    assert_eq!(refusal(&project, ".."), Refusal::HoldsSource(content.clone()));
    assert_eq!(refusal(&project, "content/site"), Refusal::LiesInSource(content.clone()));
    assert_eq!(refusal(&project, "content/events/deep/er"), Refusal::LiesInSource(content));
    assert_eq!(refusal(&project, "templates"), Refusal::IsSource(project.root.join("templates")), "also before it exists");
    assert_eq!(refusal(&project, "templates/site"), Refusal::LiesInSource(project.root.join("templates")));
    assert_eq!(refusal(&project, "dateline.yaml"), Refusal::IsSource(project.root.join("dateline.yaml")));
}

#[test]
fn a_folder_whose_name_only_begins_like_a_source_is_fine() {
    let project = Project::new();
    for name in ["content-site", "site", "conten"] {
        OutputFolder::open(&project.root.join(name), &[&project.root.join("content")], None).unwrap();
    }
}

#[test]
fn links_into_sources_are_refused() {
    let project = Project::new();
    let content = project.root.join("content");
    symlink("content", project.root.join("site")).unwrap();
    assert_eq!(refusal(&project, "site"), Refusal::IsSource(content.clone()));
    symlink(content.join("events"), project.root.join("other")).unwrap();
    assert_eq!(refusal(&project, "other"), Refusal::LiesInSource(content.clone()));
    assert_eq!(refusal(&project, "other/new"), Refusal::LiesInSource(content));
    symlink("nowhere", project.root.join("broken")).unwrap();
    assert_eq!(refusal(&project, "broken"), Refusal::BrokenLink);
    assert_eq!(refusal(&project, "broken/site"), Refusal::BrokenLink);
}

#[test]
fn a_source_that_is_a_link_is_kept_clear_of_at_both_ends() {
    let project = Project::new();
    let shared = project.root.parent().unwrap().join("shared");
    fs::create_dir_all(shared.join("events")).unwrap();
    let source = project.root.join("linked");
    symlink(&shared, &source).unwrap();
    for output in [shared.clone(), shared.join("events"), source.clone(), project.root.clone()] {
        let error = OutputFolder::open(&output, &[&source], None).unwrap_err();
        assert!(matches!(error, WriteError::Refused { .. }), "{error}");
    }
}

#[test]
fn home_the_whole_disk_and_odd_things_are_refused() {
    let project = Project::new();
    let home = project.root.parent().unwrap().join("home");
    fs::create_dir(&home).unwrap();
    assert_eq!(refusal(&project, "../home"), Refusal::Home);
    assert!(OutputFolder::open(&home.join("site"), &[], Some(&home)).is_ok());
    let error = OutputFolder::open(home.parent().unwrap(), &[], Some(&home)).unwrap_err();
    assert!(matches!(error, WriteError::Refused { why: Refusal::Home, .. }), "{error}");
    let error = OutputFolder::open(Path::new("/"), &[], None).unwrap_err();
    assert!(matches!(error, WriteError::Refused { why: Refusal::FileSystemRoot, .. }), "{error}");
    let error = OutputFolder::open(Path::new(""), &[], None).unwrap_err();
    assert!(matches!(error, WriteError::Refused { why: Refusal::Empty, .. }), "{error}");
    fs::write(project.root.join("file"), "").unwrap();
    assert_eq!(refusal(&project, "file"), Refusal::NotAFolder);
    assert_eq!(refusal(&project, "missing/../site"), Refusal::MissingParent);
    assert!(succeeds("mkfifo", &[project.root.join("pipe").to_str().unwrap()]));
    assert_eq!(refusal(&project, "pipe"), Refusal::NotAFolder);
    let error = OutputFolder::open(&project.root.join("file/site"), &[], None).unwrap_err();
    assert!(error.to_string().contains("is a file, not a folder"), "{error}");
}

#[test]
fn a_folder_with_files_and_no_manifest_is_refused_and_the_way_out_is_told() {
    let project = Project::new();
    for name in ["thesis.doc", "b", "c", "d\u{1b}[31m"] {
        project.put(name, "years of work");
    }
    let before = project.standing();
    let error = project.write_texts(&[("index.html", "x")]).unwrap_err();
    assert!(matches!(&error, WriteError::ForeignFiles { count: 4, .. }), "{error}");
    let text = error.to_string();
    assert!(text.contains("`b`, `c`, `d\\u{1b}[31m` and 1 more") && text.contains("--adopt"), "{text}");
    assert_eq!(project.standing(), before);
    project.assert_no_leftovers();
}

#[test]
fn an_empty_folder_is_accepted() {
    let project = Project::new();
    fs::create_dir(project.output()).unwrap();
    project.write_texts(&[("index.html", "x")]).unwrap();
    assert_eq!(project.read("index.html"), "x");
}

#[test]
fn a_damaged_manifest_stops_the_build_and_deletes_nothing() {
    let project = Project::new();
    project.write_texts(&[("index.html", "x"), ("a/b.html", "y")]).unwrap();
    let path = project.output().join(MANIFEST_NAME);
    let whole = fs::read_to_string(&path).unwrap();
    let shorter: String = whole.lines().enumerate().filter(|(n, _)| *n != 1).map(|(_, line)| format!("{line}\n")).collect();
    for damaged in
        ["", "garbage", &whole[..whole.len() / 2], &shorter, &whole.replace("index.html", "../../content"), &format!("{whole}{whole}")]
    {
        fs::write(&path, damaged).unwrap();
        let before = project.standing();
        let error = project.write_texts(&[("index.html", "new")]).unwrap_err();
        assert!(matches!(&error, WriteError::DamagedManifest { path: p, .. } if *p == path), "{error}");
        assert_eq!(project.standing(), before);
    }
    fs::remove_file(&path).unwrap();
    assert!(succeeds("mkfifo", &[path.to_str().unwrap()]), "reading must not wait for a pipe");
    assert!(matches!(project.write_texts(&[]).unwrap_err(), WriteError::DamagedManifest { .. }));
    fs::remove_file(&path).unwrap();
    symlink("index.html", &path).unwrap();
    assert!(matches!(project.write_texts(&[]).unwrap_err(), WriteError::DamagedManifest { .. }));
    project.assert_no_leftovers();
}

#[test]
fn a_manifest_that_names_other_peoples_files_cannot_reach_out_of_the_folder() {
    let project = Project::new();
    project.write_texts(&[("a/b.md", "a source")]).unwrap();
    // The folder of one of our files has become a link into the sources.
    fs::remove_dir_all(project.output().join("a")).unwrap();
    fs::write(project.root.join("content/b.md"), "a source").unwrap();
    symlink("../content", project.output().join("a")).unwrap();
    assert!(matches!(project.write_texts(&[("a/b.md", "new")]).unwrap_err(), WriteError::InTheWay { .. }));
    project.write_texts(&[("index.html", "x")]).unwrap();
    assert_eq!(fs::read_to_string(project.root.join("content/b.md")).unwrap(), "a source");
    assert_eq!(project.standing()["a"], "-> ../content");
}

#[test]
fn an_own_manifest_copied_elsewhere_owns_only_what_it_lists() {
    let project = Project::new();
    project.write_texts(&[("index.html", "x")]).unwrap();
    let manifest = fs::read(project.output().join(MANIFEST_NAME)).unwrap();
    assert!(Manifest::parse(&manifest).is_ok());
    fs::remove_dir_all(project.output()).unwrap();
    project.put("thesis.doc", "years of work");
    fs::write(project.output().join(MANIFEST_NAME), manifest).unwrap();
    project.write_texts(&[("new.html", "x")]).unwrap();
    assert_eq!(project.read("thesis.doc"), "years of work");
}

#[test]
fn a_lock_file_of_someone_else_is_neither_used_nor_deleted() {
    let project = Project::new();
    let lock = project.root.join(".site.lock");
    fs::write(&lock, "my own notes").unwrap();
    let error = project.write_texts(&[("a", "a")]).unwrap_err();
    assert!(matches!(&error, WriteError::Refused { why: Refusal::NotOurs(path), .. } if *path == lock), "{error}");
    assert_eq!(fs::read_to_string(&lock).unwrap(), "my own notes");
    fs::remove_file(&lock).unwrap();
    symlink("content/events/a.md", &lock).unwrap();
    assert!(project.write_texts(&[("a", "a")]).is_err());
    assert_eq!(fs::read_to_string(project.root.join("content/events/a.md")).unwrap(), "a source");
}

#[test]
fn staging_folders_that_are_not_ours_are_left_alone() {
    let project = Project::new();
    project.write_texts(&[("a", "1")]).unwrap();
    let mine = project.root.join(".site.staging-1");
    fs::create_dir_all(mine.join("new")).unwrap();
    fs::write(mine.join("new/thesis.doc"), "years of work").unwrap();
    // As after copying a project, or from a contribution: the mark of another folder.
    let copied = project.root.join(".site.staging-2");
    fs::create_dir_all(copied.join("new")).unwrap();
    fs::write(
        copied.join(".dateline-staging"),
        "Dateline puts a new site together in this folder (1) and clears it away on its next build.\n",
    )
    .unwrap();
    fs::write(copied.join("publishing"), "").unwrap();
    fs::write(copied.join("new/evil.html"), "evil").unwrap();
    project.write_texts(&[("a", "2")]).unwrap();
    assert_eq!(fs::read_to_string(mine.join("new/thesis.doc")).unwrap(), "years of work");
    assert!(copied.join("new/evil.html").exists());
    assert_eq!(project.standing().into_iter().collect::<Vec<_>>(), [("a".to_owned(), "2".to_owned())]);
    assert!(!project.root.join(".site.staging-3").exists());
}

#[test]
fn a_folder_on_which_a_disk_is_mounted_is_refused() {
    let project = Project::new();
    fs::create_dir(project.output()).unwrap();
    let output = project.output();
    if !succeeds("mount", &["-t", "tmpfs", "-o", "size=1m", "tmpfs", output.to_str().unwrap()]) {
        eprintln!("skipped: only root may mount");
        return;
    }
    let why = std::panic::catch_unwind(|| refusal(&project, "site"));
    assert!(succeeds("umount", &[output.to_str().unwrap()]));
    assert_eq!(why.unwrap(), Refusal::MountPoint);
}

#[test]
fn a_source_mounted_at_a_second_path_is_recognised() {
    let project = Project::new();
    fs::create_dir(project.output()).unwrap();
    let (output, content) = (project.output(), project.root.join("content"));
    if !succeeds("mount", &["--bind", content.to_str().unwrap(), output.to_str().unwrap()]) {
        eprintln!("skipped: only root may mount");
        return;
    }
    let why = std::panic::catch_unwind(|| (refusal(&project, "site"), refusal(&project, "site/events")));
    assert!(succeeds("umount", &[output.to_str().unwrap()]));
    assert!(matches!(why.unwrap(), (Refusal::IsSource(_), Refusal::LiesInSource(_))));
}
