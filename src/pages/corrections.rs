//! Changes as they are told: those of one page, and the page of all corrections, newest first.

use serde::Serialize;

use super::frame::Frame;
use super::parts::{ChangeNote, DateLabel, NamedLink};
use super::route::Route;
use super::site_plan::SitePlan;
use super::subject::FeedSubject;
use crate::content::kinds::change::{Change, ChangeKind};

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

/// A correction, and where it was made.
#[derive(Debug, Clone)]
pub(super) struct Corrected<'g> {
    pub(super) title: &'g str,
    /// The page that was corrected.
    pub(super) route: Route,
    /// The number among the changes of the page, from 1.
    pub(super) number: usize,
    pub(super) change: &'g Change,
}

impl<'g> SitePlan<'g> {
    /// Every correction, the newest first.
    pub(super) fn corrections(&self) -> Vec<Corrected<'g>> {
        let graph = self.graph;
        let events = graph.events.iter().map(|event| (&event.title, Route::record("events", &event.id), &event.changes));
        let storylines = graph.storylines.iter().map(|it| (&it.title, Route::record("storylines", &it.id), &it.changes));
        let mut corrections = Vec::new();
        for (title, route, changes) in events.chain(storylines) {
            for (at, change) in changes.iter().enumerate().filter(|(_, change)| change.kind == ChangeKind::Correction) {
                corrections.push(Corrected { title, route: route.clone(), number: at + 1, change });
            }
        }
        corrections.sort_by_key(|correction| std::cmp::Reverse(correction.change.date.order_key()));
        corrections
    }

    /// The view of the page of corrections.
    pub(super) fn corrections_page(&self) -> (Frame, Corrections) {
        let line = |correction: Corrected| CorrectionLine {
            date: self.date_label(&correction.change.date),
            note: correction.change.note.clone(),
            event: NamedLink {
                name: correction.title.to_owned(),
                href: format!("{}#change-{}", correction.route.href(), correction.number),
            },
        };
        let corrections = Corrections { corrections: self.corrections().into_iter().map(line).collect() };
        let mut frame = self.frame(&Route::index("corrections"), self.say("Corrections"), self.say("What was put right, and when"));
        frame.feeds = self.feed_links(FeedSubject::Corrections);
        (frame, corrections)
    }

    /// Notes about the changes of a page, as they are shown.
    pub(super) fn change_notes(&self, changes: &[Change]) -> Vec<ChangeNote> {
        let note = |change: &Change| ChangeNote {
            date: self.date_label(&change.date),
            kind: change.kind.word().to_owned(),
            note: change.note.clone(),
        };
        changes.iter().map(note).collect()
    }
}
