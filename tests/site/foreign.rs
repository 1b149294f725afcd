use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use dateline::site::{OutputFolder, WriteError, write};

use crate::sites::{file, site};
use crate::support::{Project, stamp, succeeds};

#[test]
fn what_people_keep_in_the_output_folder_survives_every_build() {
    let project = Project::new();
    project.write(site('A', 6)).unwrap();
    project.put_foreign_things();
    fs::create_dir(project.output().join("empty")).unwrap();
    fs::set_permissions(project.output().join("archive"), fs::Permissions::from_mode(0o750)).unwrap();
    assert!(succeeds("mkfifo", &[project.output().join("pipe").to_str().unwrap()]), "a pipe must not stop a build");
    let before = stamp(&project.output().join("CNAME"));
    let repository = fs::metadata(project.output().join(".git")).unwrap().ino();
    for which in ['B', 'A', 'A', 'B'] {
        project.write(site(which, 6)).unwrap();
        assert_eq!(project.which_site_beside_foreign_things(6), which);
        project.assert_foreign_things(true);
        project.assert_no_leftovers();
    }
    let after = stamp(&project.output().join("CNAME"));
    assert_eq!((before.0, before.1, before.2), (after.0, after.1, after.2), "the same file with its time");
    assert_eq!(fs::metadata(project.output().join("CNAME")).unwrap().nlink(), 1);
    assert_eq!(fs::metadata(project.output().join(".git")).unwrap().ino(), repository, "moved in one piece");
    assert!(project.output().join("empty").is_dir());
    assert_eq!(fs::metadata(project.output().join("archive")).unwrap().mode() & 0o7777, 0o750);
    assert!(fs::symlink_metadata(project.output().join("pipe")).is_ok());
}

impl Project {
    /// As `which_site`, where `only-A` holds a person's note as well.
    fn which_site_beside_foreign_things(&self, pages: usize) -> char {
        let note = self.output().join("only-A/note.txt");
        assert_eq!(fs::read_to_string(&note).unwrap(), "a note in a folder that goes");
        let is_a = self.read("index.html").contains("Site A");
        assert_eq!(fs::read_dir(note.parent().unwrap()).unwrap().count() > 1, is_a);
        assert_eq!(self.output().join("only-B").exists(), !is_a);
        for file in site(if is_a { 'A' } else { 'B' }, pages) {
            assert!(fs::read(file.path.below(&self.output())).unwrap() == file.bytes);
        }
        if is_a { 'A' } else { 'B' }
    }
}

#[test]
fn a_file_of_someone_else_where_the_site_needs_one_stops_the_build() {
    let project = Project::new();
    project.write_texts(&[("index.html", "1")]).unwrap();
    project.put("CNAME", "theirs");
    project.put("about/notes.txt", "theirs");
    project.put("events", "theirs");
    let before = project.standing();
    for (path, named) in [
        ("CNAME", "CNAME"),
        ("about", "about"),
        ("events/a/index.html", "events"),
        ("CNAME/x", "CNAME"),
        ("about/notes.txt", "about/notes.txt"),
    ] {
        let error = project.write_texts(&[("index.html", "2"), (path, "ours")]).unwrap_err();
        assert!(matches!(&error, WriteError::InTheWay { files, .. } if files[0].to_str() == Some(named)), "{error}");
        assert_eq!(project.standing(), before);
        project.assert_no_leftovers();
    }
}

#[test]
fn a_file_of_someone_else_that_holds_the_same_becomes_ours() {
    let project = Project::new();
    project.write_texts(&[("index.html", "1")]).unwrap();
    project.put("CNAME", "news.example");
    project.write_texts(&[("index.html", "1"), ("CNAME", "news.example")]).unwrap();
    assert_eq!(project.read("CNAME"), "news.example");
    project.write_texts(&[("index.html", "1")]).unwrap();
    assert!(!project.output().join("CNAME").exists());
    project.assert_no_leftovers();
}

#[test]
fn adopting_a_folder_keeps_every_file_in_it() {
    let project = Project::new();
    project.put("thesis.doc", "years of work");
    project.put("old/index.html", "an old site");
    project.put("index.html", "an old home page");
    let before = project.standing();
    let folder = OutputFolder::adopt(&project.output(), &[], None).unwrap();
    let error = write(&folder, vec![file("index.html", "new".into())], false).unwrap_err();
    assert!(matches!(error, WriteError::InTheWay { .. }), "{error}");
    assert_eq!(project.standing(), before);
    write(&folder, vec![file("home.html", "new".into())], false).unwrap();
    let mut after = project.standing();
    assert_eq!(after.remove("home.html").as_deref(), Some("new"));
    assert_eq!(after, before);
    project.write_texts(&[]).unwrap();
    assert_eq!(project.standing(), before, "from now on the folder opens without adopting");
}

#[test]
fn links_in_the_output_folder_are_kept_and_never_followed() {
    let project = Project::new();
    project.write_texts(&[("a/b.html", "1")]).unwrap();
    let treasure = project.root.join("treasure");
    fs::create_dir(&treasure).unwrap();
    fs::write(treasure.join("gold"), "gold").unwrap();
    symlink(&treasure, project.output().join("a/link")).unwrap();
    symlink("..", project.output().join("loop")).unwrap();
    project.write_texts(&[("c.html", "2")]).unwrap();
    assert_eq!(fs::read_link(project.output().join("a/link")).unwrap(), treasure);
    assert_eq!(fs::read_dir(&treasure).unwrap().count(), 1);
    assert_eq!(project.standing().keys().collect::<Vec<_>>(), ["a/", "a/link", "c.html", "loop"]);
}

#[test]
fn names_that_are_no_text_survive() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new();
    project.write_texts(&[("a", "1")]).unwrap();
    let odd = project.output().join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt"));
    fs::write(&odd, "latin").unwrap();
    project.write_texts(&[("a", "2")]).unwrap();
    assert_eq!(fs::read_to_string(odd).unwrap(), "latin");
}
