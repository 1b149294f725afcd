//! Atom 1.0 (RFC 4287).

use quick_xml::events::BytesText;

use super::xml::{Xml, clean, document};
use crate::pages::{Feed, FeedEntry};

/// Writes a feed.
pub(super) fn write(feed: &Feed) -> Vec<u8> {
    document(|xml| write_feed(xml, feed))
}

fn write_feed(xml: &mut Xml, feed: &Feed) -> std::io::Result<()> {
    let root = xml.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    root.with_attribute(("xml:lang", feed.language.as_str())).write_inner_content(|xml| {
        text(xml, "title", &feed.title)?;
        if !feed.description.is_empty() {
            text(xml, "subtitle", &feed.description)?;
        }
        text(xml, "id", &feed.id)?;
        text(xml, "updated", &feed.updated)?;
        link(xml, "self", &feed.address, "application/atom+xml")?;
        link(xml, "alternate", &feed.home, "text/html")?;
        author(xml, &feed.author)?;
        if let Some(licence) = &feed.licence {
            text(xml, "rights", licence)?;
        }
        feed.entries.iter().try_for_each(|entry| write_entry(xml, entry))
    })?;
    Ok(())
}

fn write_entry(xml: &mut Xml, entry: &FeedEntry) -> std::io::Result<()> {
    let mut element = xml.create_element("entry");
    if let Some(language) = &entry.language {
        element = element.with_attribute(("xml:lang", language.as_str()));
    }
    element.write_inner_content(|xml| {
        text(xml, "title", &entry.title)?;
        text(xml, "id", &entry.id)?;
        link(xml, "alternate", &entry.address, "text/html")?;
        text(xml, "published", &entry.published)?;
        text(xml, "updated", &entry.updated)?;
        entry.authors.iter().try_for_each(|name| author(xml, name))?;
        for tag in &entry.tags {
            xml.create_element("category").with_attribute(("term", clean(tag).as_ref())).write_empty()?;
        }
        text(xml, "summary", &entry.summary)?;
        if let Some(html) = &entry.html {
            let content = xml.create_element("content").with_attribute(("type", "html"));
            content.write_text_content(BytesText::new(&clean(html)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, value: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&clean(value)))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, href: &str, media_type: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attributes([("rel", rel), ("href", href), ("type", media_type)]).write_empty()?;
    Ok(())
}

fn author(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name))?;
    Ok(())
}
