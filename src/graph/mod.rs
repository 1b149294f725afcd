//! 2. What is true: the event graph, in which every name has become a record and nothing dangles.
//!
//! In: [`Document`](crate::content::Document)s. Out: an [`EventGraph`], checked. Never: reads a file, makes an address or a page,
//! or gives its types to templates.

mod amend;
mod chain;
mod claim;
mod event;
mod id;
mod knowledge;
mod link;
mod medium;
mod names;
mod records;
mod resolve;
mod roster;
mod rules;
mod text;
mod timeline;

pub use chain::{Direction, Step};
pub use claim::Claim;
pub use event::{Event, KEY_IMPORTANCE, Participation, SourceUse};
pub use id::{ActorId, EventId, LinkId, PageId, PlaceId, RecordId, SourceId, StorylineId, TermId};
pub use knowledge::{Knowledge, known_on};
pub use link::Link;
pub use medium::{Medium, MediumOrigin};
pub use names::fold as fold_name;
pub use records::{Actor, Page, Place, Source, Storyline, Taxonomy, Term, WithdrawnRecord};
pub use resolve::{Drafts, resolve};
pub use text::{Text, TextPiece};
pub use timeline::Gap;

use crate::config::{LinkKinds, Tally};
use crate::content::{FileId, Files};
use crate::date::EventDate;
use crate::diagnostic::Location;
use crate::yaml::Spot;

/// Everything that the content says, resolved.
#[derive(Debug)]
pub struct EventGraph {
    /// In the order of the timeline, so that an [`EventId`] also tells earlier from later.
    pub events: Vec<Event>,
    pub actors: Vec<Actor>,
    pub places: Vec<Place>,
    pub sources: Vec<Source>,
    pub storylines: Vec<Storyline>,
    pub pages: Vec<Page>,
    pub links: Vec<Link>,
    pub tags: Vec<Term>,
    /// The site's own taxonomies, in the order of `dateline.yaml`.
    pub taxonomies: Vec<Taxonomy>,
    pub link_kinds: LinkKinds,
    /// Fields whose numbers are added up along the whole story.
    pub tallies: Vec<Tally>,
    /// The date that counts as today.
    pub today: Option<EventDate>,
    /// Records that were taken back.
    pub withdrawn: Vec<WithdrawnRecord>,
    pub files: Files,
}

impl EventGraph {
    /// The event with this id.
    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.index()]
    }

    /// The actor with this id.
    pub fn actor(&self, id: ActorId) -> &Actor {
        &self.actors[id.index()]
    }

    /// The place with this id.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.index()]
    }

    /// The source with this id.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// The storyline with this id.
    pub fn storyline(&self, id: StorylineId) -> &Storyline {
        &self.storylines[id.index()]
    }

    /// The link with this id.
    pub fn link(&self, id: LinkId) -> &Link {
        &self.links[id.index()]
    }

    /// Every event id, in the order of the timeline.
    pub fn event_ids(&self) -> impl DoubleEndedIterator<Item = EventId> + ExactSizeIterator {
        (0..self.events.len()).map(EventId::new)
    }

    /// Every record, the events first.
    pub fn record_ids(&self) -> impl Iterator<Item = RecordId> + use<> {
        let all = |count, record: fn(usize) -> RecordId| (0..count).map(record);
        let actors = all(self.actors.len(), |index| RecordId::Actor(ActorId::new(index)));
        let places = all(self.places.len(), |index| RecordId::Place(PlaceId::new(index)));
        let storylines = all(self.storylines.len(), |index| RecordId::Storyline(StorylineId::new(index)));
        let sources = all(self.sources.len(), |index| RecordId::Source(SourceId::new(index)));
        let pages = all(self.pages.len(), |index| RecordId::Page(PageId::new(index)));
        let events = all(self.events.len(), |index| RecordId::Event(EventId::new(index)));
        events.chain(actors).chain(places).chain(storylines).chain(sources).chain(pages)
    }

    /// The file of a record; none where others only name it.
    pub fn file_of(&self, record: RecordId) -> Option<FileId> {
        match record {
            RecordId::Event(id) => Some(self.event(id).file),
            RecordId::Actor(id) => self.actor(id).file,
            RecordId::Place(id) => self.place(id).file,
            RecordId::Storyline(id) => self.storyline(id).file,
            RecordId::Source(id) => self.source(id).file,
            RecordId::Page(id) => Some(self.pages[id.index()].file),
        }
    }

    /// The running text of a record.
    pub fn text_of(&self, record: RecordId) -> &Text {
        match record {
            RecordId::Event(id) => &self.event(id).text,
            RecordId::Actor(id) => &self.actor(id).text,
            RecordId::Place(id) => &self.place(id).text,
            RecordId::Storyline(id) => &self.storyline(id).text,
            RecordId::Source(id) => &self.source(id).text,
            RecordId::Page(id) => &self.pages[id.index()].text,
        }
    }

    /// Finds the line and column of a spot in an event's file.
    pub fn locate(&self, event: EventId, spot: Spot) -> Location {
        self.files.locate(self.event(event).file, spot)
    }
}
