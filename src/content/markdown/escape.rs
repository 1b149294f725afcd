//! Writes untrusted text into HTML.
//!
//! In: any text. Out: text that can neither open a tag nor leave a quoted attribute.
//! Never: decides whether an address is allowed.

/// Appends `text` as the content of an element.
pub(super) fn push_text(out: &mut String, text: &str) {
    push(out, text, false);
}

/// Appends `text` as the value of a quoted attribute.
pub(super) fn push_attribute(out: &mut String, text: &str) {
    push(out, text, true);
}

fn push(out: &mut String, text: &str, is_attribute: bool) {
    // Most texts are long stretches of what needs no care.
    let is_plain = |byte: u8| byte >= 0x20 && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7f);
    if text.bytes().all(is_plain) {
        out.push_str(text);
        return;
    }
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if is_attribute => "&quot;",
            b'\'' if is_attribute => "&#39;",
            b'\r' if text[at + 1..].starts_with('\n') => "",
            b'\r' => "\n",
            b'\t' | b'\n' => continue,
            // HTML and XML forbid the other control characters.
            0x00..0x20 | 0x7f => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[written..at]);
        out.push_str(replacement);
        written = at + 1;
    }
    out.push_str(&text[written..]);
}
