//! Which roles of an event say that an actor was put on a list, by whom, and on which: a newsroom's own words for it.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::yaml::{Node, Reader};

/// How events tell of listings and sanctions. Without it no data file speaks of any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sanctions {
    /// The roles of those who are put on a list.
    pub listed: Vec<String>,
    /// The roles of those who put them there.
    pub by: Vec<String>,
    /// The declared field that names the list.
    pub program: Option<String>,
}

impl Sanctions {
    const KEYS: &[&str] = &["listed", "by", "program"];

    /// Reads `sanctions:`.
    pub(super) fn read(node: Option<&Node>, reader: &mut Reader) -> Self {
        let Some(node) = node else { return Self::default() };
        for (key, _) in node.entries().iter().filter(|(key, _)| !Self::KEYS.contains(&key.name.as_str())) {
            let unknown = Diagnostic::new(Code::BadSetting, format!("`{}` is no key of `sanctions`", key.name));
            let help = match nearest(&key.name, Self::KEYS.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("it may be: {}", Self::KEYS.join(", ")),
            };
            reader.report(key.at, unknown.help(help));
        }
        let roles = |reader: &mut Reader, key| reader.texts_at(node, key).into_iter().map(|role| role.value).collect();
        Self { listed: roles(reader, "listed"), by: roles(reader, "by"), program: reader.plain_at(node, "program") }
    }
}
