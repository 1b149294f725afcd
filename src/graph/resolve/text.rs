//! Resolves running texts: mentions become records, citations become numbered sources, files are found.

use std::ops::Range;

use super::Resolver;
use super::event::EventBody;
use super::source::EventSources;
use crate::content::markdown::{Body, Piece};
use crate::content::{Document, FileId, Kind};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::graph::event::Event;
use crate::graph::id::{ActorId, EventId, PageId, PlaceId, RecordId, SourceId, StorylineId};
use crate::graph::names::Found;
use crate::graph::text::{Text, TextPiece};
use crate::yaml::Spot;

/// The longest preview taken from a text, in characters.
pub(in crate::graph) const EXCERPT: usize = 200;

/// A body with the place where it stands.
pub(super) struct WrittenText {
    file: FileId,
    body: Body,
    start: usize,
}

impl WrittenText {
    /// Takes the body of a document.
    pub(super) fn of(document: Document) -> Self {
        Self { file: document.file, body: document.body, start: document.body_start }
    }
}

impl Resolver<'_> {
    /// Resolves the text of an event, and hands the event the sources that its text, claims and links use.
    pub(super) fn resolve_event_text(&mut self, event: &mut Event, body: EventBody) {
        let EventBody { text, mut sources } = body;
        event.text = self.resolve_text(text, |resolver, name, at, file| {
            resolver.cite(name, at, file, &mut sources).map(|source| {
                let number = sources.uses.iter().position(|used| used.source == source).map_or(0, |at| at + 1);
                (source, number)
            })
        });
        event.sources = sources.uses;
    }

    /// Resolves the text of any other record; its sources are numbered as they come.
    pub(super) fn resolve_other_text(&mut self, text: WrittenText) -> Text {
        let mut sources = EventSources::default();
        let mut cited: Vec<SourceId> = Vec::new();
        let mut resolved = self.resolve_text(text, |resolver, name, at, file| {
            if let Found::One(index) = resolver.source_names.find(name) {
                sources.list(SourceId::new(index), at);
            }
            let source = resolver.cite(name, at, file, &mut sources)?;
            let number = cited.iter().position(|other| *other == source).unwrap_or_else(|| {
                cited.push(source);
                cited.len() - 1
            });
            Some((source, number + 1))
        });
        resolved.cited = cited;
        resolved
    }

    fn resolve_text(
        &mut self,
        text: WrittenText,
        mut cite: impl FnMut(&mut Self, &str, Spot, FileId) -> Option<(SourceId, usize)>,
    ) -> Text {
        let WrittenText { file, body, start } = text;
        let spot = |span: &Range<usize>| Spot::in_text(start, span);
        let excerpt = body.excerpt(EXCERPT, |target| self.name_of(target));
        let mut pieces = Vec::with_capacity(body.pieces.len());
        for piece in body.pieces {
            pieces.push(match piece {
                Piece::Html(html) => TextPiece::Html(html),
                Piece::Mention { target, label, fragment, span, is_alone } => {
                    let at = spot(&span);
                    let record = self.find_mentioned(&target, at, file);
                    TextPiece::Mention { record, words: label, written: target, fragment, is_alone, at }
                }
                Piece::Citation { source, locator, span } => match cite(self, &source, spot(&span), file) {
                    Some((source, number)) => TextPiece::Citation { source, number, locator },
                    None => {
                        let (written, at) = (format!("[@{source}]"), spot(&span));
                        TextPiece::Mention { record: None, words: None, written, fragment: None, is_alone: false, at }
                    }
                },
                Piece::LinkOpen { href, title, span } => {
                    TextPiece::LinkOpen { href: self.resolve_href(&href, spot(&span), file), title, at: spot(&span) }
                }
                Piece::Image { src, alt, title, span } => TextPiece::Image { path: self.resolve_file(&src, spot(&span), file), alt, title },
            });
        }
        Text { pieces, headings: body.headings, word_count: body.word_count, excerpt, cited: Vec::new() }
    }

    /// Finds the record that a mention means: `id`, a name, or `actors/id` where several kinds have the id.
    fn find_mentioned(&mut self, target: &str, at: Spot, file: FileId) -> Option<RecordId> {
        if let Some((folder, id)) = target.split_once('/')
            && let Some(kind) = Kind::from_folder(folder)
            && let Some(index) = self.names_of(kind).find_id(id)
        {
            return Some(record(kind, index));
        }
        let mut found: Vec<(Kind, usize)> =
            Kind::ALL.iter().filter_map(|&kind| Some((kind, self.names_of(kind).find_id(target)?))).collect();
        if found.is_empty() {
            for &kind in Kind::ALL {
                match self.names_of(kind).find(target) {
                    Found::Nothing => {}
                    Found::One(index) => found.push((kind, index)),
                    Found::Several(several) => found.extend(several.into_iter().map(|index| (kind, index))),
                }
            }
        }
        match &found[..] {
            [] if self.drafts.contains(target) => {
                let draft = Diagnostic::new(Code::UnknownReference, format!("`{target}` is a draft; it is shown as plain text"));
                self.report(
                    file,
                    at,
                    draft.label("mentioned here").help("build with --drafts to see it, or publish it by taking `draft: true` away"),
                );
                None
            }
            [] => {
                let help = self.suggest(target, Kind::Event);
                let unknown = Diagnostic::new(Code::UnknownReference, format!("nothing is called `{target}`")).label("mentioned here");
                self.report(
                    file,
                    at,
                    unknown.help(help.unwrap_or_else(|| "it is shown as plain text; write a record's id or name".to_owned())),
                );
                None
            }
            [(kind, index)] => Some(record(*kind, *index)),
            [(kind, index), ..] => {
                let spelled: Vec<String> = found.iter().map(|(kind, index)| self.spell_out(*kind, *index)).collect();
                let message = format!("`{target}` may be any of {} records", found.len());
                let doubtful = Diagnostic::new(Code::AmbiguousReference, message).label(format!("taken for {}", spelled[0]));
                self.report(file, at, doubtful.help(format!("write {}", spelled.join(" or "))));
                Some(record(*kind, *index))
            }
        }
    }

    /// A mention that can mean one record only.
    fn spell_out(&self, kind: Kind, index: usize) -> String {
        let id = match kind {
            Kind::Actor => self.actors.entries[index].id.as_str(),
            Kind::Place => self.places.entries[index].id.as_str(),
            Kind::Storyline => self.storylines.entries[index].id.as_str(),
            Kind::Event | Kind::Source | Kind::Page => {
                let names = self.names_of(kind);
                names.all().find(|name| names.find_id(name) == Some(index)).unwrap_or_default()
            }
        };
        format!("`[[{}/{id}]]`", kind.folder())
    }

    /// The name to print for a mention in a preview.
    fn name_of(&self, target: &str) -> String {
        let rosters = [&self.actors, &self.places, &self.storylines];
        let entry = rosters.into_iter().find_map(|roster| Some(&roster.entries[roster.names.find_id(target)?]));
        entry.map(|entry| &entry.name).filter(|name| !name.is_empty()).map_or(target, String::as_str).to_owned()
    }

    /// Turns a relative link into the path of the file beside the record; other addresses are checked when all pages are known.
    fn resolve_href(&mut self, href: &str, at: Spot, file: FileId) -> String {
        if href.starts_with('/') || href.starts_with('#') {
            return href.to_owned();
        }
        let path = href.split(['#', '?']).next().unwrap_or(href);
        match self.resolve_file(path, at, file) {
            Some(path) => format!("file:{path}"),
            None => String::new(),
        }
    }

    /// Finds a file that a record names: beside it, or from `/` on below `static/`.
    pub(super) fn resolve_file(&mut self, written: &str, at: Spot, file: FileId) -> Option<String> {
        let folder = self.files.get(file).folder();
        let path = match written.strip_prefix('/') {
            Some(path) => join("static/", path.strip_prefix("static/").unwrap_or(path)),
            None => join(folder, written).or_else(|| join("static/", written)),
        };
        let path = match (path, join("static/", written)) {
            (Some(path), _) if self.files.asset(&path).is_some() => return Some(path),
            (_, Some(path)) if self.files.asset(&path).is_some() => return Some(path),
            (path, _) => path,
        };
        let beside = self.files.below(folder).iter().filter_map(|asset| asset.path.strip_prefix(folder));
        let help = match nearest(written, beside) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("put the file into {folder}, or below static/ and write it with a leading `/`"),
        };
        let message = match path {
            Some(_) => format!("there is no file `{written}`"),
            None => format!("`{written}` leads out of the project"),
        };
        self.report(file, at, Diagnostic::new(Code::MissingFile, message).help(help));
        None
    }
}

/// Joins a relative path to a folder; none when it leads out of the project.
fn join(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let is_inside = matches!(parts.first(), Some(&"content" | &"static"));
    is_inside.then(|| parts.join("/"))
}

fn record(kind: Kind, index: usize) -> RecordId {
    match kind {
        Kind::Event => RecordId::Event(EventId::new(index)),
        Kind::Actor => RecordId::Actor(ActorId::new(index)),
        Kind::Place => RecordId::Place(PlaceId::new(index)),
        Kind::Storyline => RecordId::Storyline(StorylineId::new(index)),
        Kind::Source => RecordId::Source(SourceId::new(index)),
        Kind::Page => RecordId::Page(PageId::new(index)),
    }
}
