//! `sitemap.xml` (sitemaps.org 0.9) and `robots.txt` (RFC 9309).

use super::xml::clean;

/// Writes the sitemap: the addresses alone, since dates in it would need a clock.
pub(super) fn write(addresses: &[String]) -> Vec<u8> {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for address in addresses {
        xml.push_str("<url><loc>");
        xml.push_str(&quick_xml::escape::escape(clean(address)));
        xml.push_str("</loc></url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// Writes the rules for robots: everything may be read.
pub(super) fn write_robots(sitemap: Option<&str>) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = sitemap {
        text.push_str(&format!("\nSitemap: {address}\n"));
    }
    text.into_bytes()
}
