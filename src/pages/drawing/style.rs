//! How the kinds of link are told apart without colour: dashes, weights and heads.

use serde::Serialize;

/// How a line of some kind is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineStyle {
    /// The value of `stroke-dasharray`; none for an unbroken line.
    pub dash: Option<&'static str>,
    /// The value of `stroke-width`.
    pub weight: &'static str,
    /// Stands at the end of each line.
    #[serde(skip)]
    pub head: Head,
}

/// What stands at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// At what followed.
    Arrow,
    /// At the greater of the two: the whole, what was updated.
    Dot,
    None,
}

/// The styles of the built-in kinds, in their order.
const BUILT_IN: [(Option<&str>, &str); 9] = [
    (Some("7 3"), "1.6"),
    (None, "2.4"),
    (None, "1.2"),
    (Some("12 3 2 3"), "1.6"),
    (Some("4 2"), "1.2"),
    (None, "0.8"),
    (Some("3 3"), "2.4"),
    (Some("1 4"), "2"),
    (Some("1.5 3.5"), "1.2"),
];
/// Those of a site's own kinds, in turn.
const OWN: [(Option<&str>, &str); 4] =
    [(Some("14 4"), "1.6"), (Some("8 2 2 2 2 2"), "1.6"), (Some("16 3 6 3"), "1.2"), (Some("5 5"), "1.6")];

/// The style of the kind at an index of the site's link kinds. One of two words that differ is directed.
pub(in crate::pages) fn style_of(kind: usize, is_antecedent: bool, is_directed: bool) -> LineStyle {
    let (dash, weight) = BUILT_IN.get(kind).copied().unwrap_or(OWN[kind % OWN.len()]);
    let head = match (is_antecedent, is_directed) {
        (true, _) => Head::Arrow,
        (false, true) => Head::Dot,
        (false, false) => Head::None,
    };
    LineStyle { dash, weight, head }
}
