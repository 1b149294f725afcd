//! The kinds of link between events: the built-in ones and those that a site adds.

use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Reader, Value};

/// What a link says of two events, in both directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkKind {
    /// The word in front matter: `responds-to`.
    pub word: String,
    /// The words on the page of the event that links: «responds to».
    pub forward: String,
    /// The words on the page of the other event: «answered by».
    pub inverse: String,
    pub order: LinkOrder,
    /// The target led to the event that links: «what led here» follows this kind.
    pub is_antecedent: bool,
}

/// What must hold between the dates of two linked events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkOrder {
    Any,
    /// The event that links is not before its target.
    NotBefore,
    /// The event that links lies inside the span of its target.
    Inside,
    /// The spans of the two meet.
    Meets,
}

/// All kinds of a site, built-in ones first.
#[derive(Debug, Clone)]
pub struct LinkKinds(Vec<LinkKind>);

impl LinkKinds {
    /// Finds a kind by its word.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.0.iter().position(|kind| kind.word == word)
    }

    /// The kind at an index that [`LinkKinds::find`] gave.
    pub fn get(&self, index: usize) -> &LinkKind {
        &self.0[index]
    }

    /// All kinds in their order.
    pub fn iter(&self) -> impl Iterator<Item = &LinkKind> {
        self.0.iter()
    }

    /// The built-in kinds of the authoring format.
    pub fn built_in() -> Self {
        use LinkOrder::{Any, Inside, Meets, NotBefore};
        let rows = [
            ("responds-to", "answered by", NotBefore, true),
            ("caused-by", "led to", NotBefore, true),
            ("follows", "followed by", NotBefore, true),
            ("extends", "extended by", NotBefore, true),
            ("updates", "updated by", Any, false),
            ("part-of", "includes", Inside, false),
            ("contradicts", "contradicts", Any, false),
            ("concurrent-with", "concurrent with", Meets, false),
            ("related-to", "related to", Any, false),
        ];
        let kind = |(word, inverse, order, is_antecedent): (&str, &str, LinkOrder, bool)| LinkKind {
            word: word.to_owned(),
            forward: word.replace('-', " "),
            inverse: inverse.to_owned(),
            order,
            is_antecedent,
        };
        Self(rows.into_iter().map(kind).collect())
    }

    /// Reads `link-kinds:` on top of the built-in kinds.
    pub(super) fn read(node: Option<&Node>, reader: &mut Reader) -> Self {
        let mut kinds = Self::built_in();
        let Some(node) = node else { return kinds };
        for (key, settings) in node.entries() {
            if kinds.find(&key.name).is_some() {
                let taken = Diagnostic::new(Code::BadSetting, format!("the link kind `{}` exists already", key.name));
                reader.report(key.at, taken.help("choose another word"));
                continue;
            }
            let forward = key.name.replace('-', " ");
            let is_mapping = matches!(settings.value, Value::Mapping(_));
            let not_before = is_mapping && reader.flag_at(settings, "not-before");
            kinds.0.push(LinkKind {
                word: key.name.clone(),
                inverse: if is_mapping { reader.plain_at(settings, "inverse") } else { None }.unwrap_or_else(|| forward.clone()),
                forward,
                order: if not_before { LinkOrder::NotBefore } else { LinkOrder::Any },
                is_antecedent: not_before,
            });
        }
        kinds
    }
}
