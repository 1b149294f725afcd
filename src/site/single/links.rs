//! Where a link of a page leads within the one file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The pages of the file with their ids, and the pictures that they show.
pub(super) struct Links<'a> {
    pub(super) pages: &'a BTreeMap<&'a str, BTreeSet<String>>,
    pub(super) pictures: &'a HashMap<String, Vec<u8>>,
}

impl Links<'_> {
    /// A link as it stands in the file; none when it leads to what the file does not hold.
    pub(super) fn href(&self, page: &str, href: &str) -> Option<String> {
        if is_full(href) {
            return Some(href.to_owned());
        }
        let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
        let target = if path.is_empty() { page.to_owned() } else { resolve(page, path)? };
        if target == "index.html" {
            return Some("#top".to_owned());
        }
        let ids = self.pages.get(target.as_str())?;
        let fragment = decode(fragment);
        Some(if ids.contains(&fragment) { format!("#{}/{fragment}", anchor(&target)) } else { format!("#{}", anchor(&target)) })
    }

    /// A picture as data; none when the site has no such file or browsers do not show it.
    pub(super) fn picture(&self, page: &str, src: &str) -> Option<String> {
        let path = resolve(page, src)?;
        let kind = match path.rsplit('.').next()?.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => "jpeg",
            "svg" => "svg+xml",
            kind @ ("png" | "gif" | "webp" | "avif") => return Some(data(kind, self.pictures.get(&path)?)),
            _ => return None,
        };
        Some(data(kind, self.pictures.get(&path)?))
    }
}

fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}

/// The id under which a page stands: `events/entity-list-28`. Ids of the page itself follow it after a slash.
pub(super) fn anchor(path: &str) -> String {
    path.strip_suffix("/index.html").unwrap_or(path).to_owned()
}

/// The file that a relative address means on a page; none when it leaves the site.
pub(super) fn resolve(page: &str, address: &str) -> Option<String> {
    if is_full(address) {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split(['?', '#']).next()?.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(decode(&parts.join("/")))
}

/// Says whether an address has a scheme of its own.
fn is_full(address: &str) -> bool {
    let scheme = address.split([':', '/', '?', '#']).next().unwrap_or_default();
    address[scheme.len()..].starts_with(':')
}

/// Undoes percent-encoding.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
