//! GraphML, for yEd, igraph and networkx.

use quick_xml::events::BytesText;

use super::gexf;
use super::xml::{Xml, clean, document};
use crate::pages::Net;

/// Writes a net.
pub(super) fn write(net: &Net) -> Vec<u8> {
    document(|xml| {
        let root = xml.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
        root.write_inner_content(|xml| {
            for (name, kind) in [("label", "string")].iter().chain(&gexf::NODE) {
                let kind = if *kind == "integer" { "int" } else { kind };
                write_key(xml, "node", name, kind)?;
            }
            for name in ["kind", "label", "note"] {
                write_key(xml, "edge", name, "string")?;
            }
            let graph = xml.create_element("graph").with_attributes([("id", "story"), ("edgedefault", "directed")]);
            graph.write_inner_content(|xml| write_graph(xml, net))?;
            Ok(())
        })?;
        Ok(())
    })
}

fn write_key(xml: &mut Xml, of: &str, name: &str, kind: &str) -> std::io::Result<()> {
    let id = format!("{of}-{name}");
    let key = xml.create_element("key");
    key.with_attributes([("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", kind)]).write_empty()?;
    Ok(())
}

fn write_graph(xml: &mut Xml, net: &Net) -> std::io::Result<()> {
    for node in &net.nodes {
        xml.create_element("node").with_attribute(("id", node.id.as_str())).write_inner_content(|xml| {
            write_data(xml, "node", "label", Some(&node.label))?;
            gexf::values(node).iter().try_for_each(|(name, value)| write_data(xml, "node", name, value.as_ref()))
        })?;
    }
    for (number, edge) in net.edges.iter().enumerate() {
        let id = format!("e{number}");
        let element = xml.create_element("edge");
        element.with_attributes([("id", id.as_str()), ("source", &edge.from), ("target", &edge.to)]).write_inner_content(|xml| {
            write_data(xml, "edge", "kind", Some(&edge.kind))?;
            write_data(xml, "edge", "label", Some(&edge.label))?;
            write_data(xml, "edge", "note", edge.note.as_ref())
        })?;
    }
    Ok(())
}

fn write_data(xml: &mut Xml, of: &str, name: &str, value: Option<&String>) -> std::io::Result<()> {
    let Some(value) = value else { return Ok(()) };
    let key = format!("{of}-{name}");
    xml.create_element("data").with_attribute(("key", key.as_str())).write_text_content(BytesText::new(&clean(value)))?;
    Ok(())
}
