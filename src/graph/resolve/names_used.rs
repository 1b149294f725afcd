//! Resolves one written name, and reports what is doubtful about it.

use super::Resolver;
use crate::content::{FileId, Kind, Slug};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::graph::names::{Found, Names};
use crate::graph::roster::{Entry, Resolution};
use crate::yaml::Located;

impl Resolver<'_> {
    /// Finds the actor, place or storyline that a name means, or makes an implicit one.
    pub(super) fn find_or_add(&mut self, kind: Kind, name: &Located<String>, file: FileId) -> Option<usize> {
        let resolution = self.roster(kind).resolve(name, file);
        match &resolution {
            Resolution::Known(_) => {}
            Resolution::Nameless => {
                let message = format!("`{}` is no name of {}", name.value, kind.with_article());
                self.report(file, name.at, Diagnostic::new(Code::BadValue, message).help("a name holds letters or digits"));
            }
            Resolution::Ambiguous(several) => {
                let ids: Vec<String> = several.iter().map(|&index| format!("`{}`", self.roster(kind).entries[index].id)).collect();
                let message = format!("`{}` may be any of {} {}s", name.value, ids.len(), kind.word());
                let diagnostic = Diagnostic::new(Code::AmbiguousReference, message).label(format!("taken for {}", ids[0]));
                self.report(file, name.at, diagnostic.help(format!("write the id: {}", ids.join(" or "))));
            }
            Resolution::New(_) if Slug::looks_like_one(&name.value) => self.report_unknown(kind, name, file),
            Resolution::New(_) => {}
        }
        resolution.index()
    }

    /// Finds a tag or a term of a taxonomy, or makes it; `taxonomy` is none for tags.
    pub(super) fn find_or_add_term(&mut self, taxonomy: Option<usize>, name: &Located<String>, file: FileId) -> Option<usize> {
        let roster = match taxonomy {
            Some(index) => &mut self.taxonomies[index].terms,
            None => &mut self.tags,
        };
        let index = roster.resolve(name, file).index();
        if index.is_none() {
            let message = format!("`{}` is no tag", name.value);
            self.report(file, name.at, Diagnostic::new(Code::BadValue, message).help("a tag holds letters or digits"));
        }
        index
    }

    /// Finds the event that an id or title means; an unknown one is an error, since the link would be lost.
    pub(super) fn find_event(&mut self, name: &Located<String>, file: FileId) -> Option<usize> {
        match self.event_names.find(&name.value) {
            Found::One(index) => Some(index),
            Found::Several(several) => {
                let message = format!("{} events are called `{}`", several.len(), name.value);
                let diagnostic = Diagnostic::new(Code::AmbiguousReference, message).help("write the event's id");
                self.report(file, name.at, diagnostic);
                several.first().copied()
            }
            Found::Nothing if self.drafts.contains(&name.value) => {
                let message = format!("`{}` is a draft; what leads there is left out", name.value);
                let draft = Diagnostic::new(Code::UnknownReference, message).label("named here");
                self.report(file, name.at, draft.help("build with --drafts to see it, or publish it by taking `draft: true` away"));
                None
            }
            Found::Nothing => {
                let help = self.suggest(&name.value, Kind::Event);
                let diagnostic = Diagnostic::new(Code::UnknownEvent, format!("no event is called `{}`", name.value))
                    .label("named here")
                    .maybe_help(help);
                self.report(file, name.at, diagnostic);
                None
            }
        }
    }

    fn report_unknown(&mut self, kind: Kind, name: &Located<String>, file: FileId) {
        let help = self.suggest(&name.value, kind);
        let diagnostic = Diagnostic::new(Code::UnknownReference, format!("no {} has the id `{}`", kind.word(), name.value));
        let help =
            help.unwrap_or_else(|| format!("write the name in full (`Geng Shuang`), or add content/{}/{}.md", kind.folder(), name.value));
        self.report(file, name.at, diagnostic.label("named here").help(help));
    }

    /// «Did you mean», first among the records of `kind`, then among all others.
    pub(super) fn suggest(&mut self, name: &str, kind: Kind) -> Option<String> {
        if self.suggestions_left == 0 {
            return None;
        }
        self.suggestions_left -= 1;
        let kinds = std::iter::once(kind).chain(Kind::ALL.iter().copied().filter(|other| *other != kind));
        for other in kinds {
            // The name itself may be on its roster by now, as an implicit record: it is no suggestion for itself.
            let Some(near) = nearest(name, self.names_of(other).all().filter(|candidate| *candidate != name)) else { continue };
            let near = near.to_owned();
            if other == kind {
                return Some(format!("did you mean `{near}`?"));
            }
            return Some(format!("did you mean {} `{near}`?", other.word()));
        }
        None
    }

    pub(super) fn names_of(&self, kind: Kind) -> &Names {
        match kind {
            Kind::Event => &self.event_names,
            Kind::Actor => &self.actors.names,
            Kind::Place => &self.places.names,
            Kind::Storyline => &self.storylines.names,
            Kind::Source => &self.source_names,
            Kind::Page => &self.page_names,
        }
    }

    /// One remark a kind about the names that have no record yet, with the place where the first of them stands.
    pub(super) fn remark_on_implicit(&mut self) {
        for kind in [Kind::Actor, Kind::Place, Kind::Storyline] {
            let roster = self.roster(kind);
            // Names that look like ids have been told as unknown already.
            let implicit: Vec<&Entry> =
                roster.entries.iter().filter(|entry| entry.document.is_none() && !Slug::looks_like_one(&entry.name)).collect();
            let Some((file, spot)) = implicit.first().and_then(|entry| entry.first_use) else { continue };
            let mut listed = implicit.iter().take(5).map(|entry| format!("`{}`", entry.name)).collect::<Vec<_>>().join(", ");
            if implicit.len() > 5 {
                listed.push_str(&format!(" and {} more", implicit.len() - 5));
            }
            let (count, word) = (implicit.len(), kind.word());
            let message = match count {
                1 => format!("1 {word} has no record yet: {listed}"),
                _ => format!("{count} {word}s have no record yet: {listed}"),
            };
            let help = format!("a name has its page all the same; a file in content/{}/ adds what you know", kind.folder());
            self.report(file, spot, Diagnostic::new(Code::NameWithoutRecord, message).help(help));
        }
    }
}
