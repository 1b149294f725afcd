//! A typed, directed relation between two events.

use super::id::{EventId, SourceId};
use crate::yaml::Spot;

/// One link, as the event `from` makes it; `to` shows it inversely as a backlink.
#[derive(Debug, Clone)]
pub struct Link {
    pub from: EventId,
    pub to: EventId,
    /// An index into the link kinds.
    pub kind: usize,
    pub note: Option<String>,
    pub source: Option<SourceId>,
    /// Where the target is named.
    pub at: Spot,
}
