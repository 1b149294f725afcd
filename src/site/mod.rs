//! 5. The finished thing: every file of the site together, and the only room that writes it to disk.
//!
//! In: what the [press](crate::render::Press) can print and the files that are copied. Out: a [`Site`] without collisions, then a folder
//! ([`OutputFolder`]) that holds exactly those files, a manifest of them, and whatever else people keep in it.
//! Never: changes what a page says, deletes or changes a file that Dateline did not write, follows a link, leaves half a site behind.
//!
//! What lies on the disk while a build writes `site/` (all of it gone afterwards):
//! ```text
//! site/                      what readers see, until the one rename that publishes
//! .site.lock                 held by the one build that may write
//! .site.staging-1/           the workbench
//!   .dateline-staging          the mark by which a later build knows the folder as ours
//!   publishing                 present from just before the rename: from here on `new` may be the old site
//!   new/                       the site being built; after the exchange, the site before it
//!   old/                       only on disks that cannot exchange two folders: the site before it
//! ```

#![allow(clippy::disallowed_methods, reason = "this room alone writes the site")]

mod assemble;
mod assets;
mod collisions;
mod disk;
mod error;
mod inputs;
mod lock;
mod manifest;
mod messages;
mod minify;
mod output_file;
mod output_folder;
mod path;
mod path_fault;
mod publish;
mod receipt;
mod scan;
mod script_words;
mod settle;
mod single;
mod staging;
mod theme_style;
mod workbench;
mod write;

pub use assemble::{Fault, Inventory, Site, assemble};
pub use assets::{Asset, assets, source_folders};
pub use collisions::{Claim, Clash, Collision, find_collisions};
pub use error::{Refusal, WriteError};
pub use inputs::Inputs;
pub use manifest::{MANIFEST_NAME, Manifest, ManifestEntry, ManifestFault};
pub use output_file::OutputFile;
pub use output_folder::OutputFolder;
pub use path::SitePath;
pub use path_fault::{IllegalPath, PathFault};
pub use receipt::Receipt;
pub use single::bind;
pub use staging::{Placed, Staging};
pub use write::{Written, write};
