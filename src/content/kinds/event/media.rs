//! The media of an event as they are written: pictures, recordings and documents, here or elsewhere.

use crate::content::kinds::source::parse_web_address;
use crate::content::kinds::{Field, Shape, field, names};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader, Spot, Value};

/// What a medium is to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediumKind {
    Image,
    Video,
    Audio,
    Document,
}

impl MediumKind {
    /// Each kind with its word.
    pub const WORDS: &[(&str, MediumKind)] =
        &[("image", Self::Image), ("video", Self::Video), ("audio", Self::Audio), ("document", Self::Document)];

    /// The word in front matter.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// What a file is by the ending of its name, where that says it.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_lowercase().as_str() {
            "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" | "svg" => Some(Self::Image),
            "mp4" | "m4v" | "webm" | "ogv" | "mov" => Some(Self::Video),
            "mp3" | "m4a" | "aac" | "ogg" | "oga" | "opus" | "flac" | "wav" => Some(Self::Audio),
            "pdf" | "txt" | "csv" | "doc" | "docx" | "odt" | "xls" | "xlsx" | "ods" | "zip" => Some(Self::Document),
            _ => None,
        }
    }
}

const KINDS: &[&str] = &["image", "video", "audio", "document"];

pub(super) const MEDIA: &[Field] = &[
    field("file", Shape::Text, "the file beside the event, or a path below static/"),
    field("url", Shape::Text, "instead of `file`, an address elsewhere: it is linked, never loaded or framed"),
    field("kind", Shape::Choice(KINDS), "what it is, where the name of the file does not say it"),
    field("alt", Shape::Text, "what is to be seen or heard, for those who cannot"),
    field("poster", Shape::Text, "the picture that stands for a video until it is played: a file like `file`"),
    field("subtitles", Shape::Texts, "what is said, as WebVTT; `talk.en.vtt` is in English"),
    field("caption", Shape::Text, "the line below it"),
    field("credit", Shape::Text, "who made it"),
    field("licence", Shape::Text, "under which licence it is used"),
];

/// A picture, recording or document as written.
#[derive(Debug, Clone)]
pub struct WrittenMedium {
    pub at: Spot,
    pub origin: WrittenOrigin,
    pub kind: Option<MediumKind>,
    pub alt: Option<String>,
    pub poster: Option<Located<String>>,
    pub subtitles: Vec<Located<String>>,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// Where a medium is to be found, as written.
#[derive(Debug, Clone)]
pub enum WrittenOrigin {
    /// The name of a file of the project.
    Here(Located<String>),
    /// A full address.
    Elsewhere(String),
}

/// Reads the media of an event, each the name of a file or a mapping.
pub(super) fn read(node: &Node, reader: &mut Reader) -> Vec<WrittenMedium> {
    let Some(media) = node.get("media") else { return Vec::new() };
    reader.list(media).into_iter().filter_map(|item| read_medium(item, reader)).collect()
}

fn read_medium(item: &Node, reader: &mut Reader) -> Option<WrittenMedium> {
    reader.unknown_keys(item, "a medium", &names(MEDIA), |_| false);
    Some(WrittenMedium {
        at: item.at,
        origin: read_origin(item, reader)?,
        kind: reader.choice_at(item, "kind", MediumKind::WORDS).map(|kind| kind.value),
        alt: reader.plain_at(item, "alt"),
        poster: reader.text_at(item, "poster"),
        subtitles: reader.texts_at(item, "subtitles"),
        caption: reader.plain_at(item, "caption"),
        credit: reader.plain_at(item, "credit"),
        licence: reader.plain_at(item, "licence"),
    })
}

/// Reads where a medium is; a file and an address may stand under either key.
fn read_origin(item: &Node, reader: &mut Reader) -> Option<WrittenOrigin> {
    let written = match item.value {
        Value::Mapping(_) => reader.text_at(item, "file").or_else(|| reader.text_at(item, "url")),
        _ => Some(reader.text(item, "media")?),
    };
    let Some(written) = written else {
        let missing = Diagnostic::new(Code::MissingField, "the medium names no file");
        reader.report(item.at, missing.help("add `file:` with the name of a file beside the event, or `url:` with an address elsewhere"));
        return None;
    };
    if written.value.contains("://") {
        return parse_web_address(&written, reader).map(WrittenOrigin::Elsewhere);
    }
    Some(WrittenOrigin::Here(written))
}
