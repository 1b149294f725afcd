//! What led to an event and what came of it: the events reached through links that rest on one another, nearest first.

use std::collections::HashSet;

use super::{EventGraph, EventId, LinkId};

/// Which way a chain is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To what led here.
    Back,
    /// To what came after.
    Forward,
}

/// One event of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub event: EventId,
    /// The link that reached it: the reason why it stands here.
    pub link: LinkId,
    /// 1 for an event that is linked itself, 2 for one behind it, and so on.
    pub distance: usize,
}

impl EventGraph {
    /// Follows the chain of an event until so many events are reached: nearest first, and among equally near ones the nearest in time first.
    pub fn chain_up_to(&self, start: EventId, direction: Direction, most: usize) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        let mut seen = HashSet::from([start]);
        let mut ring = vec![start];
        let mut distance = 0;
        while !ring.is_empty() && steps.len() < most {
            distance += 1;
            let mut reached: Vec<Step> = Vec::new();
            for &event in &ring {
                for (next, link) in self.next_in_chain(event, direction) {
                    if seen.insert(next) {
                        reached.push(Step { event: next, link, distance });
                    }
                }
            }
            reached.sort_by_key(|step| start.index().abs_diff(step.event.index()));
            reached.truncate(most - steps.len());
            ring = reached.iter().map(|step| step.event).collect();
            steps.extend(reached);
        }
        steps
    }

    /// The events one step away, each with the link that leads there.
    pub fn next_in_chain(&self, event: EventId, direction: Direction) -> impl Iterator<Item = (EventId, LinkId)> {
        let links = match direction {
            Direction::Back => &self.event(event).links,
            Direction::Forward => &self.event(event).backlinks,
        };
        links.iter().filter_map(move |&id| {
            let link = self.link(id);
            let other = if direction == Direction::Back { link.to } else { link.from };
            self.link_kinds.get(link.kind).is_antecedent.then_some((other, id))
        })
    }
}
