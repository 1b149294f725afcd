//! Prints the start of each kind of block: paragraphs, headings, quotations, code, and HTML as typed.
//!
//! In: the events of a block. Out: its start tag, with the id by which it can be cited.
//! Never: prints a level-one heading, which is the title of the page.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, HeadingLevel};

use super::events;
use super::render::Renderer;
use super::{Heading, Problem};

impl Renderer<'_> {
    pub(super) fn start_paragraph(&mut self, at: usize) -> usize {
        if let Some(next) = self.print_lone_mention(at) {
            return next;
        }
        if !self.open.is_empty() || self.is_in_note {
            self.open_block("<p>", "</p>\n");
            return at + 1;
        }
        self.paragraphs += 1;
        self.is_in_lead = self.body.lead.is_empty();
        self.open_block(&format!("<p id=\"p{}\">", self.paragraphs), "</p>\n");
        at + 1
    }

    pub(super) fn start_heading(&mut self, at: usize, level: HeadingLevel) {
        let end = events::find_end(self.events, at);
        let text = events::flatten(self.text, self.events, at + 1..end);
        let id = self.ids.give(&text);
        // The shallowest heading of a body stands below the title of the page, and no level is skipped on the way down.
        let below_title = level as u8 - self.shallowest_heading + 2;
        let level = below_title.min(self.last_heading + 1).min(6);
        self.last_heading = level;
        let end_tag = match level {
            2 => "</h2>\n",
            3 => "</h3>\n",
            4 => "</h4>\n",
            5 => "</h5>\n",
            _ => "</h6>\n",
        };
        self.out.html(&format!("<h{level}"));
        self.out.attribute("id", &id);
        self.open_block(">", end_tag);
        self.body.headings.push(Heading { level, text, id });
    }

    pub(super) fn start_quotation(&mut self, kind: Option<BlockQuoteKind>) {
        let (class, title) = match kind {
            None => return self.open_block("<blockquote>\n", "</blockquote>\n"),
            Some(BlockQuoteKind::Note) => ("note", "Note"),
            Some(BlockQuoteKind::Tip) => ("tip", "Tip"),
            Some(BlockQuoteKind::Important) => ("important", "Important"),
            Some(BlockQuoteKind::Warning) => ("warning", "Warning"),
            Some(BlockQuoteKind::Caution) => ("caution", "Caution"),
        };
        let start_tag = format!("<div class=\"alert alert-{class}\">\n<p class=\"alert-title\">{title}</p>\n");
        self.open_block(&start_tag, "</div>\n");
    }

    pub(super) fn start_code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language: String = match kind {
            CodeBlockKind::Indented => String::new(),
            CodeBlockKind::Fenced(info) => info
                .split_whitespace()
                .next()
                .into_iter()
                .flat_map(str::chars)
                .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-'))
                .take(32)
                .collect(),
        };
        self.out.html("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.out.attribute("class", &format!("language-{language}"));
        }
        self.open_block(">", "</code></pre>\n");
        self.block.is_code = true;
    }

    pub(super) fn start_html_block(&mut self, span: &Range<usize>) {
        self.open_block("<p class=\"raw-html\">", "</p>\n");
        let written = self.text.get(span.clone()).unwrap_or("").trim_end();
        self.report(span.start..span.start + written.len(), Problem::RawHtml);
    }
}
