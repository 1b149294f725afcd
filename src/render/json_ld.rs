//! JSON inside HTML: written so that no text in it can end the element that holds it.

use memchr::{memchr, memchr3};
use serde_json::Value;

/// Writes JSON for an element `script`: `<`, `>`, `&` and the line ends of JavaScript are escaped, which JSON reads back as they were.
pub(super) fn write_embedded(value: &Value) -> String {
    let json = value.to_string();
    // The line ends begin with the byte E2, as do dashes and quotation marks: most texts have none of all these.
    if memchr3(b'<', b'>', b'&', json.as_bytes()).or_else(|| memchr(0xe2, json.as_bytes())).is_none() {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes JSON-LD as a file.
pub(super) fn write(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_json_cannot_leave_its_element_and_reads_back_as_it_was() {
        let value = Value::from("</script><!-- <script> & \u{2028}");
        let written = write_embedded(&value);
        assert!(!written.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}
