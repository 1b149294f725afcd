//! What each source of an event supports: the paragraphs that cite it, and the claims that were taken from it.

use super::parts::{SourceNote, SupportedSpot};
use super::site_plan::SitePlan;
use crate::graph::{EventId, TextPiece};

impl SitePlan<'_> {
    /// The numbered sources of an event, each with what it supports.
    pub(super) fn event_sources(&self, id: EventId) -> Vec<SourceNote> {
        let sources = self.graph.event(id).sources.iter().enumerate();
        let supported = sources.zip(self.supports(id));
        supported.map(|((at, used), supports)| SourceNote { supports, ..self.source_note(used.source, at + 1) }).collect()
    }

    /// The spots of an event's page that rest on each of its sources, in the order of the sources.
    fn supports(&self, id: EventId) -> Vec<Vec<SupportedSpot>> {
        let event = self.graph.event(id);
        let mut supports: Vec<Vec<SupportedSpot>> = vec![Vec::new(); event.sources.len()];
        let mut add = |source: usize, spot: SupportedSpot| {
            if let Some(spots) = source.checked_sub(1).and_then(|at| supports.get_mut(at))
                && spots.last().is_none_or(|last| last.id != spot.id)
            {
                spots.push(spot);
            }
        };
        let mut paragraph = None;
        for piece in &event.text.pieces {
            match piece {
                TextPiece::Html(html) => paragraph = last_paragraph(html).or(paragraph),
                TextPiece::Citation { number, .. } => {
                    if let Some(at) = paragraph {
                        add(
                            *number,
                            SupportedSpot { id: format!("p{at}"), words: self.say_with("paragraph {n}", &[("n", &at.to_string())]) },
                        );
                    }
                }
                _ => {}
            }
        }
        for (at, claim) in event.claims.iter().enumerate() {
            if let Some(number) = claim.source.and_then(|source| event.source_number(source)) {
                add(
                    number,
                    SupportedSpot { id: format!("claim-{}", at + 1), words: self.say_with("claim {n}", &[("n", &(at + 1).to_string())]) },
                );
            }
        }
        supports
    }
}

/// The number of the last paragraph that begins in a piece of HTML: `<p id="p3">`.
fn last_paragraph(html: &str) -> Option<usize> {
    let (_, rest) = html.rsplit_once(" id=\"p")?;
    rest.split_once('"')?.0.parse().ok()
}
