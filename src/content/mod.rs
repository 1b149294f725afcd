//! 1. What was written: reads the content folder and turns each file into a [`Document`].
//!
//! In: the folder `content/`. Out: [`Files`] (paths and texts), then [`Document`]s: what one file says, unresolved, every value
//! with its place. Never: looks from one file into another, knows today's date, or makes an address.

mod amendment;
mod document;
mod files;
mod front_matter;
pub mod kinds;
mod locate;
pub mod markdown;
mod memory;
mod parse;
mod read;
mod slug;

pub use amendment::Amendment;
pub use document::{Document, Record};
pub use files::{Asset, ContentFile, FileId, Files};
pub use kinds::{Field, Kind, Shape};
pub use memory::{Memory, News};
pub use parse::{is_anchor_of_page, parse, parse_body};
pub use read::{Stamp, read, stamp};
pub use slug::{BadSlug, Slug};
