//! Turns each file into its document, on all cores. A pure function of one file's text and the settings.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::document::{Document, Extra, Record};
use super::files::{ContentFile, FileId, Files};
use super::front_matter::{self, NoFrontMatter};
use super::kinds::{Kind, actor, event, page, place, source, storyline, withdrawal};
use super::markdown::{self, Body, Limits, Problem};
use super::slug::Slug;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::yaml::{self, Located, Node, Reader, Spot, Value, Written};

/// Anchors that pages use themselves; headings avoid them.
const RESERVED_IDS: &[&str] = &[
    "main",
    "source-*",
    "claim-*",
    "1*",
    "2*",
    "sources",
    "claims",
    "before",
    "after",
    "corrections",
    "history",
    "timeline",
    "relations",
    "connections",
    "accounts",
    "what-*",
    "glossary",
    "event-sources",
    "embed-code",
    "changes",
    "change-*",
    "differences",
    "cite",
    "downloads",
    "downloads-heading",
    "found",
    "chains",
    "strip",
    "strip-*",
];

/// Says whether a page may use the anchor itself, for a part of its own, a paragraph or a footnote.
pub fn is_anchor_of_page(id: &str) -> bool {
    markdown::is_reserved(id, RESERVED_IDS)
}

/// Parses every file, in the order of the files.
pub fn parse(files: &Files, config: &Config, report: &mut Report) -> Vec<Document> {
    let parsed: Vec<(Document, Vec<Diagnostic>)> =
        files.files.par_iter().enumerate().map(|(index, file)| parse_file(FileId(index as u32), file, config)).collect();
    let mut documents = Vec::with_capacity(parsed.len());
    for (document, findings) in parsed {
        documents.push(document);
        report.extend(findings);
    }
    documents
}

/// Parses one file.
pub(super) fn parse_file(id: FileId, file: &ContentFile, config: &Config) -> (Document, Vec<Diagnostic>) {
    let mut reader = Reader::new(file.written());
    let (split, is_open) = split(file, &mut reader);
    let (node, faults) = yaml::parse(&file.text[split.yaml.clone()]);
    let mut is_broken = is_open || faults.iter().any(|fault| !matches!(fault, yaml::YamlFault::DuplicateKey { .. }));
    for fault in faults {
        let described = yaml::describe(&reader.written, fault);
        reader.findings.push(described);
    }
    if !is_broken && !matches!(node.value, Value::Mapping(_) | Value::Null) {
        reader.report(node.at, Diagnostic::new(Code::BadYaml, "the front matter must be lines of `key: value`"));
        is_broken = true;
    }
    // A file whose front matter cannot be read has one fault; its missing keys are not faults of their own.
    let mut ignored = Reader::new(Written { path: &file.path, text: &file.text, yaml: split.yaml.clone() });
    // Nor does a record that was taken back need any.
    let withdrawn = node.get("withdrawn").and_then(|written| withdrawal::read(written, &mut reader));
    let is_unread = is_broken || withdrawn.is_some();
    let record = read_record(file.kind, &node, if is_unread { &mut ignored } else { &mut reader }, config);
    let (extra, unknown) = read_extra(file.kind, &node, &mut reader, config);
    let body = parse_body(&file.text[split.body.clone()]);
    let document = Document {
        file: id,
        id: read_id(file, &node, &mut reader),
        lang: reader.plain_at(&node, "lang"),
        is_draft: reader.flag_at(&node, "draft"),
        withdrawn,
        is_broken,
        record,
        body,
        body_start: split.body.start,
        extra: extra.into_iter().chain(unknown).collect(),
    };
    report_body(&document, &mut reader);
    (document, reader.findings)
}

/// Reads the body of a record.
pub fn parse_body(text: &str) -> Body {
    markdown::parse(text, Limits::default(), RESERVED_IDS)
}

/// Finds front matter and body; the flag says that there is no front matter, which is reported.
fn split(file: &ContentFile, reader: &mut Reader) -> (front_matter::Split, bool) {
    let whole = file.text.len();
    if file.kind == Kind::Source && !file.path.ends_with(".md") {
        return (front_matter::Split { yaml: 0..whole, body: whole..whole }, false);
    }
    match front_matter::split(&file.text) {
        Ok(split) => (split, false),
        Err(fault) => {
            let (message, help) = match fault {
                NoFrontMatter::Missing => ("the file has no front matter", "begin it with a line `---`, the keys, and another line `---`"),
                NoFrontMatter::Unclosed => ("the front matter is not closed", "put a line `---` between the keys and the text"),
            };
            let first = file.text.find('\n').unwrap_or(whole) as u32;
            reader.report(Spot::Bytes { start: 0, end: first }, Diagnostic::new(Code::NoFrontMatter, message).help(help));
            (front_matter::Split { yaml: 0..0, body: 0..0 }, true)
        }
    }
}

fn read_record(kind: Kind, node: &Node, reader: &mut Reader, config: &Config) -> Record {
    let zone = config.timezone;
    match kind {
        Kind::Event => Record::Event(Box::new(event::read(node, reader, zone))),
        Kind::Actor => Record::Actor(actor::read(node, reader, zone)),
        Kind::Place => Record::Place(place::read(node, reader)),
        Kind::Storyline => Record::Storyline(storyline::read(node, reader, zone)),
        Kind::Source => Record::Source(source::read(node, reader, zone)),
        Kind::Page => Record::Page(page::read(node, reader)),
    }
}

/// Reads the id: the `id:` key, or the file's name without its date; `index.md` is named after its folder.
fn read_id(file: &ContentFile, node: &Node, reader: &mut Reader) -> Located<Slug> {
    let written = reader.text_at(node, "id");
    let (text, at) = match &written {
        Some(id) => (id.value.as_str(), id.at),
        None => (stem(file), Spot::File),
    };
    let fault = match Slug::parse(text) {
        Ok(value) => return Located { value, at },
        Err(fault) => fault,
    };
    let what = if written.is_some() { "id" } else { "file name" };
    let bad = Diagnostic::new(Code::BadAddress, format!("the {what} `{text}` cannot be an address: {}", fault.reason));
    let help = match &fault.suggestion {
        Some(slug) if written.is_some() => format!("write `id: {slug}`"),
        Some(slug) => format!("rename the file to `{slug}.md`, or add `id: {slug}`"),
        None => "use letters, digits and hyphens".to_owned(),
    };
    reader.report(at, bad.help(help));
    let stand_in = fault.suggestion.or_else(|| Slug::from_name(&file.path));
    Located { value: stand_in.unwrap_or_else(|| Slug::parse("unnamed").expect("a fixed word is a slug")), at }
}

/// The name that a file gives its record.
fn stem(file: &ContentFile) -> &str {
    let path = file.path.as_str();
    let named = if file.is_index() { path.trim_end_matches("/index.md") } else { path };
    let name = named.rsplit('/').next().unwrap_or(named);
    let stem = if file.is_index() { name } else { name.rsplit_once('.').map_or(name, |(stem, _)| stem) };
    if file.kind == Kind::Event { without_date(stem) } else { stem }
}

/// Drops a leading `YYYY-MM-DD-`, unless nothing would be left.
fn without_date(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    let is_dated = bytes.len() > 11
        && bytes[..11].iter().enumerate().all(|(at, b)| if matches!(at, 4 | 7 | 10) { *b == b'-' } else { b.is_ascii_digit() });
    if is_dated { &stem[11..] } else { stem }
}

type Extras = BTreeMap<String, Extra>;

/// Gathers what stands under `extra:`, and the keys that the kind does not know, reporting those not declared.
fn read_extra(kind: Kind, node: &Node, reader: &mut Reader, config: &Config) -> (Extras, Extras) {
    let known: Vec<&str> = kind.fields().map(|field| field.name).collect();
    let unknown = reader.unknown_keys(node, &kind.with_article(), &known, |key| config.field(key).is_some());
    let keep = |(key, node): &(yaml::Key, Node)| (key.name.clone(), Extra { value: node.to_json(), at: node.at });
    let unknown = unknown.into_iter().map(keep).collect();
    let extra = node.get("extra").map_or(Extras::new(), |extra| extra.entries().iter().map(keep).collect());
    (extra, unknown)
}

fn report_body(document: &Document, reader: &mut Reader) {
    for finding in &document.body.findings {
        let code = match finding.problem {
            Problem::RawHtml => Code::RawHtml,
            Problem::UnsafeLink(_) | Problem::BrokenLink(_) => Code::UnsafeLink,
            Problem::RemoteImage(_) => Code::RemoteImage,
            Problem::MissingAlt(_) => Code::MissingAlt,
            Problem::UndefinedFootnote(_) | Problem::UnusedFootnote(_) | Problem::RepeatedFootnote(_) => Code::Footnote,
            Problem::EmptyMention | Problem::UnreadCitation(_) | Problem::LiteralEmphasis => Code::LiteralMarkup,
            Problem::LimitReached(_) => Code::BodyLimit,
        };
        let diagnostic = Diagnostic::new(code, finding.problem.to_string()).help(finding.problem.help());
        reader.report(document.body_spot(&finding.span), diagnostic);
    }
}
