//! What was read and parsed before, so that a preview does it again only for files that changed.
//!
//! In: the content folder, again and again. Out: the same [`Files`] and [`Document`]s as [`read`](super::read) and
//! [`parse`](super::parse) give. Never: guesses from notifications what changed; it looks.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::amendment::Amendment;
use super::document::Document;
use super::files::{Asset, ContentFile, FileId, Files};
use super::parse::parse_file;
use super::read::{Glimpse, Listed, Stamp, glimpse, list, read_record, stamp};
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

/// What a look at the files found.
#[derive(Debug, Default)]
pub enum News {
    #[default]
    Nothing,
    /// The words of these files changed, and nothing else.
    Words(Vec<Amendment>),
    /// Anything else.
    More,
}

impl News {
    /// Adds what a later look found.
    pub fn add(&mut self, later: Self) {
        *self = match (std::mem::take(self), later) {
            (Self::Nothing, news) | (news, Self::Nothing) => news,
            (Self::Words(mut before), Self::Words(now)) => {
                before.retain(|old| now.iter().all(|new| new.file.path != old.file.path));
                before.extend(now);
                Self::Words(before)
            }
            _ => Self::More,
        };
    }
}

impl Memory {
    /// Forgets how files were parsed: the settings have changed.
    pub fn forget(&mut self) {
        self.records.clear();
    }

    /// Looks at every file again and says what is new.
    pub fn refresh(&mut self, root: &Path, config: &Config) -> News {
        let listing = list(root);
        let before: HashMap<&str, &Arc<Remembered>> = self.records.iter().map(|(path, file)| (path.as_str(), file)).collect();
        let look = |listed: Listed| (listed.path.clone(), look(&listed, before.get(listed.path.as_str()).copied(), config));
        let records: Vec<Record> = listing.records.into_par_iter().map(look).collect();
        let assets: Vec<(Asset, Option<Stamp>)> =
            listing.assets.into_par_iter().map(|asset| (stamp(&asset.on_disk), asset)).map(|(stamp, asset)| (asset, stamp)).collect();
        let is_same_but_for_records = assets == self.assets && listing.findings == self.findings;
        let news = if is_same_but_for_records { news_of(&self.records, &records) } else { News::More };
        *self = Self { records, assets, findings: listing.findings };
        news
    }

    /// Looks at these files alone and says what is new in them; none where only a whole look can tell, and then nothing is kept. Where a
    /// record came or went only a whole look can.
    pub fn glance(&mut self, root: &Path, paths: &[PathBuf], config: &Config) -> Option<News> {
        let mut seen = Vec::new();
        for path in paths {
            let listed = match glimpse(root, path) {
                Glimpse::Record(listed) => listed,
                // A file beside the records that went.
                Glimpse::Nothing if self.assets.iter().any(|(asset, _)| asset.on_disk == *path) => return None,
                Glimpse::Nothing => continue,
                Glimpse::Other => return None,
            };
            let at = self.records.binary_search_by(|(other, _)| other.as_str().cmp(&listed.path)).ok()?;
            let old = &self.records[at].1;
            let new = look(&listed, Some(old), config);
            if !Arc::ptr_eq(&old.said, &new.said) {
                let news = old.said.amended(&new.said).map_or(News::More, |amendment| News::Words(vec![amendment]));
                seen.push((at, news, new));
            }
        }
        let mut news = News::Nothing;
        for (at, of_file, file) in seen {
            self.records[at].1 = file;
            news.add(of_file);
        }
        Some(news)
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

/// Says what is new in the records.
fn news_of(before: &[Record], now: &[Record]) -> News {
    if before.len() != now.len() {
        return News::More;
    }
    let mut amendments = Vec::new();
    for ((old_path, old), (path, new)) in before.iter().zip(now) {
        if old_path != path {
            return News::More;
        }
        if Arc::ptr_eq(&old.said, &new.said) {
            continue;
        }
        match old.said.amended(&new.said) {
            Some(amendment) => amendments.push(amendment),
            None => return News::More,
        }
    }
    if amendments.is_empty() { News::Nothing } else { News::Words(amendments) }
}

impl Said {
    /// The amendment that makes this into what is said now; none where there is more to it, or anything to tell of either.
    fn amended(&self, now: &Self) -> Option<Amendment> {
        match (self, now) {
            (Self::Read(old_file, old, old_findings), Self::Read(file, new, findings))
                if old_findings.is_empty() && findings.is_empty() =>
            {
                Amendment::between((old_file, old), (file, new))
            }
            _ => None,
        }
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
