//! Checks that links to a spot of a page find it: an address or a mention with `#` and the id of a heading.
//!
//! Spots that a page has by itself are taken to be there. A preview goes on with the old findings while headings are what they were.

use std::cell::OnceCell;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::route::Route;
use super::site_plan::SitePlan;
use crate::content::{FileId, is_anchor_of_page};
use crate::diagnostic::{Code, Diagnostic, Report, nearest};
use crate::graph::{RecordId, TextPiece};
use crate::yaml::Spot;

/// The pages of records by their paths, found when a first address asks.
type RecordPages<'p> = OnceCell<HashMap<&'p str, RecordId>>;

impl SitePlan<'_> {
    /// Checks every text.
    pub(super) fn check_anchors(&self, report: &mut Report) {
        let pages = RecordPages::new();
        for record in self.graph.record_ids() {
            let Some(file) = self.graph.file_of(record) else { continue };
            for piece in &self.graph.text_of(record).pieces {
                let (target, fragment, at) = match piece {
                    TextPiece::Mention { record: Some(target), fragment: Some(fragment), at, .. } => (*target, fragment.as_str(), *at),
                    TextPiece::LinkOpen { href, at, .. } => {
                        let Some((address, fragment)) = href.split_once('#') else { continue };
                        let Some(target) = self.record_meant(address, record, &pages) else { continue };
                        (target, fragment, *at)
                    }
                    _ => continue,
                };
                self.check_anchor(target, fragment, file, at, report);
            }
        }
    }

    /// The record whose page has an address; without one, the record that the link is in.
    fn record_meant<'p>(&'p self, address: &str, own: RecordId, pages: &RecordPages<'p>) -> Option<RecordId> {
        if address.is_empty() {
            return Some(own);
        }
        let route = Route::from_address(address).filter(|_| address.starts_with('/'))?;
        let of_records = || self.pages().iter().filter_map(|page| Some((page.route.path(), page.subject.record()?))).collect();
        pages.get_or_init(of_records).get(route.path()).copied()
    }

    fn check_anchor(&self, target: RecordId, fragment: &str, file: FileId, at: Spot, report: &mut Report) {
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let headings = &self.graph.text_of(target).headings;
        let is_known = headings.iter().any(|heading| heading.id == fragment) || is_anchor_of_page(&fragment);
        // The top of a page, and words that browsers look for themselves.
        if is_known || fragment.is_empty() || fragment == "top" || fragment.starts_with(":~:") {
            return;
        }
        let name = self.record_link(target).map_or_else(|| "the page".to_owned(), |link| format!("the page of `{}`", link.name));
        let ids = || headings.iter().map(|heading| heading.id.as_str());
        let help = match nearest(&fragment, ids()) {
            Some(near) => format!("did you mean `#{near}`?"),
            None if headings.is_empty() => "it has no headings: leave away all from `#` on".to_owned(),
            None => format!("its headings are {}", ids().map(|id| format!("`#{id}`")).collect::<Vec<_>>().join(", ")),
        };
        let broken = Diagnostic::new(Code::BrokenLink, format!("{name} has no heading `#{fragment}`"));
        report.push(broken.at(self.graph.files.locate(file, at)).help(help));
    }
}
