//! Makes the citations of periods: years, months, and the days that the settings choose.

use super::make::ascii_key;
use super::{Citation, PageCitation};
use crate::pages::route::Route;
use crate::pages::site_plan::SitePlan;
use crate::pages::subject::Subject;

impl SitePlan<'_> {
    /// How the page of a period is cited; none for other pages.
    pub(super) fn period_citation(&self, subject: &Subject) -> Option<PageCitation> {
        let slug = |id| &self.graph.storyline(id).id;
        let (route, title, days) = match *subject {
            Subject::Year(year) => (Route::period(year, None), self.about_period(None, &self.year_name(year)), format!("{year:04}")),
            Subject::Month(year, month) => {
                let title = self.about_period(None, &self.month_name(year, month));
                (Route::period(year, Some(month)), title, format!("{year:04}-{month:02}"))
            }
            Subject::Slice(id, year, month) => {
                let title = self.about_period(Some(id), &self.month_name(year, month));
                (Route::slice(slug(id), year, month), title, format!("{year:04}-{month:02}"))
            }
            Subject::Period(stretch) => (self.stretch_route(stretch), self.about_stretch(stretch), stretch.edtf()),
            _ => return None,
        };
        let citation = Citation {
            key: ascii_key(&[&self.config.title, &route.address()]),
            title,
            authors: self.authors(&self.config.authors),
            event_date: Some(days),
            language: Some(self.config.language.clone()),
            ..self.address_citation(&route)
        };
        Some(PageCitation { citation, is_shown: self.config.outputs.citations, files: None })
    }
}
