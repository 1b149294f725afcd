//! `_headers`: what Netlify, Cloudflare Pages and others send with each file. Other hosts pass it over.

use crate::pages::HeaderRule;

/// Writes the rules: a pattern, then its headers, each indented.
pub(super) fn write(rules: &[HeaderRule]) -> Vec<u8> {
    let mut text = String::new();
    for rule in rules {
        text.push_str(&format!("{}\n", rule.pattern));
        for (name, value) in &rule.headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text.into_bytes()
}
