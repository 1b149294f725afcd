//! The policies of a publisher, as the Trust Project asks for them and schema.org names them.

use super::Config;
use crate::yaml::{Node, Reader};

/// A statement of the publisher about its own work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The property of schema.org: `correctionsPolicy`.
    pub property: &'static str,
    /// What readers see: `Corrections`.
    pub label: &'static str,
    /// A full address, or one of this site such as `/corrections-policy/`.
    pub address: String,
}

/// The keys below `publisher:`, with the property and the words of each.
pub const POLICIES: &[(&str, &str, &str)] = &[
    ("principles", "publishingPrinciples", "Principles"),
    ("ethics", "ethicsPolicy", "Ethics"),
    ("corrections", "correctionsPolicy", "Corrections policy"),
    ("verification", "verificationFactCheckingPolicy", "How facts are checked"),
    ("unnamed-sources", "unnamedSourcesPolicy", "Unnamed sources"),
    ("ownership", "ownershipFundingInfo", "Ownership and funding"),
    ("feedback", "actionableFeedbackPolicy", "Feedback"),
    ("diversity", "diversityPolicy", "Diversity"),
    ("masthead", "masthead", "Masthead"),
    ("mission", "missionCoveragePrioritiesPolicy", "Mission and priorities"),
];

/// Reads the policies of a publisher.
pub(super) fn read(publisher: &Node, reader: &mut Reader) -> Vec<Policy> {
    let mut policies = Vec::new();
    for &(key, property, label) in POLICIES {
        policies.extend(reader.plain_at(publisher, key).map(|address| Policy { property, label, address }));
    }
    policies
}

impl Config {
    /// A full address for an address of this site; others stay as they are.
    pub fn full_address(&self, address: &str) -> String {
        match (&self.url, address.strip_prefix('/')) {
            (Some(base), Some(path)) => format!("{base}{path}"),
            _ => address.to_owned(),
        }
    }
}
