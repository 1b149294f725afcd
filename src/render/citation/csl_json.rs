//! CSL-JSON 1.0.2: what the processors of the Citation Style Language read.

use serde_json::{Map, Value, json};

use crate::pages::{Author, Citation, Medium};

/// Writes a list of one item.
pub(in crate::render) fn write(citation: &Citation) -> Vec<u8> {
    let mut item = item(citation);
    item.extend(citation.event_date.as_ref().map(|date| ("event-date".to_owned(), json!({"raw": date}))));
    format!("{:#}\n", Value::Array(vec![Value::Object(item)])).into_bytes()
}

/// One item, for the processor: without the date of the event, which it prints badly and of whose intervals it is afraid.
pub(super) fn item(citation: &Citation) -> Map<String, Value> {
    let kind = match citation.medium {
        Medium::Web if citation.item_type == "newspaperArticle" => "article-newspaper",
        Medium::Web => "webpage",
        Medium::Book => "book",
        Medium::Dataset => "dataset",
        Medium::Other => "document",
    };
    let mut item = Map::new();
    item.insert("id".into(), json!(citation.key));
    item.insert("type".into(), json!(kind));
    item.insert("title".into(), json!(citation.title));
    if !citation.authors.is_empty() {
        item.insert("author".into(), citation.authors.iter().map(name).collect());
    }
    let texts = [
        ("container-title", citation.container.as_ref().filter(|_| citation.medium == Medium::Web)),
        ("publisher", citation.publisher.as_ref().filter(|name| !is_said(citation, name))),
        ("abstract", citation.summary.as_ref()),
        ("language", citation.language.as_ref()),
        ("URL", citation.lasting.as_ref()),
        ("archive_location", citation.archive.as_ref()),
    ];
    for (key, text) in texts {
        item.extend(text.map(|text| (key.to_owned(), json!(text))));
    }
    item.extend(citation.version.map(|number| ("version".to_owned(), json!(number.to_string()))));
    item.extend(citation.published.as_deref().map(|date| ("issued".to_owned(), parts(date))));
    item.extend(citation.accessed.as_deref().map(|date| ("accessed".to_owned(), parts(date))));
    if !citation.keywords.is_empty() {
        item.insert("keyword".into(), json!(citation.keywords.join(", ")));
    }
    item
}

/// Says whether a publisher is named already, as the author or as the work that holds it.
fn is_said(citation: &Citation, publisher: &str) -> bool {
    let is_container = citation.medium == Medium::Web && citation.container.as_deref() == Some(publisher);
    is_container || citation.authors.iter().any(|author| author.is_whole && author.family == publisher)
}

fn name(author: &Author) -> Value {
    match &author.given {
        Some(given) => json!({"family": author.family, "given": given}),
        None => json!({"literal": author.family}),
    }
}

/// A date in parts: `2019-10` is `[[2019, 10]]`.
fn parts(date: &str) -> Value {
    let parts: Vec<i64> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    json!({"date-parts": [parts]})
}
