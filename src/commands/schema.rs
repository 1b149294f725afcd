//! `dateline schema`: JSON Schema (draft 2020-12) of the front matter, made of the fields that the reader knows.

use serde_json::{Map, Value, json};

use super::Outcome;
use super::arguments::SchemaOptions;
use super::terminal;
use crate::content::{Field, Kind, Shape};
use crate::error::Error;

/// Prints the schema of one kind, or of all by folder.
pub(super) fn run(options: &SchemaOptions) -> Result<Outcome, Error> {
    let schema = match &options.kind {
        Some(word) => Kind::ALL.iter().find(|kind| kind.word() == word).map_or(Value::Null, |kind| schema_of(*kind)),
        None => Value::Object(Kind::ALL.iter().map(|kind| (kind.folder().to_owned(), schema_of(*kind))).collect()),
    };
    terminal::print_result(&format!("{schema:#}\n"));
    Ok(Outcome::Fine)
}

/// The schema of a kind of record. Keys that it does not name are allowed: a site may declare its own.
fn schema_of(kind: Kind) -> Value {
    let mut schema = object(kind.fields());
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!(format!("Dateline: {}", kind.with_article())));
    Value::Object(schema)
}

fn object<'f>(fields: impl Iterator<Item = &'f Field>) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        let mut property = shape(field.shape);
        property.insert("description".into(), json!(field.about));
        properties.insert(field.name.to_owned(), Value::Object(property));
        if field.is_required {
            required.push(field.name);
        }
    }
    let mut object = Map::new();
    object.insert("type".into(), json!("object"));
    object.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".into(), json!(required));
    }
    object
}

fn shape(shape: Shape) -> Map<String, Value> {
    // A text may look like a number or a truth value: `title: 2019` is a text here.
    let text = || json!({"type": ["string", "number", "boolean"]});
    let value = match shape {
        Shape::Text => text(),
        Shape::Date => json!({"type": ["string", "integer"], "$comment": "EDTF (ISO 8601-2:2019), for instance 2019-10-07 or 2019-10~"}),
        Shape::Url => json!({"type": "string", "format": "uri"}),
        Shape::Whole(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Decimal(least, most) => json!({"type": "number", "minimum": least, "maximum": most}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Choice(words) => json!({"enum": words}),
        Shape::Texts => json!({"anyOf": [text(), {"type": "array", "items": text()}]}),
        Shape::TextMap => json!({"type": "object", "additionalProperties": text()}),
        Shape::Free => json!({}),
        Shape::Items(fields) => {
            let mut item = object(fields.iter());
            // The short forms name their own keys (`hikvision: listed`), so no key can be required here.
            item.remove("required");
            let item = json!({"anyOf": [text(), item]});
            json!({"anyOf": [item, {"type": "array", "items": item}]})
        }
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
