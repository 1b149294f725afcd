//! Puts all files together, and finds those that would meet on disk.

use std::collections::HashMap;

use super::{Asset, OutputFile, SitePath, find_collisions};
use crate::diagnostic::{Code, Diagnostic, Origin, Report};
use crate::render::OutputFile as Rendered;

/// Every file of the site, ready to be written.
#[derive(Debug)]
pub struct Site {
    pub files: Vec<OutputFile>,
}

/// Puts rendered and copied files together; two of them at one address are reported.
pub fn assemble(rendered: Vec<Rendered>, assets: Vec<Asset>, report: &mut Report) -> Site {
    let rendered = rendered.into_iter().map(|file| (file.path, file.bytes, file.origin));
    let copied = assets.into_iter().map(|asset| (asset.path, asset.bytes, asset.origin));
    let mut origins: HashMap<String, Origin> = HashMap::new();
    let mut files = Vec::new();
    for (path, bytes, origin) in rendered.chain(copied) {
        match SitePath::parse(&path) {
            Ok(path) => {
                files.push(OutputFile { path, bytes, origin: origin.to_string() });
                origins.insert(origin.to_string(), origin);
            }
            Err(fault) => {
                let bad = Diagnostic::new(Code::BadAddress, format!("`{path}` cannot be a file of the site: {fault}"));
                report.push(bad.maybe_at(origin.location()).help("give the file or the record another name"));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    for collision in find_collisions(files.iter().map(|file| (&file.path, file.origin.as_str()))) {
        let place = |origin: &str| origins.get(origin).and_then(Origin::location);
        let at = place(&collision.second.origin).or_else(|| place(&collision.first.origin));
        report.push(Diagnostic::new(Code::AddressTaken, collision.to_string()).maybe_at(at).help(collision.help()));
    }
    Site { files }
}
