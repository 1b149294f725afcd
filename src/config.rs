//! `dateline.yaml`: the settings of a site, read once, with every default in one place.
//!
//! In: the text of `dateline.yaml`. Out: a [`Config`], complete. Never: asks the clock or the environment.

use chrono_tz::Tz;
use url::Url;

use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::words::Words;
use crate::yaml::{self, Node, Reader, Value, Written};

mod citation;
mod contribute;
mod link_kind;
mod outputs;
mod periods;
mod permanence;
mod policies;
mod sanctions;
mod tally;
mod theme;
mod words;

pub use citation::{CitationSettings, StyleFile};
pub use contribute::Contribute;
pub use link_kind::{LinkKind, LinkKinds, LinkOrder};
pub use outputs::Outputs;
pub use periods::ChosenPeriod;
pub use permanence::{Moved, WithdrawnAddress};
pub use policies::{POLICIES, Policy};
pub use sanctions::Sanctions;
pub use tally::Tally;
pub(crate) use tally::read_tallies;
pub use theme::{Font, Theme};
pub use words::LANGUAGES;

/// The name of the settings file.
pub const FILE_NAME: &str = "dateline.yaml";

/// The keys of `dateline.yaml`, with what each is for; the docs and the schema are made of them.
pub const SETTINGS: &[(&str, &str)] = &[
    ("title", "the site's name"),
    ("description", "one or two sentences about the site, for previews and feeds"),
    ("url", "the absolute address at which the site is published; feeds and canonical links need it"),
    ("language", "the language of the content as a BCP 47 tag; default `en`"),
    ("timezone", "the zone of times written without an offset, an IANA name; default `UTC`"),
    ("publisher", "who publishes: `name`, `url`, `logo`"),
    ("authors", "names of the authors, used where an event names none"),
    ("licence", "the licence of the texts"),
    ("today", "the date that counts as today; default: the newest date in the content"),
    ("link-kinds", "kinds of link besides the built-in ones"),
    ("fields", "front-matter keys of your own; `label`, and `taxonomy: true` to give their values pages"),
    ("moved", "old addresses and where they lead now, for pages that have no file: `/tags/trade/: /tags/trade-war/`"),
    ("withdrawn", "addresses of pages that were taken back and whose file is gone, each with `date` and `reason`"),
    ("periods", "stretches of days that have a page of their own: `2019-10-01..2019-10-15`, or `days` and a `storyline`"),
    ("outputs", "turns outputs on or off, for instance `feeds: false`"),
    ("tally", "a field whose numbers are added up along the story: `field` and `label`"),
    ("contribute", "the address at which readers may report or mend an event; `{file}` and `{id}` stand for those of the event"),
    ("menu", "the pages in the menu, ids in their order"),
    ("sanctions", "which roles mean that an actor is put on a list, for data files: `listed`, `by`, `program`"),
    ("citation", "what catalogues take pages for: `item-type`, `article-type`; `styles`: CSL styles of your own"),
    ("words", "texts of the site itself in other words, by their English: `Sources: Evidence`"),
    ("theme", "the look: `accent`, `fonts`, `tokens`"),
];

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Config {
    pub title: String,
    pub description: String,
    /// Ends with a slash.
    pub url: Option<Url>,
    pub language: String,
    pub timezone: Tz,
    pub publisher: Publisher,
    pub authors: Vec<String>,
    pub licence: Option<String>,
    pub today: Option<EventDate>,
    pub link_kinds: LinkKinds,
    pub fields: Vec<CustomField>,
    pub moved: Vec<Moved>,
    pub withdrawn: Vec<WithdrawnAddress>,
    pub periods: Vec<ChosenPeriod>,
    pub outputs: Outputs,
    pub tallies: Vec<Tally>,
    pub contribute: Option<Contribute>,
    pub menu: Vec<String>,
    pub sanctions: Sanctions,
    pub citation: CitationSettings,
    pub theme: Theme,
    /// What the site itself says.
    pub words: Words,
}

/// Who publishes the site.
#[derive(Debug, Clone, Default)]
pub struct Publisher {
    pub name: Option<String>,
    pub url: Option<String>,
    pub logo: Option<String>,
    pub policies: Vec<Policy>,
}

/// A front-matter key that the site declares for itself.
#[derive(Debug, Clone)]
pub struct CustomField {
    pub key: String,
    pub label: String,
    /// Each value gets a page that lists its events.
    pub is_taxonomy: bool,
}

impl Config {
    /// Reads the settings from the text of `dateline.yaml`, and reports what is wrong with them.
    pub fn read(text: &str) -> (Self, Vec<Diagnostic>) {
        let text = text.trim_start_matches('\u{feff}');
        let (node, faults) = yaml::parse(text);
        let mut reader = Reader::new(Written { path: FILE_NAME, text, yaml: 0..text.len() });
        let faults: Vec<Diagnostic> = faults.into_iter().map(|fault| yaml::describe(&reader.written, fault)).collect();
        let config = Self::from_node(&node, &mut reader, faults.is_empty());
        let mut findings = reader.findings;
        findings.extend(faults);
        (config, findings)
    }

    fn from_node(node: &Node, reader: &mut Reader, is_yaml: bool) -> Self {
        let title = reader.plain_at(node, "title");
        if title.is_none() && is_yaml {
            let missing = Diagnostic::new(Code::BadSetting, "the site has no title");
            reader.report(yaml::Spot::File, missing.help("add `title: …` to dateline.yaml"));
        }
        let timezone = read_timezone(node, reader);
        let language = reader.plain_at(node, "language").unwrap_or_else(|| "en".to_owned());
        let config = Self {
            title: title.unwrap_or_default(),
            description: reader.plain_at(node, "description").unwrap_or_default(),
            url: read_url(node, reader),
            words: words::read(&language, node.get("words"), reader),
            language,
            timezone,
            publisher: read_publisher(node, reader),
            authors: reader.texts_at(node, "authors").into_iter().map(|name| name.value).collect(),
            licence: reader.plain_at(node, "licence"),
            today: read_today(node, timezone, reader),
            link_kinds: LinkKinds::read(node.get("link-kinds"), reader),
            fields: read_fields(node, reader),
            moved: permanence::read_moved(node.get("moved"), reader),
            withdrawn: permanence::read_withdrawn(node.get("withdrawn"), reader),
            periods: periods::read(node.get("periods"), timezone, reader),
            outputs: Outputs::read(node.get("outputs"), reader),
            tallies: read_tallies(node, reader),
            contribute: Contribute::read(node, reader),
            menu: reader.texts_at(node, "menu").into_iter().map(|id| id.value).collect(),
            sanctions: Sanctions::read(node.get("sanctions"), reader),
            citation: CitationSettings::read(node.get("citation"), reader),
            theme: Theme::read(node.get("theme"), reader),
        };
        let known: Vec<&str> = SETTINGS.iter().map(|(key, _)| *key).collect();
        for (key, _) in node.entries().iter().filter(|(key, _)| !known.contains(&key.name.as_str())) {
            let unknown = Diagnostic::new(Code::UnknownKey, format!("`{}` is no setting", key.name));
            let help = nearest(&key.name, known.iter().copied()).map(|word| format!("did you mean `{word}`?"));
            reader.report(key.at, unknown.maybe_help(help));
        }
        config
    }

    /// Finds a declared field by its key.
    pub fn field(&self, key: &str) -> Option<&CustomField> {
        self.fields.iter().find(|field| field.key == key)
    }
}

fn read_timezone(node: &Node, reader: &mut Reader) -> Tz {
    let Some(name) = reader.text_at(node, "timezone") else { return Tz::UTC };
    name.value.parse().unwrap_or_else(|_| {
        let unknown = Diagnostic::new(Code::BadSetting, format!("`{}` is no time zone", name.value));
        let help = match nearest(&name.value, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
            Some(zone) => format!("did you mean `{zone}`?"),
            None => "write an IANA name such as `Europe/Berlin` or `UTC`".to_owned(),
        };
        reader.report(name.at, unknown.help(help));
        Tz::UTC
    })
}

fn read_url(node: &Node, reader: &mut Reader) -> Option<Url> {
    let written = reader.text_at(node, "url")?;
    match Url::parse(&written.value) {
        Ok(mut url) if matches!(url.scheme(), "http" | "https") && url.has_host() => {
            if !url.path().ends_with('/') {
                url.set_path(&format!("{}/", url.path()));
            }
            Some(url)
        }
        _ => {
            let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` is no web address", written.value));
            reader.report(written.at, wrong.help("write it in full, such as `https://example.org/story/`"));
            None
        }
    }
}

fn read_publisher(node: &Node, reader: &mut Reader) -> Publisher {
    let Some(publisher) = node.get("publisher") else { return Publisher::default() };
    match publisher.value {
        Value::Text(_) => Publisher { name: reader.text(publisher, "publisher").map(|name| name.value), ..Publisher::default() },
        _ => Publisher {
            name: reader.plain_at(publisher, "name"),
            url: reader.plain_at(publisher, "url"),
            logo: reader.plain_at(publisher, "logo"),
            policies: policies::read(publisher, reader),
        },
    }
}

fn read_today(node: &Node, timezone: Tz, reader: &mut Reader) -> Option<EventDate> {
    let written = reader.text_at(node, "today")?;
    match EventDate::parse(&written.value, timezone) {
        Ok(date) if date.is_exact() => Some(date),
        _ => {
            let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` is no day", written.value));
            reader.report(written.at, wrong.help("write today as `2019-10-12`, or leave it out"));
            None
        }
    }
}

fn read_fields(node: &Node, reader: &mut Reader) -> Vec<CustomField> {
    let Some(fields) = node.get("fields") else { return Vec::new() };
    let Value::Mapping(declared) = &fields.value else {
        reader.misfit(fields, "fields", "a mapping of keys, such as `listed: {label: Organisations listed}`");
        return Vec::new();
    };
    let field = |(key, node): &(yaml::Key, Node)| CustomField {
        key: key.name.clone(),
        label: reader.plain_at(node, "label").unwrap_or_else(|| key.name.replace('-', " ")),
        is_taxonomy: reader.flag_at(node, "taxonomy"),
    };
    declared.iter().map(field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_stand_where_nothing_is_written() {
        let (config, findings) = Config::read("title: Test\n");
        assert_eq!(findings, []);
        assert_eq!((config.language.as_str(), config.timezone), ("en", Tz::UTC));
        assert!(config.outputs.feeds);
    }

    #[test]
    fn every_wrong_setting_is_reported_at_once() {
        let text = "titel: x\nurl: example\ntimezone: Europe/Berlni\ntheme: {accent: red}\noutputs: {feed: no}\n";
        let (_, findings) = Config::read(text);
        let codes: Vec<_> = findings.iter().map(|d| d.code.word()).collect();
        assert_eq!(codes.len(), 6, "{codes:?}");
        assert!(findings.iter().any(|d| d.help.as_deref() == Some("did you mean `Europe/Berlin`?")));
    }
}
