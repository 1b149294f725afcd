//! Finds spots in the texts of files, also of texts that were let go of.
//!
//! In: a file and a spot of it. Out: its line and column. Never: tells a line of a text that is no longer the one that was understood.

use std::path::Path;
use std::sync::Arc;

use super::files::{FileId, Files, Forgotten};
use super::read::read_again;
use crate::diagnostic::Location;
use crate::yaml::Spot;

impl Files {
    /// Lets go of the texts, a quarter of what a story takes in memory. Once it is understood, only releases ask for them whole; for
    /// what is found later, a text is read again.
    pub fn forget_texts(&mut self, root: &Path) {
        let lengths = self.files.iter().map(|file| file.text.len()).collect();
        self.forgotten = Some(Forgotten { root: root.to_owned(), lengths });
        let none: Arc<str> = Arc::from("");
        for file in &mut self.files {
            file.text = Arc::clone(&none);
        }
    }

    /// Finds the line and column of a spot of a file; the file alone, where its text is another by now.
    pub fn locate(&self, file: FileId, spot: Spot) -> Location {
        let known = self.get(file);
        let Some(Forgotten { root, lengths }) = &self.forgotten else { return known.written().locate(spot) };
        match read_again(root, known) {
            Some(read) if read.text.len() == lengths[file.0 as usize] && read.yaml == known.yaml => read.written().locate(spot),
            _ => Location::file(&known.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::content::read;
    use crate::diagnostic::Report;

    #[test]
    fn a_spot_of_a_forgotten_text_is_found_while_the_text_stands() {
        let project = tempfile::TempDir::new().expect("a folder");
        let path = project.path().join("content/events/one.md");
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, "---\ntitle: One\ndate: 2024-01-01\n---\n\nSome words.\n").expect("a file");
        let mut files = read(project.path(), &mut Report::default());
        let words = Spot::in_text(38, &(5..10));
        let before = files.locate(FileId(0), words);
        files.forget_texts(project.path());
        assert_eq!(files.locate(FileId(0), words), before);
        assert_ne!(before, Location::file("content/events/one.md"));
        fs::write(&path, "---\ntitle: One\ndate: 2024-01-01\n---\n\nOther words, and more.\n").expect("a file");
        assert_eq!(files.locate(FileId(0), words), Location::file("content/events/one.md"));
        fs::remove_file(&path).expect("no file");
        assert_eq!(files.locate(FileId(0), words), Location::file("content/events/one.md"));
    }
}
