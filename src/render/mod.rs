//! 4. How it is written down: turns a planned page into the finished bytes of a file, one file a format.
//!
//! In: the [`SitePlan`](crate::pages::SitePlan) and the [`Templates`]. Out: a [`Press`], which prints any page when it is asked.
//! Never: decides what a page shows, or writes to disk.

mod atom;
mod citation;
mod csv;
mod dot;
mod download;
mod drawing;
mod geojson;
mod gexf;
mod graphml;
mod headers;
mod html;
mod ics;
mod json;
mod json_feed;
mod json_ld;
mod linkset;
mod listed;
mod markdown;
mod press;
mod redirects;
mod search;
#[cfg(feature = "cards")]
mod share_card;
#[cfg(not(feature = "cards"))]
#[path = "no_share_card.rs"]
mod share_card;
mod sitemap;
mod sqlite;
mod timeline_js;
mod timemap;
mod words;
mod xml;

pub use citation::Styles;
pub use download::write as write_download;
pub use html::Templates;
pub use press::Press;
