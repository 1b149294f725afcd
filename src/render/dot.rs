//! DOT, the language of Graphviz.

use std::fmt::Write;

use crate::pages::Net;

/// Writes a net that `dot -Tsvg` draws: events as boxes, actors as ellipses, places as houses.
pub(super) fn write(net: &Net) -> Vec<u8> {
    let mut dot = String::new();
    let _ = writeln!(dot, "digraph {} {{", quoted(&net.title));
    dot.push_str("  graph [rankdir=LR];\n  node [shape=box];\n");
    for node in &net.nodes {
        let shape = match node.kind {
            "actor" => "ellipse",
            "place" => "house",
            _ => "box",
        };
        let mut attributes = vec![("label", node.label.clone()), ("kind", node.kind.to_owned()), ("shape", shape.to_owned())];
        attributes.push(("URL", node.url.clone()));
        attributes.extend(node.date.clone().map(|date| ("date", date)));
        attributes.extend(node.status.clone().map(|status| ("status", status)));
        let _ = writeln!(dot, "  {} [{}];", quoted(&node.id), list(&attributes));
    }
    for edge in &net.edges {
        let mut attributes = vec![("label", edge.label.clone()), ("kind", edge.kind.clone())];
        attributes.extend(edge.note.clone().map(|note| ("tooltip", note)));
        let _ = writeln!(dot, "  {} -> {} [{}];", quoted(&edge.from), quoted(&edge.to), list(&attributes));
    }
    dot.push_str("}\n");
    dot.into_bytes()
}

fn list(attributes: &[(&str, String)]) -> String {
    attributes.iter().map(|(name, value)| format!("{name}={}", quoted(value))).collect::<Vec<_>>().join(", ")
}

/// A text in quotation marks. Graphviz gives backslashes in labels a meaning, so they are doubled.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' | '\r' | '\t' => quoted.push(' '),
            c if c.is_control() => {}
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
