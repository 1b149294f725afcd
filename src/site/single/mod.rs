//! The whole story as one file: pages of a finished site bound together, which opens from a disk and prints as a dossier.
//!
//! In: the [`Site`]. Out: one HTML file that needs no other: styles inside and named by their hash in the page's own
//! policy, pictures as data, links between pages as links within it. Never: a script, or a request.

mod bound_page;
mod links;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use bound_page::{BoundPage, read_styles};
use links::Links;

use super::{Fault, Site};
use crate::pages::escape;

/// What one file adds to the theme's own styles.
const OWN_STYLE: &str = "@layer parts { html { scroll-behavior: auto } .bound { margin-block-start: 3rem; border-block-start: 3px solid var(--ink); padding-block-start: 1rem } \
.contents ol { columns: 2 20rem } .bound .record, .bound .event { display: block } } \
@layer print { .bound { break-before: page; margin: 0 } }";

/// Binds the pages of the site's edition into one file.
pub fn bind(site: &Site) -> Result<Vec<u8>, Fault> {
    let edition = site.edition();
    let paths = edition.chapters.iter().flat_map(|chapter| &chapter.pages).map(|(_, path)| path.as_str());
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    for path in paths {
        if let Some(page) = site.file(path) {
            pages.insert(path, String::from_utf8_lossy(&page?.bytes).into_owned());
        }
    }
    let mut ids = BTreeMap::new();
    let mut pictures = HashMap::new();
    for (path, html) in &pages {
        let found = bound_page::survey(html);
        ids.insert(*path, found.ids);
        for picture in found.pictures.iter().filter_map(|src| links::resolve(path, src)) {
            if let Some(file) = site.file(&picture) {
                pictures.insert(picture, file?.bytes);
            }
        }
    }
    let links = Links { pages: &ids, pictures: &pictures };
    let style = styles(site, &pages)?;
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <title>{title}</title>\n<meta name=\"generator\" content=\"{}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <style>{style}</style>\n</head>\n<body>\n<main id=\"top\">\n<header class=\"opening\">\n<h1>{title}</h1>\n\
         <p class=\"standfirst\">{}</p>\n<p class=\"meta\">{}</p>\n</header>\n",
        escape(&edition.lang),
        edition.dir,
        escape(&edition.generator),
        escape(&edition.description),
        escape(&edition.told),
        title = escape(&edition.title),
    );
    html.push_str("<nav class=\"contents\" aria-label=\"Contents\">\n");
    for chapter in &edition.chapters {
        html.push_str(&format!("<h2>{}</h2>\n<ol>\n", chapter.title));
        for (title, path) in &chapter.pages {
            html.push_str(&format!("<li><a href=\"#{}\">{}</a></li>\n", escape(&links::anchor(path)), escape(title)));
        }
        html.push_str("</ol>\n");
    }
    html.push_str("</nav>\n");
    for (_, path) in edition.chapters.iter().flat_map(|chapter| &chapter.pages) {
        let Some(page) = pages.get(path.as_str()) else { continue };
        let anchor = links::anchor(path);
        html.push_str(&format!("<section class=\"bound\" id=\"{}\">\n", escape(&anchor)));
        html.push_str(&BoundPage { path, anchor: &anchor, links: &links }.bind(page));
        html.push_str("</section>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    Ok(html.into_bytes())
}

/// Every style sheet of the pages, in the order in which pages ask for them.
fn styles(site: &Site, pages: &BTreeMap<&str, String>) -> Result<String, Fault> {
    let mut seen = BTreeSet::new();
    let mut style = String::new();
    let mut printed = String::new();
    for (page, html) in pages {
        for (href, is_print) in read_styles(html) {
            let Some(path) = links::resolve(page, &href).filter(|path| seen.insert(path.clone())) else { continue };
            let Some(sheet) = site.file(&path) else { continue };
            let bytes = sheet?.bytes;
            let sheet = String::from_utf8_lossy(&bytes);
            if is_print {
                printed.push_str(&format!("@media print {{\n{sheet}\n}}\n"));
            } else {
                style.push_str(&sheet);
            }
        }
    }
    // No text of a style sheet may end the element that holds it.
    Ok((style + &printed + OWN_STYLE).replace("</", "<\\/"))
}
