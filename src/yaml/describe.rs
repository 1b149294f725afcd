//! Tells a journalist what is wrong with the YAML of a file.

use super::{Spot, Written, YamlFault};
use crate::diagnostic::{Code, Diagnostic};

/// Turns a fault into a finding at its place in the file.
pub fn describe(written: &Written, fault: YamlFault) -> Diagnostic {
    let locate = |bytes: &std::ops::Range<usize>| {
        let from = written.yaml.start;
        written.locate(Spot::in_text(from, bytes))
    };
    let what = if written.yaml == (0..written.text.len()) { "file" } else { "front matter" };
    match fault {
        YamlFault::Syntax { message, bytes } => Diagnostic::new(Code::BadYaml, format!("the {what} cannot be read"))
            .at(locate(&bytes))
            .label(message)
            .help("it is made of `key: value` lines; put a text with `: `, `#` or a leading `[`, `{`, `@`, `*`, `&` in quotes"),
        YamlFault::Machinery { what: machinery, bytes } => Diagnostic::new(Code::BadYaml, format!("the {what} holds {machinery}"))
            .at(locate(&bytes))
            .help("put the text in quotes, or write the value out in full"),
        YamlFault::DuplicateKey { name, bytes, first } => Diagnostic::new(Code::DuplicateKey, format!("`{name}` is written twice"))
            .at(locate(&bytes))
            .label("again here")
            .note_at("first written here", locate(&first))
            .help("keep one of the two; a key that may have several values takes a list"),
        YamlFault::TooLarge { message } => {
            Diagnostic::new(Code::TooLarge, message).at(written.locate(Spot::File)).help("move the long text below the closing `---`")
        }
    }
}
