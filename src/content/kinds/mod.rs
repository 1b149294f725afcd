//! The six kinds of record, a file each: the keys a kind may have, and how they are read into values.

pub mod actor;
pub mod change;
mod date;
pub mod event;
pub mod page;
pub mod place;
pub mod source;
pub mod storyline;
pub mod withdrawal;

/// What a content file describes; the folder says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Event,
    Actor,
    Place,
    Storyline,
    Source,
    Page,
}

impl Kind {
    /// Every kind, in the order in which mentions are looked up.
    pub const ALL: &[Kind] = &[Self::Event, Self::Actor, Self::Place, Self::Storyline, Self::Source, Self::Page];

    /// The folder below `content/`, which is also the first part of the address.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Actor => "actors",
            Self::Place => "places",
            Self::Storyline => "storylines",
            Self::Source => "sources",
            Self::Page => "pages",
        }
    }

    /// The word for one of this kind.
    pub fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Place => "place",
            Self::Storyline => "storyline",
            Self::Source => "source",
            Self::Page => "page",
        }
    }

    /// The word with its article.
    pub fn with_article(self) -> String {
        let article = if matches!(self, Self::Event | Self::Actor) { "an" } else { "a" };
        format!("{article} {}", self.word())
    }

    /// Finds a kind by its folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.folder() == folder)
    }

    /// The keys that a record of this kind may have, those of every kind included.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        let own = match self {
            Self::Event => event::FIELDS,
            Self::Actor => actor::FIELDS,
            Self::Place => place::FIELDS,
            Self::Storyline => storyline::FIELDS,
            Self::Source => source::FIELDS,
            Self::Page => page::FIELDS,
        };
        own.iter().chain(COMMON_FIELDS)
    }
}

/// One key of a record: its name, what it may hold, and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    /// A sentence for editors and the guide.
    pub about: &'static str,
    pub is_required: bool,
}

/// What a key may hold.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    Text,
    /// A date as EDTF.
    Date,
    Url,
    /// A whole number from the first to the last.
    Whole(i64, i64),
    /// A number with a fraction, from the first to the last.
    Decimal(f64, f64),
    Flag,
    Choice(&'static [&'static str]),
    /// One or several texts.
    Texts,
    /// One or several texts or mappings of these keys; free keys when the list is empty.
    Items(&'static [Field]),
    /// A mapping of texts.
    TextMap,
    /// Anything.
    Free,
}

/// A key that may be left out.
pub(crate) const fn field(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, shape, about, is_required: false }
}

/// A key that must be there.
pub(crate) const fn required(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, shape, about, is_required: true }
}

/// The names of the keys of a list of fields.
pub(crate) fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.name).collect()
}

/// The keys of every kind.
const COMMON_FIELDS: &[Field] = &[
    field("id", Shape::Text, "the record's id, where the file's name should not be it"),
    field("lang", Shape::Text, "the language of the text as a BCP 47 tag"),
    field("withdrawn", Shape::Items(withdrawal::WITHDRAWN), "the record was taken back: since when, and why; its text is not shown"),
    field("draft", Shape::Flag, "true: left out of the site unless `--drafts` is given"),
    field("extra", Shape::Free, "anything for templates"),
];
