//! A claim: what an actor asserts, in words that are not ours.

use super::id::{ActorId, SourceId};
use crate::content::kinds::event::ClaimStatus;
use crate::yaml::Spot;

/// Who says what, on whose authority, and how it stands.
#[derive(Debug, Clone)]
pub struct Claim {
    pub at: Spot,
    pub speaker: Option<ActorId>,
    /// The speaker's own words.
    pub quote: Option<String>,
    /// The claim in our words.
    pub says: Option<String>,
    pub status: ClaimStatus,
    pub source: Option<SourceId>,
    pub reply_to: Option<ActorId>,
}
