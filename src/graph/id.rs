//! Ids: small copies that stand for a record. They are made by the resolver, and by the plan when it walks a list.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Makes the id of the record at `index`.
            pub(crate) fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("fewer than 2^32 records"))
            }

            /// Where the record stands in its list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+ };
}

ids! {
    /// Stands for an event; a later event has a greater id.
    EventId,
    /// Stands for an actor.
    ActorId,
    /// Stands for a place.
    PlaceId,
    /// Stands for a source.
    SourceId,
    /// Stands for a storyline.
    StorylineId,
    /// Stands for a page of the site's own.
    PageId,
    /// Stands for a link.
    LinkId,
    /// Stands for a tag, or for a term of a taxonomy.
    TermId
}

/// Stands for a record of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    Event(EventId),
    Actor(ActorId),
    Place(PlaceId),
    Storyline(StorylineId),
    Source(SourceId),
    Page(PageId),
}
