//! JSON Feed 1.1 (jsonfeed.org).

use serde_json::{Map, Value, json};

use crate::pages::Feed;

/// Writes a feed.
pub(super) fn write(feed: &Feed) -> Vec<u8> {
    let items: Vec<Value> = feed
        .entries
        .iter()
        .map(|entry| {
            let mut item = Map::new();
            item.insert("id".into(), json!(entry.id));
            item.insert("url".into(), json!(entry.address));
            item.insert("title".into(), json!(entry.title));
            // An item must have a content: where the whole text is left out, the summary is it.
            let summary = json!(entry.summary);
            if let Some(html) = &entry.html {
                item.insert("summary".into(), summary);
                item.insert("content_html".into(), json!(html));
            } else {
                item.insert("content_text".into(), summary);
            }
            item.insert("date_published".into(), json!(entry.published));
            item.insert("date_modified".into(), json!(entry.updated));
            item.insert("authors".into(), entry.authors.iter().map(|name| json!({"name": name})).collect());
            item.insert("tags".into(), json!(entry.tags));
            if let Some(language) = &entry.language {
                item.insert("language".into(), json!(language));
            }
            Value::Object(item)
        })
        .collect();
    let mut root = Map::new();
    root.insert("version".into(), json!("https://jsonfeed.org/version/1.1"));
    root.insert("title".into(), json!(feed.title));
    root.insert("home_page_url".into(), json!(feed.home));
    root.insert("feed_url".into(), json!(feed.address));
    if !feed.description.is_empty() {
        root.insert("description".into(), json!(feed.description));
    }
    root.insert("language".into(), json!(feed.language));
    root.insert("authors".into(), json!([{"name": feed.author}]));
    root.insert("items".into(), Value::from(items));
    format!("{:#}\n", Value::Object(root)).into_bytes()
}
