//! The small strip: the whole story as one shape, with the place of an event or the events of an actor in it. It costs a
//! page a kilobyte, however many events there are.

use serde::Serialize;

use super::LEAST;
use super::axis::{Axis, SLOTS};
use super::periods;
use crate::date::CivilDay;
use crate::graph::EventId;
use crate::pages::Shared;
use crate::pages::site_plan::SitePlan;

/// What `templates/parts/strip.html` draws in a line.
#[derive(Debug, Clone, Serialize)]
pub struct SmallStrip {
    /// All events: a path in a box 1200 wide and 32 high.
    pub bars: Shared,
    /// Those that the page is about, in the same box.
    pub own: Option<String>,
    /// Where the event of the page stands.
    pub here: Option<String>,
    /// The place of the event in the order of time, from 1.
    pub position: Option<usize>,
    /// How many events the page is about; those without a date are counted, but not drawn.
    pub own_count: usize,
    /// «72 events»: all of the site.
    pub event_words: String,
    pub from: String,
    pub to: String,
}

/// The whole story on a line, made once.
#[derive(Debug, Clone)]
pub struct StoryStrip {
    axis: Axis,
    /// The count of the fullest slot.
    most: usize,
    /// The shape, and its mirror image.
    bars: [Shared; 2],
    event_words: String,
    ends: (String, String),
}

/// The width of a slot, and the height of the highest bar and of the box.
const SLOT: usize = 10;
const HIGHEST: f64 = 26.0;
const BOX: usize = 32;

impl StoryStrip {
    /// Counts the events of a site by slots.
    pub(in crate::pages) fn of(plan: &SitePlan) -> Option<Self> {
        let days: Vec<CivilDay> = plan.graph.event_ids().filter_map(|id| plan.day_on_strip(id)).collect();
        let axis = Axis::around(days.iter().copied(), false).filter(|_| days.len() >= LEAST)?;
        let counts = count_by_slot(&axis, days.iter().copied());
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        Some(Self {
            bars: [false, true].map(|is_mirrored| Shared::new(&path(&counts, most, is_mirrored))),
            most,
            event_words: plan.say_count(plan.graph.events.len(), "{n} event", "{n} events"),
            ends: periods::ends(plan.words(), &axis),
            axis,
        })
    }

    fn draw(&self, own: Option<&[CivilDay]>, here: Option<CivilDay>, is_mirrored: bool) -> SmallStrip {
        let (from, to) = self.ends.clone();
        let axis = Axis { is_mirrored, ..self.axis };
        SmallStrip {
            bars: self.bars[usize::from(is_mirrored)].clone(),
            own: own.map(|days| path(&count_by_slot(&axis, days.iter().copied()), self.most, is_mirrored)),
            here: here.map(|day| axis.x(day)),
            position: None,
            own_count: 0,
            event_words: self.event_words.clone(),
            from,
            to,
        }
    }
}

/// A line for each slot that has events, which the style sheet draws as a bar; the fullest slot of the story, `most`, is the highest.
fn path(counts: &[usize], most: usize, is_mirrored: bool) -> String {
    let mut path = String::new();
    for (slot, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let x = if is_mirrored { (SLOTS - 1 - slot) * SLOT } else { slot * SLOT };
        // The root keeps a single event to be seen beside the busiest days.
        let height = ((count as f64 / most as f64).sqrt() * HIGHEST).round() as usize;
        path.push_str(&format!("M{} {BOX}V{}", x + SLOT / 2, BOX - height));
    }
    path
}

fn count_by_slot(axis: &Axis, days: impl Iterator<Item = CivilDay>) -> Vec<usize> {
    let mut counts = vec![0; SLOTS];
    days.for_each(|day| counts[axis.slot(day)] += 1);
    counts
}

impl SitePlan<'_> {
    /// The story with the place of an event in it; none where its date is not known, or where there is no strip.
    pub(in crate::pages) fn strip_around(&self, id: EventId, is_mirrored: bool) -> Option<SmallStrip> {
        let story = self.outline.story_strip.as_ref()?;
        let day = self.graph.event(id).date.order_key().day()?;
        Some(SmallStrip { position: Some(id.index() + 1), ..story.draw(None, Some(day), is_mirrored) })
    }

    /// The story with some of its events told apart.
    pub(in crate::pages) fn strip_with(&self, events: &[EventId], is_mirrored: bool) -> Option<SmallStrip> {
        let days: Vec<CivilDay> = events.iter().filter_map(|&id| self.day_on_strip(id)).collect();
        let story = self.outline.story_strip.as_ref().filter(|_| !days.is_empty())?;
        Some(SmallStrip { own_count: events.len(), ..story.draw(Some(&days), None, is_mirrored) })
    }
}
