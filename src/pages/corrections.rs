//! The page of corrections: what was put right, newest first.

use serde::Serialize;

use super::frame::Frame;
use super::names::date_label;
use super::parts::{DateLabel, NamedLink};
use super::route::Route;
use super::site_plan::SitePlan;

/// What `templates/pages/corrections.html` receives as `corrections`.
#[derive(Debug, Clone, Serialize)]
pub struct Corrections {
    pub corrections: Vec<CorrectionLine>,
}

/// A correction with its event.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionLine {
    pub date: DateLabel,
    pub note: String,
    pub event: NamedLink,
}

impl SitePlan<'_> {
    /// The view of the page of corrections.
    pub(super) fn corrections_page(&self) -> (Frame, Corrections) {
        let mut corrections: Vec<_> =
            self.graph.event_ids().flat_map(|id| self.graph.event(id).corrections().map(move |correction| (correction, id))).collect();
        corrections.sort_by(|(a, a_id), (b, b_id)| b.date.order_key().cmp(&a.date.order_key()).then(a_id.cmp(b_id)));
        let line = |(correction, id): (&crate::content::kinds::change::Change, _)| CorrectionLine {
            date: date_label(&correction.date),
            note: correction.note.clone(),
            event: self.event_link(id),
        };
        let corrections = Corrections { corrections: corrections.into_iter().map(line).collect() };
        let frame = self.frame(&Route::index("corrections"), "Corrections", "What was put right, and when");
        (frame, corrections)
    }
}
