//! A tally along the story: a counted field, added up from event to event.

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::DateLabel;
use super::site_plan::SitePlan;
use crate::config::Tally;
use crate::graph::EventId;

/// What a field adds up to.
#[derive(Debug, Clone, Serialize)]
pub struct TallyNote {
    /// What is counted: «organisations listed».
    pub label: String,
    pub total: i64,
    /// How many events were counted.
    pub event_count: usize,
    /// The first and the last of them.
    pub first: Option<DateLabel>,
    pub last: Option<DateLabel>,
    /// What it had reached at each counted event, by its id: «28 more, 143 organisations listed so far».
    #[serde(skip)]
    steps: BTreeMap<String, String>,
}

impl SitePlan<'_> {
    /// The tallies of a list, and what to say at each of its events.
    pub(super) fn tallies(&self, tallies: &[Tally], events: &[EventId]) -> (Vec<TallyNote>, BTreeMap<String, String>) {
        let notes: Vec<TallyNote> = tallies.iter().map(|tally| self.tally_note(tally, events)).collect();
        let mut counted: BTreeMap<String, String> = BTreeMap::new();
        for (id, step) in notes.iter().flat_map(|note| &note.steps) {
            let words = counted.entry(id.clone()).or_default();
            if !words.is_empty() {
                words.push_str(&self.say("; "));
            }
            words.push_str(step);
        }
        (notes, counted)
    }

    /// Adds a field up over events; the order of time counts, whatever their order in the list.
    fn tally_note(&self, tally: &Tally, events: &[EventId]) -> TallyNote {
        let label = tally.label.clone().or_else(|| Some(self.config.field(&tally.field)?.label.clone()));
        let label = label.unwrap_or_else(|| tally.field.replace('-', " "));
        let mut ordered = events.to_vec();
        ordered.sort_unstable();
        let mut total = 0_i64;
        let mut counted = Vec::new();
        let mut steps = BTreeMap::new();
        for id in ordered {
            let Some(count) = self.graph.event(id).count(&tally.field) else { continue };
            total = total.saturating_add(count);
            let text = if counted.is_empty() { "{total} {label} so far" } else { "{count} more, {total} {label} so far" };
            steps.insert(
                self.graph.event(id).id.to_string(),
                self.say_with(text, &[("count", &count.to_string()), ("total", &total.to_string()), ("label", &label)]),
            );
            counted.push(id);
        }
        TallyNote {
            label,
            total,
            event_count: counted.len(),
            first: counted.first().map(|&id| self.event_date(id).clone()),
            last: counted.last().map(|&id| self.event_date(id).clone()),
            steps,
        }
    }
}
