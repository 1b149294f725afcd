//! `citation:`: what catalogues take the site's pages for, and the styles in which they are cited.

use crate::diagnostic::{Code, Diagnostic, Location, nearest};
use crate::yaml::{Node, Reader};

/// The kinds of item that Zotero can take a page for.
const ITEM_TYPES: &[&str] = &["webpage", "newspaperArticle", "magazineArticle", "blogPost", "encyclopediaArticle", "report"];
/// The kinds of article of schema.org that a page can be.
const ARTICLE_TYPES: &[&str] =
    &["BackgroundNewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "NewsArticle", "Article", "Report"];

/// How the pages of a site are cited.
#[derive(Debug, Clone)]
pub struct CitationSettings {
    /// One of Zotero's: `webpage`.
    pub item_type: &'static str,
    /// One of schema.org's: `BackgroundNewsArticle`.
    pub article_type: &'static str,
    /// CSL styles of the site's own.
    pub styles: Vec<StyleFile>,
}

/// A file with a style in the Citation Style Language.
#[derive(Debug, Clone)]
pub struct StyleFile {
    /// From the site's folder.
    pub path: String,
    /// Where it is written, for messages.
    pub at: Location,
}

impl CitationSettings {
    /// Reads `citation:`.
    pub(super) fn read(node: Option<&Node>, reader: &mut Reader) -> Self {
        let mut settings = Self { item_type: ITEM_TYPES[0], article_type: ARTICLE_TYPES[0], styles: Vec::new() };
        let Some(node) = node else { return settings };
        for (key, _) in node.entries() {
            match key.name.as_str() {
                "item-type" => settings.item_type = read_word(node, "item-type", ITEM_TYPES, reader),
                "article-type" => settings.article_type = read_word(node, "article-type", ARTICLE_TYPES, reader),
                "styles" => {
                    for style in reader.texts_at(node, "styles") {
                        let at = reader.written.locate(style.at);
                        settings.styles.push(StyleFile { path: style.value, at });
                    }
                }
                unknown => {
                    let bad = Diagnostic::new(Code::BadSetting, format!("`{unknown}` is no setting of citations"));
                    reader.report(key.at, bad.help("it may be: item-type, article-type, styles"));
                }
            }
        }
        settings
    }
}

/// Reads one of a few words; the first of them stands in for any other.
fn read_word(node: &Node, key: &str, words: &'static [&'static str], reader: &mut Reader) -> &'static str {
    let Some(written) = reader.text_at(node, key) else { return words[0] };
    if let Some(word) = words.iter().find(|word| **word == written.value) {
        return word;
    }
    let bad = Diagnostic::new(Code::BadSetting, format!("`{}` is no {key}", written.value));
    let help = match nearest(&written.value, words.iter().copied()) {
        Some(word) => format!("did you mean `{word}`?"),
        None => format!("it may be: {}", words.join(", ")),
    };
    reader.report(written.at, bad.help(help));
    words[0]
}
