//! 4. How it is written down: turns a planned page into the finished bytes of a file, one file a format.
//!
//! In: the [`SitePlan`](crate::pages::SitePlan) and the [`Templates`]. Out: a [`Press`], which prints any page when it is asked.
//! Never: decides what a page shows, or writes to disk.

mod atom;
mod data;
mod html;
mod json_feed;
mod press;
mod redirects;
mod search;
mod sitemap;

pub use html::Templates;
pub use press::Press;
