//! A place: where something happens.

use std::collections::BTreeMap;

use super::page::read_title;
use super::{Field, Shape, field, required};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader};

/// The keys of a place.
pub const FIELDS: &[Field] = &[
    required("name", Shape::Text, "the place's name"),
    field("lat", Shape::Decimal(-90.0, 90.0), "latitude in degrees, north positive"),
    field("lon", Shape::Decimal(-180.0, 180.0), "longitude in degrees, east positive"),
    field("part-of", Shape::Text, "the place that this one lies in"),
    field("aliases", Shape::Texts, "other names"),
    field("names", Shape::TextMap, "the name in other languages"),
    field("summary", Shape::Text, "one sentence"),
    field("wikidata", Shape::Text, "the Wikidata item, such as `Q61`"),
];

/// What a place's front matter says.
#[derive(Debug, Clone, Default)]
pub struct PlaceFields {
    pub name: Option<Located<String>>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
    pub part_of: Option<Located<String>>,
    pub aliases: Vec<Located<String>>,
    pub names: BTreeMap<String, String>,
    pub summary: Option<String>,
    pub wikidata: Option<String>,
}

/// Reads the front matter of a place.
pub fn read(node: &Node, reader: &mut Reader) -> PlaceFields {
    let lat = read_degrees(node, reader, "lat", 90.0);
    let lon = read_degrees(node, reader, "lon", 180.0);
    PlaceFields {
        name: Some(read_title(node, reader, "name", "a place needs a name: `name: Beijing`")),
        coordinates: lat.zip(lon),
        part_of: reader.text_at(node, "part-of"),
        aliases: reader.texts_at(node, "aliases"),
        names: reader.text_map_at(node, "names"),
        summary: reader.plain_at(node, "summary"),
        wikidata: reader.plain_at(node, "wikidata"),
    }
}

fn read_degrees(node: &Node, reader: &mut Reader, key: &str, limit: f64) -> Option<f64> {
    let wanted = format!("a number from -{limit} to {limit}");
    let degrees = reader.parsed_at::<f64>(node, key, &wanted)?;
    if degrees.value.is_finite() && degrees.value.abs() <= limit {
        return Some(degrees.value);
    }
    let wrong = Diagnostic::new(Code::BadValue, format!("`{key}` must be {wanted}, not `{}`", degrees.value));
    reader.report(degrees.at, wrong);
    None
}
