//! Running text as a page shows it: the one place outside the templates that writes HTML, from pieces already made safe.

use super::parts::Block;
use super::route::Route;
use super::site_plan::SitePlan;
use crate::graph::{RecordId, Text, TextPiece};

/// How the links of a text are written.
#[derive(Debug, Clone)]
pub(super) struct Links {
    /// Stands before links to other pages.
    root: String,
    /// Stands before links to spots and files of the page itself.
    page: String,
    /// The page explains the records that the text mentions.
    has_glossary: bool,
}

impl Links {
    /// Links that lead from the page itself.
    pub(super) fn relative(route: &Route) -> Self {
        Self { root: route.to_root(), page: String::new(), has_glossary: false }
    }

    /// Links for a text that is read elsewhere, from where `root` leads to the site.
    pub(super) fn elsewhere(route: &Route, root: &str) -> Self {
        Self { root: root.to_owned(), page: format!("{root}{}", route.address()), has_glossary: false }
    }

    /// Mentions are described by the entries of the page's glossary.
    pub(super) fn with_glossary(self) -> Self {
        Self { has_glossary: true, ..self }
    }
}

impl SitePlan<'_> {
    /// Writes a text with its links as `links` says. Files beside the record lie in the page's folder.
    pub(super) fn blocks(&self, text: &Text, links: &Links) -> Vec<Block> {
        let Links { root, page, .. } = links;
        let mut blocks = Vec::new();
        let mut html = String::new();
        for piece in &text.pieces {
            match piece {
                TextPiece::Html(piece) => html.push_str(piece),
                TextPiece::Mention { record: Some(RecordId::Event(event)), is_alone: true, words: None, .. } => {
                    if !html.trim().is_empty() {
                        blocks.push(Block { html: std::mem::take(&mut html), card: None });
                    }
                    blocks.push(Block { html: String::new(), card: Some(self.card(*event)) });
                }
                TextPiece::Mention { record, words, written, fragment, is_alone, .. } => {
                    let link = record.and_then(|record| self.record_link(record));
                    let name = words.clone().or(link.as_ref().map(|link| link.name.clone()));
                    let name = escape(name.as_deref().unwrap_or(written));
                    let mention = match link {
                        Some(link) => {
                            let fragment = fragment.as_ref().map_or(String::new(), |fragment| format!("#{}", escape(fragment)));
                            let entry = record.filter(|_| links.has_glossary).and_then(|record| self.glossary_id(record));
                            let described = entry.map_or(String::new(), |id| format!(" aria-describedby=\"{}\"", escape(&id)));
                            format!("<a class=\"mention\" href=\"{root}{}{fragment}\"{described}>{name}</a>", link.href)
                        }
                        None => name,
                    };
                    html.push_str(&if *is_alone { format!("<p>{mention}</p>\n") } else { mention });
                }
                TextPiece::Citation { number, locator, .. } => {
                    // A number stands close to the words it supports.
                    html.truncate(html.trim_end_matches(' ').len());
                    let label = escape(&self.say_with("Source {n}", &[("n", &number.to_string())]));
                    let locator = locator.as_ref().map_or(String::new(), |locator| format!(", {}", escape(locator)));
                    html.push_str(&format!(
                        "<sup class=\"citation\"><a href=\"{page}#source-{number}\" aria-label=\"{label}{locator}\">{number}{locator}</a></sup>"
                    ));
                }
                TextPiece::LinkOpen { href, title, .. } => {
                    let title = title.as_ref().map_or(String::new(), |title| format!(" title=\"{}\"", escape(title)));
                    html.push_str(&format!("<a href=\"{}\"{title}>", escape(&self.internal_href(href, links))));
                }
                TextPiece::Image { path: Some(path), alt, title } => {
                    let title = title.as_ref().map_or(String::new(), |title| format!(" title=\"{}\"", escape(title)));
                    let src = escape(&self.file_href(path, links));
                    html.push_str(&format!("<img src=\"{src}\" alt=\"{}\"{title} loading=\"lazy\">", escape(alt)));
                }
                TextPiece::Image { path: None, alt, .. } => html.push_str(&escape(alt)),
            }
        }
        if !html.trim().is_empty() {
            blocks.push(Block { html, card: None });
        }
        blocks
    }

    /// A text as one piece of HTML, for feeds; cards are left out.
    pub(super) fn html(&self, text: &Text, links: &Links) -> String {
        self.blocks(text, links).into_iter().map(|block| block.html).collect()
    }

    /// A relative link to an address of this site as an author wrote it. Unknown addresses were reported when planning.
    fn internal_href(&self, href: &str, links: &Links) -> String {
        if let Some(path) = href.strip_prefix("file:") {
            return self.file_href(path, links);
        }
        if href.starts_with('#') {
            return format!("{}{href}", links.page);
        }
        let fragment = href.find('#').map_or("", |at| &href[at..]);
        match Route::from_address(href) {
            Some(target) => format!("{}{}{fragment}", links.root, target.href()),
            None => String::new(),
        }
    }

    /// A link to a file of the project.
    pub(super) fn file_href(&self, path: &str, links: &Links) -> String {
        match path.strip_prefix("static/") {
            Some(path) => format!("{}{}", links.root, Route::file(path).href()),
            None => format!("{}{}", links.page, Route::file(self.graph.files.name_on_page(path)).href()),
        }
    }
}

/// Escapes text for HTML, attributes included.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
