//! What `templates/parts/` receive: the small pieces that several pages share.
//!
//! Every `href` leads from the site's root: templates write `{{ root }}{{ card.href }}`.

use serde::Serialize;

use super::Shared;

/// A name with its page.
#[derive(Debug, Clone, Serialize)]
pub struct NamedLink {
    pub name: String,
    pub href: String,
}

/// A name with its page and how many events stand there.
#[derive(Debug, Clone, Serialize)]
pub struct CountedLink {
    pub name: String,
    pub href: String,
    pub count: usize,
}

/// A date as it is shown.
#[derive(Debug, Clone, Serialize)]
pub struct DateLabel {
    /// In words: `about October 2019`.
    pub text: String,
    /// In few words: `Oct 2019`.
    pub short: String,
    /// `Monday`, for an exact day.
    pub weekday: Option<String>,
    /// The value of `<time datetime>`: only what is certain.
    pub machine: Option<String>,
    /// The EDTF text as the author wrote it.
    pub edtf: String,
    /// An exact day or minute, without doubt.
    pub is_exact: bool,
    /// The date is not known at all.
    pub is_unknown: bool,
    /// It lasts still.
    pub is_open: bool,
    /// It is an interval.
    pub is_span: bool,
}

/// A status with what it means.
#[derive(Debug, Clone, Serialize)]
pub struct StatusLabel {
    pub word: String,
    /// What the word means, for readers.
    pub meaning: String,
    /// False for `confirmed`, which needs no saying.
    pub is_notable: bool,
    pub href: String,
}

/// A link in words, for cards: «responds to: 28 organisations listed».
#[derive(Debug, Clone, Serialize)]
pub struct RelationChip {
    pub words: String,
    pub title: String,
    pub href: String,
}

/// An event in a list.
#[derive(Debug, Clone, Serialize)]
pub struct EventCard {
    pub id: String,
    pub href: String,
    pub title: String,
    pub date: DateLabel,
    pub summary: String,
    pub status: StatusLabel,
    pub importance: u8,
    pub is_key: bool,
    pub is_era: bool,
    /// Another event contradicts it.
    pub is_contested: bool,
    /// The first few; `actor_count` says how many there are.
    pub actors: Vec<NamedLink>,
    pub actor_count: usize,
    pub places: Vec<NamedLink>,
    pub storylines: Vec<NamedLink>,
    pub source_count: usize,
    pub relation: Option<RelationChip>,
    /// The facets that it belongs to, for the script that combines them: `actor:hikvision tag:sanctions`.
    pub facets: String,
    /// The language of the event, where it is not the site's.
    pub lang: Option<String>,
}

/// A source as it stands under a page.
#[derive(Debug, Clone, Serialize)]
pub struct SourceNote {
    /// From 1; citations in the text show it.
    pub number: usize,
    pub title: String,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub date: Option<DateLabel>,
    pub kind: Option<String>,
    pub archive: Option<String>,
    pub accessed: Option<DateLabel>,
    pub summary: Option<String>,
    /// The source's own page.
    pub href: Option<String>,
    pub lang: Option<String>,
    /// How many events use it.
    pub use_count: usize,
    /// The day of the archived copy, where its address tells.
    pub archived_on: Option<String>,
    /// The paragraphs and claims of the page that rest on it.
    pub supports: Vec<SupportedSpot>,
}

/// An event linked to this one, and why.
#[derive(Debug, Clone, Serialize)]
pub struct LinkNote {
    /// «caused by», «answered by».
    pub words: String,
    /// The kind's word, for styles.
    pub kind: String,
    pub event: Shared,
    /// «18 months earlier».
    pub distance: Option<String>,
    pub note: Option<String>,
    /// The number of the source on the page of the event that makes the link.
    pub source: Option<LinkSource>,
    /// 1 for an event linked itself; more for one reached through others.
    pub steps: usize,
    /// For an event reached through others: the event to which `words` applies.
    pub via: Option<NamedLink>,
}

/// Who says that two events are linked.
#[derive(Debug, Clone, Serialize)]
pub struct LinkSource {
    pub title: String,
    pub href: String,
}

/// A claim and its speaker.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimNote {
    /// The anchor on the event's page.
    pub anchor: String,
    pub speaker: Option<NamedLink>,
    pub quote: Option<String>,
    pub says: Option<String>,
    pub status: String,
    /// What the status means.
    pub meaning: String,
    pub source: Option<usize>,
    pub reply_to: Option<NamedLink>,
    /// The event, on pages other than its own.
    pub event: Option<Shared>,
}

/// A note about a change of a page.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeNote {
    pub date: DateLabel,
    /// `correction`, `update` or `minor`.
    pub kind: String,
    pub note: String,
}

/// A stretch of a text: HTML, or an event shown as a card.
#[derive(Debug, Clone, Serialize)]
pub struct Block {
    /// Finished, safe HTML.
    pub html: String,
    pub card: Option<Shared>,
}

/// A list of events by months and days.
#[derive(Debug, Clone, Serialize)]
pub struct Timeline {
    pub months: Vec<MonthBlock>,
    /// Events whose date is not known.
    pub undated: Vec<Shared>,
    /// Events shown on this page.
    pub count: usize,
    /// Events in the whole list.
    pub total: usize,
    pub is_newest_first: bool,
    /// Several days disclose further events, so that one button may open all.
    pub has_folds: bool,
    /// The same list in the other order, where there is one.
    pub other_order: Option<String>,
    /// The pages of a long list; empty when there is one.
    pub pages: Vec<PageLink>,
}

/// The events of a month, or of a year or decade whose month is not known.
#[derive(Debug, Clone, Serialize)]
pub struct MonthBlock {
    /// The anchor: `2019-10`.
    pub id: String,
    /// `October 2019`.
    pub name: String,
    /// `Oct 2019`.
    pub short: String,
    /// The month's own page.
    pub href: Option<String>,
    pub count: usize,
    /// A burst worth naming: «5 events in 2 days».
    pub burst: Option<String>,
    pub days: Vec<DayBlock>,
}

/// The events of a day, or of one uncertain date; or the end of an event that lasted, which stands alone.
#[derive(Debug, Clone, Serialize)]
pub struct DayBlock {
    /// «11 weeks pass», before this day.
    pub gap: Option<String>,
    /// A [`DateLabel`].
    pub date: Shared,
    /// The event, where the day has no other: such a day is the same in every list.
    pub only: Option<Shared>,
    /// The events to show.
    pub events: Vec<Shared>,
    /// Further events of a crowded day, to be disclosed.
    pub more: Vec<Shared>,
    /// A [`SpanEnd`](super::span_end::SpanEnd): then there are no events.
    pub ended: Option<Shared>,
}

/// A page of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    pub number: usize,
    pub href: String,
    pub is_current: bool,
    /// What the page covers: `Jan 2017 – Mar 2018`.
    pub span: String,
}

/// A spot of the page that rests on a source.
#[derive(Debug, Clone, Serialize)]
pub struct SupportedSpot {
    /// The anchor.
    pub id: String,
    /// «paragraph 3», «claim 1».
    pub words: String,
}
