//! Prints running text: words, code, citations, footnote marks, and HTML as typed.
//!
//! In: single events. Out: escaped text, citations, numbered marks.
//! Never: reads brackets inside code.

use std::ops::Range;

use super::body::Lead;
use super::bracket::{self, Bracket};
use super::emphasis;
use super::notes;
use super::render::Renderer;
use super::{Piece, Problem};

impl Renderer<'_> {
    /// Prints a run of text, or the whole bracket that opens here; returns the index of the next event.
    pub(super) fn print_text(&mut self, at: usize, run: &str, span: &Range<usize>) -> usize {
        if self.block.is_code {
            self.out.text(run);
            return at + 1;
        }
        if run == "[" {
            self.report_empty_mention(span);
            if let Some((bracket, next)) = bracket::read(self.text, self.events, at) {
                let whole = span.start..self.events[next - 1].1.end;
                if self.print_bracket(bracket, whole) {
                    return next;
                }
            }
        }
        self.report_emphasis(run, span);
        self.print_words(run);
        at + 1
    }

    /// Prints visible words, counts them, and adds them to the excerpt.
    pub(super) fn print_words(&mut self, words: &str) {
        self.words.read(words);
        self.lead(Lead::Words(words.to_owned()));
        self.out.text(words);
    }

    /// Prints citations and tells what is wrong with other brackets; returns whether nothing is left to print.
    fn print_bracket(&mut self, bracket: Bracket, span: Range<usize>) -> bool {
        match bracket {
            // A citation becomes a link, and no link may stand in another.
            Bracket::Citations(_) if self.is_in_link() => false,
            Bracket::Citations(citations) => {
                for cited in citations {
                    self.out.piece(Piece::Citation { source: cited.source, locator: cited.locator, span: cited.span });
                }
                true
            }
            Bracket::Unread(text) => {
                self.report(span, Problem::UnreadCitation(text));
                false
            }
            Bracket::Note(label) => {
                if !self.notes.has(&label) {
                    self.report(span, Problem::UndefinedFootnote(label));
                }
                false
            }
        }
    }

    pub(super) fn print_code(&mut self, code: &str) {
        self.out.html("<code>");
        self.print_words(code);
        self.out.html("</code>");
    }

    pub(super) fn print_inline_html(&mut self, html: &str, span: &Range<usize>) {
        if !std::mem::replace(&mut self.block.has_told_html, true) {
            self.report(span.clone(), Problem::RawHtml);
        }
        self.lead(Lead::Words(html.to_owned()));
        self.out.text(html);
    }

    pub(super) fn print_break(&mut self, html: &str) {
        self.words.end_word();
        self.lead(Lead::Words(" ".to_owned()));
        self.out.html(html);
    }

    pub(super) fn print_note_mark(&mut self, label: &str, span: &Range<usize>) {
        let mark = if self.is_in_link() { None } else { self.notes.mark(label) };
        match mark {
            Some((number, nth)) => {
                self.settled += notes::WAY_BACK_BYTES;
                self.out
                    .html(&format!("<sup><a href=\"#fn-{number}\" id=\"fn-{number}-use-{nth}\" role=\"doc-noteref\">{number}</a></sup>"));
            }
            None => {
                if !self.notes.has(label) {
                    self.report(span.clone(), Problem::UndefinedFootnote(label.to_owned()));
                }
                self.out.text(&format!("[^{label}]"));
            }
        }
    }

    fn report_empty_mention(&mut self, span: &Range<usize>) {
        let Some(inside) = self.text[span.start..].strip_prefix("[[") else {
            return;
        };
        let is_escaped = self.text[..span.start].ends_with('\\');
        if is_escaped || !inside.starts_with([']', '|']) {
            return;
        }
        // The search stops at any bracket, so that a long row of openings is read once.
        let end = inside.find(['[', ']']).unwrap_or(inside.len());
        if inside[end..].starts_with("]]") {
            self.report(span.start..span.start + end + 4, Problem::EmptyMention);
        }
    }

    fn report_emphasis(&mut self, run: &str, span: &Range<usize>) {
        // The parser hands on each asterisk that became no emphasis as a text of its own.
        if self.block.has_told_emphasis || run != "*" {
            return;
        }
        if let Some(pair) = emphasis::find_literal(self.text, span.start) {
            self.block.has_told_emphasis = true;
            self.report(pair, Problem::LiteralEmphasis);
        }
    }
}
