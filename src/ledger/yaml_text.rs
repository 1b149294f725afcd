//! Writes values as YAML that a person can read and that no reader of YAML can misunderstand: blocks, with every text in quotes.

use serde_json::Value;

/// Writes the entries of a mapping, a line each.
pub(super) fn print(value: &Value) -> String {
    let mut text = String::new();
    print_entries(value, 0, &mut text);
    text
}

fn print_entries(value: &Value, depth: usize, text: &mut String) {
    let Value::Object(entries) = value else { return };
    for (at, (key, value)) in entries.iter().enumerate() {
        // The first entry of a mapping in a list stands behind its hyphen.
        if at > 0 || !text.ends_with("- ") {
            text.push_str(&"  ".repeat(depth));
        }
        let is_plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        text.push_str(&if is_plain { key.clone() } else { Value::from(key.as_str()).to_string() });
        text.push(':');
        match value {
            Value::Object(_) => {
                text.push('\n');
                print_entries(value, depth + 1, text);
            }
            Value::Array(items) => {
                text.push('\n');
                for item in items {
                    text.push_str(&"  ".repeat(depth + 1));
                    text.push_str("- ");
                    match item {
                        Value::Object(_) => print_entries(item, depth + 2, text),
                        scalar => text.push_str(&format!("{scalar}\n")),
                    }
                }
            }
            scalar => text.push_str(&format!(" {scalar}\n")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_is_read_back() {
        let value = json!({
            "title": "no: \"yes\" # 007\n\u{2028}",
            "claims": [{"by": "actors/x", "source": 3}, {"by": "actors/ü"}],
            "places": ["~", "- a"],
            "meanings": {"names": {"actors/x": "X", "Geng Shuang": "null"}},
        });
        let text = print(&value);
        let (node, faults) = crate::yaml::parse(&text);
        assert_eq!(faults.len(), 0, "{text}");
        assert_eq!(node.to_json(), value, "{text}");
    }
}
