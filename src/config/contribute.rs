//! `contribute`: the address at which readers may report or mend an event.

use url::Url;

use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Reader};

/// An address with places for the file and the id of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribute {
    pattern: String,
}

impl Contribute {
    /// Reads the address. Only the web and mail are let through, since readers will follow it.
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let written = reader.text_at(node, "contribute")?;
        // A placeholder in the host would let a file's name choose the website.
        let is_safe = Url::parse(&fill(&written.value, "file", "id")).is_ok_and(|url| match url.scheme() {
            "https" | "http" => url.host_str().is_some() && !before_path(&written.value).contains('{'),
            "mailto" => true,
            _ => false,
        });
        if is_safe {
            return Some(Self { pattern: written.value });
        }
        let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` is no address for contributions", written.value));
        let help = "write a web or mail address; `{file}` and `{id}` stand for those of the event: `https://example.org/report?id={id}`";
        reader.report(written.at, wrong.help(help));
        None
    }

    /// The address for an event.
    pub fn address(&self, file: &str, id: &str) -> String {
        fill(&self.pattern, &encode(file), &encode(id))
    }
}

/// Puts file and id into the pattern in one pass, so that neither can hold a placeholder of the other.
fn fill(pattern: &str, file: &str, id: &str) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        let (name, value) = if rest.starts_with("{file}") { ("{file}", file) } else { ("{id}", id) };
        if let Some(after) = rest.strip_prefix(name) {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = &rest[1..];
        }
    }
    filled + rest
}

/// What stands before the path of a web address.
fn before_path(address: &str) -> &str {
    let start = address.find("://").map_or(0, |at| at + 3);
    address[start..].find(['/', '?', '#']).map_or(address, |at| &address[..start + at])
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[test]
    fn file_and_id_are_encoded_and_stand_only_where_they_may() {
        let (config, findings) = Config::read("title: T\ncontribute: https://example.org/edit?file={file}&id={id}\n");
        assert_eq!(findings, []);
        let address = config.contribute.map(|contribute| contribute.address("content/events/a b&c.md", "é{file}"));
        assert_eq!(address.as_deref(), Some("https://example.org/edit?file=content%2Fevents%2Fa%20b%26c.md&id=%C3%A9%7Bfile%7D"));
    }

    #[test]
    fn other_schemes_and_placeholders_in_the_host_are_refused() {
        for written in
            ["javascript:alert('{id}')", "data:text/html,{id}", "https://{id}.example.org/", "https://{id}@example.org/", "edit/{file}"]
        {
            let (config, findings) = Config::read(&format!("title: T\ncontribute: \"{written}\"\n"));
            assert!(config.contribute.is_none(), "{written}");
            assert_eq!(findings.len(), 1, "{written}");
        }
    }
}
