//! GEXF 1.2, for Gephi: a directed net whose events have their days, so that it can be played through time.

use super::xml::{Xml, clean, document};
use crate::pages::{Net, NetNode};

/// The attributes of nodes besides their label, with their types.
pub(super) const NODE: [(&str, &str); 12] = [
    ("kind", "string"),
    ("subkind", "string"),
    ("url", "string"),
    ("date", "string"),
    ("earliest", "string"),
    ("latest", "string"),
    ("status", "string"),
    ("importance", "integer"),
    ("storylines", "string"),
    ("tags", "string"),
    ("lat", "double"),
    ("lon", "double"),
];
const EDGE: [(&str, &str); 2] = [("kind", "string"), ("note", "string")];

/// Writes a net.
pub(super) fn write(net: &Net) -> Vec<u8> {
    document(|xml| {
        let root = xml.create_element("gexf").with_attributes([("xmlns", "http://www.gexf.net/1.2draft"), ("version", "1.2")]);
        root.write_inner_content(|xml| {
            xml.create_element("meta").write_inner_content(|xml| {
                xml.create_element("description").write_text_content(quick_xml::events::BytesText::new(&clean(&net.title)))?;
                Ok(())
            })?;
            let graph = xml.create_element("graph");
            let graph = graph.with_attributes([("mode", "dynamic"), ("defaultedgetype", "directed"), ("timeformat", "date")]);
            graph.write_inner_content(|xml| write_graph(xml, net))?;
            Ok(())
        })?;
        Ok(())
    })
}

fn write_graph(xml: &mut Xml, net: &Net) -> std::io::Result<()> {
    for (class, attributes) in [("node", NODE.as_slice()), ("edge", EDGE.as_slice())] {
        xml.create_element("attributes").with_attributes([("class", class), ("mode", "static")]).write_inner_content(|xml| {
            for (name, kind) in attributes {
                let element = xml.create_element("attribute");
                element.with_attributes([("id", *name), ("title", *name), ("type", *kind)]).write_empty()?;
            }
            Ok(())
        })?;
    }
    xml.create_element("nodes").write_inner_content(|xml| net.nodes.iter().try_for_each(|node| write_node(xml, node)))?;
    xml.create_element("edges").write_inner_content(|xml| {
        for (number, edge) in net.edges.iter().enumerate() {
            let (id, label) = (number.to_string(), clean(&edge.label));
            let element = xml.create_element("edge");
            let element = element.with_attributes([("id", id.as_str()), ("source", &edge.from), ("target", &edge.to), ("label", &label)]);
            element.write_inner_content(|xml| {
                let values = [("kind", Some(edge.kind.clone())), ("note", edge.note.clone())];
                write_values(xml, values.into_iter())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_node(xml: &mut Xml, node: &NetNode) -> std::io::Result<()> {
    let label = clean(&node.label);
    let mut element = xml.create_element("node").with_attributes([("id", node.id.as_str()), ("label", &label)]);
    for (name, day) in [("start", &node.earliest), ("end", &node.latest)] {
        // Gephi reads days of four-digit years.
        if let Some(day) = day.as_deref().filter(|day| day.len() == 10 && !day.starts_with("0000")) {
            element = element.with_attribute((name, day));
        }
    }
    element.write_inner_content(|xml| write_values(xml, values(node).into_iter()))?;
    Ok(())
}

/// The values of a node's attributes, for every format that has such.
pub(super) fn values(node: &NetNode) -> [(&'static str, Option<String>); 12] {
    [
        ("kind", Some(node.kind.to_owned())),
        ("subkind", node.subkind.clone()),
        ("url", Some(node.url.clone())),
        ("date", node.date.clone()),
        ("earliest", node.earliest.clone()),
        ("latest", node.latest.clone()),
        ("status", node.status.clone()),
        ("importance", node.importance.map(|importance| importance.to_string())),
        ("storylines", node.storylines.clone()),
        ("tags", node.tags.clone()),
        ("lat", node.lat.map(|lat| lat.to_string())),
        ("lon", node.lon.map(|lon| lon.to_string())),
    ]
}

fn write_values(xml: &mut Xml, values: impl Iterator<Item = (&'static str, Option<String>)>) -> std::io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        for (name, value) in values {
            let Some(value) = value else { continue };
            xml.create_element("attvalue").with_attributes([("for", name), ("value", clean(&value).as_ref())]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
