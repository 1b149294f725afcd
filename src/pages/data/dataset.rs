//! The page `data/`: what can be downloaded, what each file holds, and the same for search engines of data (schema.org `Dataset`).

use serde::Serialize;
use serde_json::{Value, json};

use super::{COLUMNS, Download, DownloadFormat, DownloadScope};
use crate::pages::frame::Frame;
use crate::pages::parts::NamedLink;
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::FeedSubject;

/// What `templates/pages/dataset.html` receives as `dataset`.
#[derive(Debug, Clone, Serialize)]
pub struct DatasetPage {
    /// How much there is: «103 events».
    pub counts: Vec<String>,
    /// From the first to the last day: `2017-04-01/2020-07-31`.
    pub period: Option<String>,
    pub files: Vec<DatasetFile>,
    pub columns: Vec<Column>,
    /// The files beside every event: the name of each with its format.
    pub event_files: Vec<Column>,
    /// Storylines, whose pages offer the same files for their events.
    pub storylines: Vec<NamedLink>,
    /// The same for search engines: finished JSON-LD, safe inside a script element.
    pub json_ld: String,
    #[serde(skip)]
    facts: Facts,
}

/// A file of the site's data.
#[derive(Debug, Clone, Serialize)]
pub struct DatasetFile {
    #[serde(flatten)]
    pub download: Download,
    #[serde(skip)]
    format: DownloadFormat,
    /// The name of the file: `events.csv`.
    pub file: String,
    /// What it holds, and what it leaves out.
    pub holds: &'static str,
    /// «12 kB»; none until it is written.
    pub size: Option<String>,
}

/// A column of the table, or a file beside an event.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    pub name: String,
    pub about: String,
}

/// What the JSON-LD says besides the files.
#[derive(Debug, Clone)]
struct Facts {
    dataset: Value,
    base: String,
}

impl DatasetPage {
    /// Adds the sizes of the files, in bytes by format.
    pub fn tell_sizes(&mut self, size: impl Fn(DownloadFormat) -> usize) {
        for file in &mut self.files {
            file.size = Some(in_words(size(file.format)));
        }
        self.json_ld = self.write_json_ld();
    }

    fn write_json_ld(&self) -> String {
        let distribution = self.files.iter().map(|file| {
            json!({
                "@type": "DataDownload",
                "name": file.file,
                "description": file.holds,
                "encodingFormat": file.download.media_type,
                "contentUrl": format!("{}{}", self.facts.base, file.download.href),
                "contentSize": file.size,
            })
        });
        let mut dataset = self.facts.dataset.clone();
        dataset["distribution"] = distribution.collect();
        remove_nulls(&mut dataset);
        dataset.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
    }
}

fn remove_nulls(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut().for_each(remove_nulls);
        }
        Value::Array(values) => values.iter_mut().for_each(remove_nulls),
        _ => {}
    }
}

impl SitePlan<'_> {
    /// The view of the page about the data.
    pub(in crate::pages) fn dataset_page(&self) -> (Frame, DatasetPage) {
        let graph = self.graph;
        let scope = DownloadScope::Of(FeedSubject::Site);
        let count = |count: usize, one: &str, many: &str| self.say_count(count, one, many);
        let claims = graph.events.iter().map(|event| event.claims.len()).sum();
        let counts = vec![
            count(graph.events.len(), "{n} event", "{n} events"),
            count(graph.links.len(), "{n} link", "{n} links"),
            count(graph.actors.len(), "{n} actor", "{n} actors"),
            count(graph.places.len(), "{n} place", "{n} places"),
            count(graph.sources.len(), "{n} source", "{n} sources"),
            count(claims, "{n} claim", "{n} claims"),
        ];
        let file = |(download, format): (Download, DownloadFormat)| DatasetFile {
            file: download.href.rsplit('/').next().unwrap_or_default().to_owned(),
            holds: format.holds(),
            size: None,
            format,
            download,
        };
        let first = graph.events.iter().filter_map(|event| event.date.earliest()).min();
        let last = graph.events.iter().filter_map(|event| event.date.latest()).max();
        let period = first.zip(last).map(|(first, last)| format!("{first}/{last}"));
        let files: Vec<DatasetFile> = self.downloads(scope).into_iter().zip(self.formats(scope)).map(file).collect();
        let facts = Facts { dataset: self.dataset_facts(period.as_ref()), base: self.root_address() };
        let mut page = DatasetPage {
            counts,
            period,
            files,
            columns: COLUMNS.iter().map(|(name, about)| Column { name: (*name).to_owned(), about: (*about).to_owned() }).collect(),
            event_files: [
                ("event.json", "the event with all that belongs to it"),
                ("event.ics", "an entry for a calendar"),
                ("event.md", "the page as plain text"),
            ]
            .iter()
            .filter(|(name, _)| self.config.outputs.calendar || !name.ends_with(".ics"))
            .map(|(name, about)| Column { name: (*name).to_owned(), about: (*about).to_owned() })
            .collect(),
            storylines: self.storylines_by_title().into_iter().map(|id| self.storyline_link(id)).collect(),
            json_ld: String::new(),
            facts,
        };
        page.json_ld = page.write_json_ld();
        let frame = self.frame(&Route::index("data"), self.say("Data"), self.say("Everything on this site, to download"));
        (frame, page)
    }

    fn dataset_facts(&self, period: Option<&String>) -> Value {
        let config = self.config;
        let publisher = config.publisher.name.as_ref().unwrap_or(&config.title);
        let description =
            if config.description.is_empty() { format!("The events of {}", config.title) } else { config.description.clone() };
        let changed = self.graph.event_ids().map(|id| self.stamp(id)).max();
        let changed = changed.and_then(|stamp| stamp.get(..10).map(str::to_owned)).filter(|day| !day.starts_with("1970-01-01"));
        json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": config.title,
            "description": description,
            "url": self.full_address(&Route::index("data")),
            "inLanguage": config.language,
            "license": config.licence.as_deref().map(licence),
            "isAccessibleForFree": true,
            "creator": {"@type": "Organization", "name": publisher, "url": config.publisher.url},
            "publisher": {"@type": "Organization", "name": publisher, "url": config.publisher.url},
            "temporalCoverage": period,
            "dateModified": changed,
            "keywords": self.graph.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
            "variableMeasured": COLUMNS.iter().map(|(name, about)| json!({"@type": "PropertyValue", "name": name, "description": about})).collect::<Vec<_>>(),
            "distribution": Value::Null,
        })
    }
}

/// The address of a Creative Commons licence by its usual name; other names stand as a work.
fn licence(name: &str) -> Value {
    let words: Vec<String> = name.split([' ', '-']).map(str::to_lowercase).collect();
    let known: Vec<&str> = words.iter().map(String::as_str).collect();
    match known.as_slice() {
        ["cc0", ..] => json!("https://creativecommons.org/publicdomain/zero/1.0/"),
        ["cc", terms @ .., version] if !terms.is_empty() && terms.iter().all(|term| matches!(*term, "by" | "sa" | "nc" | "nd")) => {
            json!(format!("https://creativecommons.org/licenses/{}/{version}/", terms.join("-")))
        }
        _ if name.starts_with("https://") => json!(name),
        _ => json!({"@type": "CreativeWork", "name": name}),
    }
}

/// A size in decimal units: «12 kB», «1.3 MB».
fn in_words(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn creative_commons_licences_have_their_address() {
        assert_eq!(licence("CC BY 4.0"), "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(licence("CC BY-NC-SA 3.0"), "https://creativecommons.org/licenses/by-nc-sa/3.0/");
        assert_eq!(licence("CC0 1.0"), "https://creativecommons.org/publicdomain/zero/1.0/");
        assert_eq!(licence("All rights reserved"), json!({"@type": "CreativeWork", "name": "All rights reserved"}));
        assert_eq!(licence("CC"), json!({"@type": "CreativeWork", "name": "CC"}));
    }

    #[test]
    fn sizes_are_told_in_words() {
        assert_eq!([12, 1_499, 999_999, 1_340_000].map(in_words), ["12 B", "1 kB", "1000 kB", "1.3 MB"]);
    }
}
