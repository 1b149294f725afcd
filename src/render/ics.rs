//! iCalendar (RFC 5545, with names and addresses of RFC 7986 and storylines as `REFID` of RFC 9253).

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::pages::{Calendar, CalendarEntry, Standing, When};

/// The longest line, in bytes.
const LINE: usize = 75;

/// Writes a calendar.
pub(super) fn write(calendar: &Calendar) -> Vec<u8> {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", concat!("-//Dateline//Dateline ", env!("CARGO_PKG_VERSION"), "//EN"));
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("NAME", &calendar.name);
    lines.text("X-WR-CALNAME", &calendar.name);
    if !calendar.description.is_empty() {
        lines.text("DESCRIPTION", &calendar.description);
    }
    if let Some(url) = &calendar.url {
        lines.plain("URL", url);
    }
    if let Some(source) = &calendar.source {
        lines.plain("SOURCE;VALUE=URI", source);
    }
    if let Some(latest) = calendar.entries.iter().map(|entry| entry.stamp).max() {
        lines.plain("LAST-MODIFIED", &midnight(latest));
    }
    lines.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    calendar.entries.iter().for_each(|entry| write_entry(entry, &mut lines));
    lines.plain("END", "VCALENDAR");
    lines.bytes
}

fn write_entry(entry: &CalendarEntry, lines: &mut Lines) {
    lines.plain("BEGIN", "VEVENT");
    lines.text("UID", &entry.uid);
    lines.plain("DTSTAMP", &midnight(entry.stamp));
    lines.plain("LAST-MODIFIED", &midnight(entry.stamp));
    lines.plain("SEQUENCE", &entry.sequence.to_string());
    match entry.when {
        When::Moments(begin, end) => {
            lines.plain("DTSTART", &instant(begin));
            if let Some(end) = end {
                lines.plain("DTEND", &instant(end));
            }
        }
        When::Days(first, last) => {
            lines.plain("DTSTART;VALUE=DATE", &day(first));
            // The end is the first day that is no longer part of it.
            lines.plain("DTEND;VALUE=DATE", &day(last.checked_add_days(Days::new(1)).unwrap_or(last)));
        }
    }
    lines.text("SUMMARY", &entry.title);
    lines.text("DESCRIPTION", &entry.description);
    if !entry.location.is_empty() {
        lines.text("LOCATION", &entry.location);
    }
    if let Some((lat, lon)) = entry.coordinates {
        lines.plain("GEO", &format!("{lat};{lon}"));
    }
    if !entry.categories.is_empty() {
        let categories: Vec<String> = entry.categories.iter().map(|category| escape(category)).collect();
        lines.plain("CATEGORIES", &categories.join(","));
    }
    let standing = match entry.standing {
        Standing::Tentative => "TENTATIVE",
        Standing::Confirmed => "CONFIRMED",
        Standing::Cancelled => "CANCELLED",
    };
    lines.plain("STATUS", standing);
    lines.plain("TRANSP", "TRANSPARENT");
    if let Some(url) = &entry.url {
        lines.plain("URL", url);
    }
    entry.storylines.iter().for_each(|storyline| lines.text("REFID", storyline));
    for (kind, uid) in &entry.links {
        // No standard relation says «answers» or «was caused by».
        lines.text(&format!("X-DATELINE-LINK;X-KIND=\"{}\"", parameter(kind)), uid);
    }
    lines.plain("END", "VEVENT");
}

/// Lines that end and are folded as the standard wants.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    /// Writes a text, with its commas, semicolons and line ends escaped.
    fn text(&mut self, name: &str, text: &str) {
        self.plain(name, &escape(text));
    }

    /// Writes a value that needs no escaping.
    fn plain(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LINE;
        while rest.len() > room {
            let at = (1..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(at);
            self.bytes.extend_from_slice(part.as_bytes());
            self.bytes.extend_from_slice(b"\r\n ");
            rest = after;
            // The space that begins a line counts.
            room = LINE - 1;
        }
        self.bytes.extend_from_slice(rest.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }
}

/// Escapes a text; a line end of any system becomes `\n`, and other control characters are dropped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// What may stand between the quotation marks of a parameter.
fn parameter(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && *c != '"').collect()
}

fn day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn midnight(day: NaiveDate) -> String {
    day.format("%Y%m%dT000000Z").to_string()
}

fn instant(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"ü".repeat(200));
        let text = String::from_utf8(lines.bytes).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end().len(), "SUMMARY:".len() + 400);
    }

    #[test]
    fn no_text_can_begin_a_line_of_its_own() {
        assert_eq!(escape("a\rBEGIN:VALARM\nx;y,z\\ \u{7}\u{2028}"), "a\\nBEGIN:VALARM\\nx\\;y\\,z\\\\ \\n");
    }
}
