//! A linkset (RFC 9264) as JSON: the typed links of a page, and the ways back from its other forms.

use serde_json::{Map, Value, json};

use crate::pages::Signposts;

/// Writes the linkset of a page.
pub(super) fn write(signposts: &Signposts) -> Vec<u8> {
    let mut page = Map::new();
    page.insert("anchor".into(), json!(signposts.anchor));
    let mut contexts = Vec::new();
    for link in &signposts.links {
        let mut target = Map::new();
        target.insert("href".into(), json!(link.href));
        target.extend(link.media_type.map(|media_type| ("type".to_owned(), json!(media_type))));
        let targets = page.entry(link.rel).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(targets) = targets {
            targets.push(Value::Object(target));
        }
        if link.rel == "describedby" {
            contexts.push(json!({"anchor": link.href, "describes": [{"href": signposts.anchor, "type": "text/html"}]}));
        }
    }
    if !signposts.collections.is_empty() {
        let collections = signposts.collections.iter().map(|href| json!({"href": href, "type": "text/html"}));
        page.insert("collection".into(), collections.collect());
    }
    contexts.insert(0, Value::Object(page));
    format!("{:#}\n", json!({ "linkset": contexts })).into_bytes()
}
