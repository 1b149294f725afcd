//! Resolves sources: records by id or title, written-out ones by their address.

use std::collections::HashMap;

use super::Resolver;
use crate::content::kinds::event::WrittenSource;
use crate::content::kinds::source::SourceFields;
use crate::content::{FileId, Kind, Slug};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::event::SourceUse;
use crate::graph::id::SourceId;
use crate::graph::names::Found;
use crate::graph::records::Source;
use crate::graph::text::Text;
use crate::yaml::{Located, Spot};

/// The sources of one event, and the ids that its text may cite them by.
#[derive(Debug, Default)]
pub(super) struct EventSources {
    pub(super) uses: Vec<SourceUse>,
    local_ids: HashMap<String, SourceId>,
}

impl EventSources {
    /// Lists a source that need not be listed by hand.
    pub(super) fn list(&mut self, source: SourceId, at: Spot) {
        if self.uses.iter().all(|used| used.source != source) {
            self.uses.push(SourceUse { source, at, is_listed: true });
        }
    }
}

impl Resolver<'_> {
    /// Resolves the `sources:` of an event.
    pub(super) fn resolve_sources(&mut self, written: Vec<WrittenSource>, file: FileId) -> EventSources {
        let mut sources = EventSources::default();
        for source in written {
            let (source, at) = match source {
                WrittenSource::Named(name) => (self.find_or_add_source(&name, file), name.at),
                WrittenSource::Inline { at, local_id, fields } => {
                    let source = self.add_written_out(*fields);
                    if let Some(local) = local_id {
                        sources.local_ids.insert(local.value, source);
                    }
                    (source, at)
                }
            };
            sources.list(source, at);
        }
        sources
    }

    /// Finds the source that a citation, claim or link of an event names. One that the event does not list is reported and
    /// added to it, so that the page can show it.
    pub(super) fn cite(&mut self, name: &str, at: Spot, file: FileId, sources: &mut EventSources) -> Option<SourceId> {
        let source = match sources.local_ids.get(name) {
            Some(&source) => source,
            None => match self.source_names.find(name) {
                Found::One(index) => SourceId::new(index),
                Found::Several(several) => SourceId::new(several[0]),
                Found::Nothing => {
                    let help = self.suggest_local(name, sources).or_else(|| self.suggest(name, Kind::Source));
                    let unknown = Diagnostic::new(Code::UnknownReference, format!("no source has the id `{name}`"));
                    let help = help.unwrap_or_else(|| "give the source under `sources` an `id:`, or add it to content/sources/".to_owned());
                    self.report(file, at, unknown.label("cited here").help(help));
                    return None;
                }
            },
        };
        if sources.uses.iter().all(|used| used.source != source) {
            let unlisted = Diagnostic::new(Code::UnlistedCitation, format!("`{name}` is cited, but not among the sources listed"));
            self.report(file, at, unlisted.help(format!("add `- {name}` under `sources`")));
            sources.uses.push(SourceUse { source, at, is_listed: false });
        }
        Some(source)
    }

    fn suggest_local(&self, name: &str, sources: &EventSources) -> Option<String> {
        let mut ids: Vec<&str> = sources.local_ids.keys().map(String::as_str).collect();
        ids.sort_unstable();
        crate::diagnostic::nearest(name, ids).map(|near| format!("did you mean `{near}`?"))
    }

    fn find_or_add_source(&mut self, name: &Located<String>, file: FileId) -> SourceId {
        if let Found::One(index) = self.source_names.find(&name.value) {
            return SourceId::new(index);
        }
        let is_address = name.value.starts_with("https://") || name.value.starts_with("http://");
        if !is_address && Slug::looks_like_one(&name.value) {
            let help = self.suggest(&name.value, Kind::Source);
            let unknown = Diagnostic::new(Code::UnknownReference, format!("no source has the id `{}`", name.value));
            let help = help.unwrap_or_else(|| format!("add content/sources/{}.md, or write the source out here", name.value));
            self.report(file, name.at, unknown.label("named here").help(help));
        }
        let url = if is_address { url::Url::parse(&name.value).ok().map(|url| url.to_string()) } else { None };
        let source = self.add_written_out(SourceFields { title: name.value.clone(), url, ..SourceFields::default() });
        if !is_address {
            self.source_names.add_name(&name.value, source.index());
        }
        source
    }

    /// Adds a source without a record. The same address is the same source, unless the two writings contradict each other:
    /// then both are kept, so that nothing that was written is lost.
    fn add_written_out(&mut self, mut fields: SourceFields) -> SourceId {
        let index = self.sources.len();
        if let Some(url) = &fields.url {
            let known = *self.source_by_url.entry(url.clone()).or_insert(index);
            if known != index {
                match self.sources[known].fields.join(fields) {
                    Ok(()) => return SourceId::new(known),
                    Err(other) => fields = *other,
                }
            }
        }
        self.sources.push(Source { id: None, file: None, fields, text: Text::default(), events: Vec::new() });
        SourceId::new(index)
    }
}
