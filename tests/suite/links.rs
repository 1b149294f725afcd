//! Links inside a built site: each leads to a file, and each fragment to an id.
//!
//! In: every file of a site. Out: what leads nowhere. Never: looks at other websites.

use std::collections::BTreeMap;

use crate::disk::Tree;
use crate::html::Page;

/// The links and fragments that lead nowhere, as `page: address`.
pub fn broken_links(site: &Tree) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = site
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), Page::read(&String::from_utf8_lossy(bytes))))
        .collect();
    let mut broken = Vec::new();
    for (path, page) in &pages {
        broken.extend(page.repeated_ids.iter().map(|id| format!("{path}: the id `{id}` stands twice")));
        for (element, address) in &page.addresses {
            // The page that is shown at any address cannot know how deep it stands; the site's `url` tells it.
            if *path == "404.html" || address.contains("://") || address.starts_with("mailto:") {
                continue;
            }
            let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { Some((*path).to_owned()) } else { resolve(path, file) };
            let stands = target.as_ref().is_some_and(|target| site.contains_key(target));
            let has_id = fragment.is_empty()
                || target.as_deref().and_then(|target| pages.get(target)).is_some_and(|page| page.ids.contains(&decode(fragment)));
            if !stands || !has_id {
                broken.push(format!("{path}: <{element}> {address}"));
            }
        }
    }
    broken
}

/// The file that a relative address means on a page; none when it leaves the site or names a folder.
fn resolve(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('?').next()?.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(decode(&parts.join("/")))
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
