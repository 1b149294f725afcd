//! Downloads: what machines read, each format once for the site and again where it is of use, beside the page that it tells of.
//!
//! In: the graph. Out: views of it that know no format: records, a calendar, a net, rows of tables. Never: writes a format down.

mod calendar;
mod columns;
mod dataset;
mod download;
mod entities;
mod event;
mod format;
mod html;
mod markdown;
mod markdown_text;
mod net;
mod places;
mod record;
mod tables;
mod timeline;
mod to_markdown;

pub use calendar::{Calendar, CalendarEntry, Standing, When};
pub use columns::COLUMNS;
pub use dataset::DatasetPage;
pub use download::{Download, DownloadScope};
pub use entities::Entity;
pub use format::DownloadFormat;
pub use markdown::MarkdownPage;
pub(crate) use markdown_text::escape_markdown;
pub use net::{Net, NetEdge, NetNode};
pub use places::PlaceWithEvents;
pub use record::{DataEvent, DataLink, DataParticipation};
pub use tables::{Cell, TableSink};
pub use timeline::{EraBand, Slide, TimelineFile};

/// Whether a record brings its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    WithText,
    WithoutText,
}
