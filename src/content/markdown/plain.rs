//! Prints a body as plain paragraphs when it passes a limit.
//!
//! In: the text and the limit. Out: a body that loses no word, in linear time.
//! Never: reads Markdown.

use std::ops::Range;

use super::body::Lead;
use super::words::WordCounter;
use super::writer::Writer;
use super::{Body, Finding, Limit, Problem};

/// Prints `text` as paragraphs, divided at blank lines, with one finding at `span`.
pub(super) fn print(text: &str, span: Range<usize>, limit: Limit) -> Body {
    let mut out = Writer::default();
    let mut words = WordCounter::default();
    let mut lead = Vec::new();
    let mut paragraphs = 0;
    let mut is_open = false;
    for line in text.lines() {
        words.end_word();
        words.read(line);
        if line.trim().is_empty() {
            if is_open {
                out.html("</p>\n");
            }
            is_open = false;
            continue;
        }
        if is_open {
            out.html("\n");
        } else {
            paragraphs += 1;
            out.html(&format!("<p id=\"p{paragraphs}\">"));
            is_open = true;
        }
        if paragraphs == 1 {
            lead.push(Lead::Words(format!("{line} ")));
        }
        out.text(line);
    }
    if is_open {
        out.html("</p>\n");
    }
    let findings = vec![Finding { span, problem: Problem::LimitReached(limit) }];
    Body { pieces: out.finish(), headings: Vec::new(), findings, word_count: words.count, lead }
}
