//! Records and files that nothing refers to: often a misspelt id elsewhere.

use std::collections::HashSet;

use crate::content::{FileId, Kind};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::graph::{ActorId, EventGraph, PlaceId, RecordId, SourceId, Text, TextPiece};
use crate::yaml::Spot;

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    let mut mentioned = HashSet::new();
    let mut shown = HashSet::new();
    for text in texts(graph) {
        for piece in &text.pieces {
            match piece {
                TextPiece::Mention { record: Some(record), .. } => {
                    mentioned.insert(*record);
                }
                TextPiece::Citation { source, .. } => {
                    mentioned.insert(RecordId::Source(*source));
                }
                TextPiece::LinkOpen { href, .. } => {
                    shown.insert(href.trim_start_matches("file:"));
                }
                TextPiece::Image { path: Some(path), .. } => {
                    shown.insert(path.as_str());
                }
                _ => {}
            }
        }
    }
    shown.extend(graph.events.iter().flat_map(|event| &event.media).flat_map(|medium| medium.files()));
    let replied_to: HashSet<ActorId> = graph.events.iter().flat_map(|event| &event.claims).filter_map(|claim| claim.reply_to).collect();
    let mut unused = |kind: Kind, id: &str, file: Option<FileId>| {
        let Some(file) = file else { return };
        let message = format!("nothing refers to the {} `{id}`", kind.word());
        let help = "name it in an event, or take the file away; a misspelt name elsewhere may mean it";
        report.push(Diagnostic::new(Code::UnusedRecord, message).at(graph.files.locate(file, Spot::File)).help(help));
    };
    for (index, actor) in graph.actors.iter().enumerate() {
        let id = ActorId::new(index);
        let is_used = !actor.participations.is_empty() || !actor.claims.is_empty() || !actor.parts.is_empty() || replied_to.contains(&id);
        if !is_used && !mentioned.contains(&RecordId::Actor(id)) {
            unused(Kind::Actor, actor.id.as_str(), actor.file);
        }
    }
    for (index, place) in graph.places.iter().enumerate() {
        let is_used = !place.events.is_empty() || !place.parts.is_empty() || !place.actors.is_empty();
        if !is_used && !mentioned.contains(&RecordId::Place(PlaceId::new(index))) {
            unused(Kind::Place, place.id.as_str(), place.file);
        }
    }
    for (index, source) in graph.sources.iter().enumerate() {
        if source.events.is_empty() && !mentioned.contains(&RecordId::Source(SourceId::new(index))) {
            unused(Kind::Source, source.id.as_ref().map_or("", |id| id.as_str()), source.file);
        }
    }
    check_files(graph, &shown, report);
}

/// Files beside records that no record shows; a folder with an `index.md` travels whole.
fn check_files(graph: &EventGraph, shown: &HashSet<&str>, report: &mut Report) {
    let owned = graph.files.index_folders.iter().flat_map(|folder| graph.files.below(folder));
    let owned: HashSet<&str> = owned.map(|asset| asset.path.as_str()).collect();
    for asset in graph.files.below("content/") {
        if !owned.contains(asset.path.as_str()) && !shown.contains(asset.path.as_str()) {
            let message = format!("nothing shows or links the file `{}`", asset.path);
            let help = "name it under `media` of an event, or put it into static/";
            report.push(Diagnostic::new(Code::UnusedRecord, message).at(Location::file(&asset.path)).help(help));
        }
    }
}

fn texts(graph: &EventGraph) -> impl Iterator<Item = &Text> {
    let events = graph.events.iter().map(|event| &event.text);
    let actors = graph.actors.iter().map(|actor| &actor.text);
    let places = graph.places.iter().map(|place| &place.text);
    let storylines = graph.storylines.iter().map(|storyline| &storyline.text);
    let sources = graph.sources.iter().map(|source| &source.text);
    events.chain(actors).chain(places).chain(storylines).chain(sources).chain(graph.pages.iter().map(|page| &page.text))
}
