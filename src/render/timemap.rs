//! `timemap.link`: the versions of a page as a list of links (RFC 7089, in the form of RFC 6690).

use crate::pages::TimeMap;

/// Writes the list.
pub(super) fn write(map: &TimeMap) -> Vec<u8> {
    let mut text = format!("<{}>; rel=\"original\",\n<{}>; rel=\"self\"; type=\"application/link-format\"", map.original, map.own);
    let last = map.mementos.len().saturating_sub(1);
    for (at, (address, day)) in map.mementos.iter().enumerate() {
        let rel = match at {
            _ if last == 0 => "first last memento",
            0 => "first memento",
            _ if at == last => "last memento",
            _ => "memento",
        };
        text.push_str(&format!(",\n<{address}>; rel=\"{rel}\"; datetime=\"{day}\""));
    }
    text.push('\n');
    text.into_bytes()
}
