//! The `site` room on real files.

mod faults;
mod foreign;
mod refusals;
mod sites;
mod stopping;
mod support;
mod together;
mod writing;
