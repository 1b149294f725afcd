//! JSON that may also stand inside a page: `<`, `>`, `&` and the line ends of JavaScript are written as escapes.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes a value in one line.
pub(super) fn write(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::new();
    append(&mut json, value);
    json.push(b'\n');
    json
}

/// Writes an array, an item a line, so that two builds can be compared by line.
pub(super) fn write_array(items: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let mut json = Vec::from(*b"[");
    for (at, item) in items.enumerate() {
        json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        append(&mut json, &item);
    }
    json.extend_from_slice(b"\n]\n");
    json
}

/// Writes an item a line, with nothing around them.
pub(super) fn write_lines(items: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let mut json = Vec::new();
    for item in items {
        append(&mut json, &item);
        json.push(b'\n');
    }
    json
}

fn append(json: &mut Vec<u8>, value: &impl Serialize) {
    value.serialize(&mut Serializer::with_formatter(json, Harmless)).expect("data has text keys only and a vector takes every byte");
}

/// Writes strings so that no browser takes them for markup.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, found) in fragment.match_indices(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            writer.write_all(&fragment.as_bytes()[written..at])?;
            let code = found.chars().next().map_or(0, u32::from);
            write!(writer, "\\u{code:04x}")?;
            written = at + found.len();
        }
        writer.write_all(&fragment.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_string_can_end_a_script() {
        let text = "</script><!-- & \u{2028} \u{7} \"é\"";
        let json = String::from_utf8(write(&text)).unwrap();
        assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
