//! What was read and parsed before, so that a preview does it again only for files that changed.
//!
//! In: the content folder, again and again. Out: the same [`Files`] and [`Document`]s as [`read`](super::read) and
//! [`parse`](super::parse) give. Never: guesses from notifications what changed; it looks.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::document::Document;
use super::files::{Asset, ContentFile, FileId, Files};
use super::parse::parse_file;
use super::read::{Listed, Stamp, list, read_record, stamp};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report};

/// Every file of the content folder as it was seen last.
#[derive(Debug, Default)]
pub struct Memory {
    /// In the order of their paths.
    records: Vec<Record>,
    assets: Vec<(Asset, Option<Stamp>)>,
    findings: Vec<Diagnostic>,
}

/// A file by its path from the project folder.
type Record = (String, Arc<Remembered>);

/// One file: when it was seen, and what it says.
#[derive(Debug)]
struct Remembered {
    /// None while the file changed too lately to be told by it.
    stamp: Option<Stamp>,
    said: Arc<Said>,
}

/// What one file says, or why it cannot be read.
#[derive(Debug)]
enum Said {
    Read(Box<ContentFile>, Box<Document>, Vec<Diagnostic>),
    Unread(Box<Diagnostic>),
}

impl Memory {
    /// Forgets how files were parsed: the settings have changed.
    pub fn forget(&mut self) {
        self.records.clear();
    }

    /// Looks at every file again and says whether anything is new.
    pub fn refresh(&mut self, root: &Path, config: &Config) -> bool {
        let listing = list(root);
        let before: HashMap<&str, &Arc<Remembered>> = self.records.iter().map(|(path, file)| (path.as_str(), file)).collect();
        let look = |listed: Listed| (listed.path.clone(), look(&listed, before.get(listed.path.as_str()).copied(), config));
        let records: Vec<Record> = listing.records.into_par_iter().map(look).collect();
        let assets: Vec<(Asset, Option<Stamp>)> =
            listing.assets.into_par_iter().map(|asset| (stamp(&asset.on_disk), asset)).map(|(stamp, asset)| (asset, stamp)).collect();
        let is_same = |(new, old): (&Record, &Record)| new.0 == old.0 && Arc::ptr_eq(&new.1.said, &old.1.said);
        let is_new = records.len() != self.records.len()
            || !records.iter().zip(&self.records).all(is_same)
            || assets != self.assets
            || listing.findings != self.findings;
        *self = Self { records, assets, findings: listing.findings };
        is_new
    }

    /// Gives the files and their documents, and reports what was found in them.
    pub fn recall(&self, report: &mut Report) -> (Files, Vec<Document>) {
        report.extend(self.findings.iter().cloned());
        let recall = |(_, file): &Record| match &*file.said {
            Said::Read(file, document, _) => Some((file.as_ref().clone(), document.as_ref().clone())),
            Said::Unread(_) => None,
        };
        let (files, mut documents): (Vec<ContentFile>, Vec<Document>) = self.records.par_iter().filter_map(recall).unzip();
        for (index, document) in documents.iter_mut().enumerate() {
            document.file = FileId(index as u32);
        }
        for (_, file) in &self.records {
            match &*file.said {
                Said::Read(_, _, findings) => report.extend(findings.iter().cloned()),
                Said::Unread(finding) => report.push(finding.as_ref().clone()),
            }
        }
        (Files::new(files, self.assets.iter().map(|(asset, _)| asset.clone()).collect()), documents)
    }
}

/// Looks at one file: what is known of it stays while its stamp, or else its text, is the same.
fn look(listed: &Listed, before: Option<&Arc<Remembered>>, config: &Config) -> Arc<Remembered> {
    let stamp = stamp(&listed.on_disk).filter(Stamp::is_settled);
    if let Some(before) = before.filter(|before| stamp.is_some() && before.stamp == stamp) {
        return Arc::clone(before);
    }
    let said = match (read_record(listed.clone()), before.map(|before| &before.said)) {
        (Ok(file), Some(said)) if matches!(&**said, Said::Read(known, ..) if known.text == file.text) => Arc::clone(said),
        (Err(fault), Some(said)) if matches!(&**said, Said::Unread(known) if *known == fault) => Arc::clone(said),
        (Ok(file), _) => {
            let (document, findings) = parse_file(FileId(0), &file, config);
            Arc::new(Said::Read(Box::new(file), Box::new(document), findings))
        }
        (Err(fault), _) => Arc::new(Said::Unread(fault)),
    };
    Arc::new(Remembered { stamp, said })
}
