//! Files that are copied as they are: the theme's, those below `static/`, and those beside records.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::minify::minify;
use super::{script_words, theme_style};
use crate::content::FileId;
use crate::diagnostic::Origin;
use crate::error::Error;
use crate::graph::{EventGraph, Text, TextPiece};
use crate::ledger::{LOCK_NAME, RELEASES_FOLDER};
use crate::pages::Route;
use crate::project::Project;
use crate::{config, theme};

/// A file to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it goes, below the site's folder.
    pub path: String,
    content: AssetContent,
    /// Where it comes from, for messages.
    pub origin: Origin,
}

/// Where the bytes of an asset stand until it is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
enum AssetContent {
    BuiltIn(&'static [u8]),
    Made(Vec<u8>),
    OnDisk(PathBuf),
}

impl Asset {
    /// Reads the bytes; those of a style sheet in UTF-8 come minified.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        let bytes = match &self.content {
            AssetContent::BuiltIn(bytes) => bytes.to_vec(),
            AssetContent::Made(bytes) => bytes.clone(),
            AssetContent::OnDisk(path) => fs::read(path).map_err(|source| Error::Disk { doing: "read", path: path.clone(), source })?,
        };
        match str::from_utf8(&bytes) {
            Ok(sheet) if self.path.ends_with(".css") => Ok(minify(sheet).into_bytes()),
            _ => Ok(bytes),
        }
    }

    /// Says whether it could be copied, without reading it.
    pub(super) fn open(&self) -> Result<(), Error> {
        match &self.content {
            AssetContent::BuiltIn(_) | AssetContent::Made(_) => Ok(()),
            AssetContent::OnDisk(path) => {
                fs::File::open(path).map(drop).map_err(|source| Error::Disk { doing: "read", path: path.clone(), source })
            }
        }
    }
}

/// The folders and files of a project that the output must not touch.
pub fn source_folders(root: &Path) -> Vec<PathBuf> {
    ["content", "templates", "static", RELEASES_FOLDER, LOCK_NAME, config::FILE_NAME].iter().map(|name| root.join(name)).collect()
}

/// Gathers every file to copy. A site's own static file stands in for the theme's of the same path.
pub fn assets(project: &Project, graph: &EventGraph) -> Vec<Asset> {
    let mut assets: BTreeMap<String, Asset> = BTreeMap::new();
    for (path, bytes) in theme::static_files() {
        let asset =
            Asset { path: path.clone(), content: AssetContent::BuiltIn(bytes), origin: Origin::Program("the built-in theme".to_owned()) };
        assets.insert(path, asset);
    }
    if let Some(asset) = assets.get_mut(script_words::PATH) {
        asset.content = AssetContent::Made(script_words::write(&project.config.words));
    }
    for file in graph.files.assets.iter() {
        if let Some(path) = file.path.strip_prefix("static/") {
            assets.insert(path.to_owned(), copy(path.to_owned(), &file.path, &file.on_disk));
        }
    }
    let mut beside: BTreeMap<String, &str> = BTreeMap::new();
    for (page, path, name) in files_beside(graph) {
        beside.insert(page.beside(name).path().to_owned(), path);
    }
    for (to, from) in beside {
        if let Some(file) = graph.files.asset(from) {
            assets.entry(to.clone()).or_insert(copy(to, from, &file.on_disk));
        }
    }
    if project.config.theme.is_changed() {
        let content = AssetContent::Made(theme_style::write(&project.config.theme).into_bytes());
        let path = theme_style::PATH.to_owned();
        assets.insert(path.clone(), Asset { path, content, origin: Origin::File(config::FILE_NAME.to_owned()) });
    }
    assets.into_values().collect()
}

fn copy(path: String, origin: &str, on_disk: &Path) -> Asset {
    Asset { path, content: AssetContent::OnDisk(on_disk.to_owned()), origin: Origin::File(origin.to_owned()) }
}

/// The files that travel to the page of a record, each with its name there: those that it shows or links, and the whole folder of
/// an `index.md`.
fn files_beside(graph: &EventGraph) -> Vec<(Route, &str, &str)> {
    let mut found: Vec<(Route, &str)> = Vec::new();
    for event in &graph.events {
        let page = Route::record("events", &event.id);
        found.extend(event.media.iter().flat_map(|medium| medium.files()).map(|path| (page.clone(), path)));
        add_files_of(graph, page, Some(event.file), &event.text, &mut found);
    }
    for actor in &graph.actors {
        add_files_of(graph, Route::record("actors", &actor.id), actor.file, &actor.text, &mut found);
    }
    for place in &graph.places {
        add_files_of(graph, Route::record("places", &place.id), place.file, &place.text, &mut found);
    }
    for storyline in &graph.storylines {
        add_files_of(graph, Route::record("storylines", &storyline.id), storyline.file, &storyline.text, &mut found);
    }
    for page in &graph.pages {
        add_files_of(graph, Route::own_page(&page.id), Some(page.file), &page.text, &mut found);
    }
    let is_beside = |(_, path): &(Route, &str)| !path.starts_with("static/");
    found.into_iter().filter(is_beside).map(|(page, path)| (page, path, graph.files.name_on_page(path))).collect()
}

/// Adds the files that one record's text names, and those of its own folder.
fn add_files_of<'g>(graph: &'g EventGraph, page: Route, file: Option<FileId>, text: &'g Text, found: &mut Vec<(Route, &'g str)>) {
    for piece in &text.pieces {
        let path = match piece {
            TextPiece::LinkOpen { href, .. } => href.strip_prefix("file:"),
            TextPiece::Image { path, .. } => path.as_deref(),
            _ => None,
        };
        found.extend(path.map(|path| (page.clone(), path)));
    }
    let Some(file) = file.map(|file| graph.files.get(file)).filter(|file| file.is_index()) else { return };
    found.extend(graph.files.below(file.folder()).iter().map(|asset| (page.clone(), asset.path.as_str())));
}
