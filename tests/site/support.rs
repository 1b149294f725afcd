//! A project folder for one test, and looks at what stands in it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::site::{MANIFEST_NAME, Manifest, OutputFile, OutputFolder, WriteError, Written, write};
use tempfile::TempDir;

use crate::sites::{file, site};

pub struct Project {
    _folder: TempDir,
    pub root: PathBuf,
}

impl Project {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path().canonicalize().unwrap().join("project");
        fs::create_dir_all(root.join("content/events")).unwrap();
        fs::write(root.join("content/events/a.md"), "a source").unwrap();
        Self { _folder: folder, root }
    }

    pub fn output(&self) -> PathBuf {
        self.root.join("site")
    }

    pub fn open(&self) -> Result<OutputFolder, WriteError> {
        OutputFolder::open(&self.output(), &[&self.root.join("content"), &self.root.join("static")], None)
    }

    pub fn write(&self, files: Vec<OutputFile>) -> Result<Written, WriteError> {
        write(&self.open()?, files, false)
    }

    pub fn write_texts(&self, files: &[(&str, &str)]) -> Result<Written, WriteError> {
        self.write(files.iter().map(|(path, text)| file(path, (*text).to_owned())).collect())
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.output().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Puts a file of a person into the output folder.
    pub fn put(&self, path: &str, text: &str) {
        let path = self.output().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Everything in the output folder by path, with the bytes of files and the targets of links.
    pub fn standing(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        look(&self.output(), &self.output(), &mut found);
        found
    }

    pub fn assert_no_leftovers(&self) {
        let mut names: Vec<_> = fs::read_dir(&self.root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name.starts_with(".site."));
        assert_eq!(names, Vec::<String>::new());
    }

    /// Which of the two test sites stands, whole to the last byte and with nothing of the other, by what the manifest says
    /// and by what is on the disk.
    pub fn which_site(&self, pages: usize) -> char {
        let text = fs::read(self.output().join(MANIFEST_NAME)).expect("a manifest");
        let manifest = Manifest::parse(&text).expect("a whole manifest");
        for (path, entry) in &manifest.files {
            let bytes = fs::read(path.below(&self.output())).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!((blake3::hash(&bytes), bytes.len() as u64), (entry.hash, entry.size), "{path}");
        }
        let which = self.read("index.html").chars().nth("<h1>Site ".len()).unwrap();
        let expected: BTreeMap<String, Vec<u8>> = site(which, pages).into_iter().map(|file| (file.path.to_string(), file.bytes)).collect();
        assert!(manifest.files.keys().map(|path| path.as_str()).eq(expected.keys()), "the manifest is of site {which}");
        for (path, bytes) in &expected {
            assert!(fs::read(self.output().join(path)).unwrap() == *bytes, "{path}");
        }
        let other = if which == 'A' { "only-B" } else { "only-A" };
        assert!(!self.output().join(other).exists(), "files of the other site in {which}");
        which
    }

    /// Puts one of every kind of thing that people keep in an output folder there.
    pub fn put_foreign_things(&self) {
        self.put("CNAME", "news.example");
        self.put("archive/2009/index.html", "an old site");
        self.put("events/event-0/note.txt", "a note in our folder");
        self.put("only-A/note.txt", "a note in a folder that goes");
        self.put(".git/HEAD", "ref: refs/heads/main");
        self.put(".git/objects/aa/bb", "object");
        std::os::unix::fs::symlink("/does/not/exist", self.output().join("latest")).unwrap();
        std::os::unix::fs::symlink(self.root.join("content"), self.output().join("linked")).unwrap();
    }

    /// Asserts that what `put_foreign_things` put there still stands. A repository may be missing for as long as the build
    /// that was stopped while moving it is not followed by another.
    pub fn assert_foreign_things(&self, is_settled: bool) {
        for (path, text) in [
            ("CNAME", "news.example"),
            ("archive/2009/index.html", "an old site"),
            ("events/event-0/note.txt", "a note in our folder"),
            ("only-A/note.txt", "a note in a folder that goes"),
        ] {
            assert_eq!(self.read(path), text);
        }
        assert_eq!(fs::read_link(self.output().join("latest")).unwrap(), Path::new("/does/not/exist"));
        assert_eq!(fs::read_link(self.output().join("linked")).unwrap(), self.root.join("content"));
        let waiting = self.root.join(".site.staging-1/new/.git");
        let repository = if is_settled || !waiting.exists() { self.output().join(".git") } else { waiting };
        assert_eq!(fs::read_to_string(repository.join("HEAD")).unwrap(), "ref: refs/heads/main");
        assert_eq!(fs::read_to_string(repository.join("objects/aa/bb")).unwrap(), "object");
        assert_eq!(fs::read_to_string(self.root.join("content/events/a.md")).unwrap(), "a source");
    }
}

fn look(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let kind = fs::symlink_metadata(&path).unwrap();
        if kind.is_dir() {
            look(root, &path, found);
            found.insert(format!("{name}/"), String::new());
        } else if kind.is_symlink() {
            found.insert(name, format!("-> {}", fs::read_link(&path).unwrap().display()));
        } else if name != MANIFEST_NAME {
            found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
        }
    }
}

/// What changes when a file or folder is replaced, written or touched.
pub fn stamp(path: &Path) -> (u64, i64, i64, i64, i64) {
    let found = fs::symlink_metadata(path).unwrap();
    (found.ino(), found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec())
}

/// The example program that writes test sites.
pub fn write_sites() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().unwrap().parent().unwrap().join("examples/write_sites");
    assert!(program.exists(), "{} is built by `cargo test`", program.display());
    program
}

/// Runs a command and tells whether it succeeded; a command that is not installed did not.
pub fn succeeds(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok_and(|output| output.status.success())
}
