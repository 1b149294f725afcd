//! Walks through the parser's events and prints each as safe HTML or as a piece.
//!
//! In: the text and its events. Out: the body, or the limit that was passed.
//! Never: prints anything unescaped that an author wrote; each open tag has its end tag on one stack.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::body::Lead;
use super::events::{self, Spanned};
use super::ids::Ids;
use super::notes::Notes;
use super::table::Columns;
use super::words::WordCounter;
use super::writer::Writer;
use super::{Body, Finding, Limit, Limits, Problem};

/// What a body may always grow by, in bytes, whatever its length.
const FREE_GROWTH: usize = 64 * 1024;

/// The limit that was passed and where.
pub(super) type Exceeded = (Limit, Range<usize>);

/// Prints the events of one body.
pub(super) fn render(text: &str, events: &[Spanned<'_>], limits: Limits, reserved: &[&str]) -> Result<Body, Exceeded> {
    let mut renderer = Renderer {
        text,
        events,
        limits,
        out: Writer::default(),
        settled: 0,
        body: Body::default(),
        notes: Notes::find(events),
        ids: Ids::new(reserved),
        shallowest_heading: shallowest_heading(events),
        last_heading: 1,
        words: WordCounter::default(),
        open: Vec::new(),
        links: 0,
        paragraphs: 0,
        tables: 0,
        columns: Columns::default(),
        block: Block::default(),
        is_in_note: false,
        is_in_lead: false,
    };
    renderer.run(0..events.len())?;
    renderer.render_notes()?;
    Ok(renderer.finish())
}

fn shallowest_heading(events: &[Spanned<'_>]) -> u8 {
    let level = |event: &Event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    };
    events.iter().filter_map(|(event, _)| level(event)).min().unwrap_or(1)
}

/// The state of the walk.
pub(super) struct Renderer<'a> {
    pub(super) text: &'a str,
    pub(super) events: &'a [Spanned<'a>],
    pub(super) out: Writer,
    pub(super) body: Body,
    pub(super) notes: Notes,
    pub(super) words: WordCounter,
    pub(super) columns: Columns,
    pub(super) tables: usize,
    pub(super) block: Block,
    pub(super) is_in_note: bool,
    pub(super) is_in_lead: bool,
    /// The bytes of writers set aside, and of what is still to be printed for sure.
    pub(super) settled: usize,
    limits: Limits,
    pub(super) ids: Ids<'a>,
    /// As written, 1 to 6.
    pub(super) shallowest_heading: u8,
    /// The level on the page of the heading before; 1, the title, at first.
    pub(super) last_heading: u8,
    pub(super) open: Vec<Open>,
    links: usize,
    pub(super) paragraphs: usize,
}

/// What is true until the next block of text begins.
#[derive(Default)]
pub(super) struct Block {
    pub(super) is_code: bool,
    pub(super) has_told_html: bool,
    pub(super) has_told_emphasis: bool,
}

/// An element that waits for its end.
pub(super) struct Open {
    end_tag: &'static str,
    is_link: bool,
}

impl Renderer<'_> {
    /// Prints a range of events; the events of footnotes in it are left for later.
    fn run(&mut self, range: Range<usize>) -> Result<(), Exceeded> {
        let mut at = range.start;
        while at < range.end {
            let span = self.events[at].1.clone();
            at = self.print(at);
            if self.open.len() > self.limits.max_nesting {
                return Err((Limit::Nesting(self.limits.max_nesting), span));
            }
            let most = self.text.len().saturating_mul(self.limits.max_growth).saturating_add(FREE_GROWTH);
            if self.settled + self.out.bytes() > most {
                return Err((Limit::Growth(self.limits.max_growth), span));
            }
        }
        Ok(())
    }

    /// Prints one event, or several that belong together; returns the index of the next.
    fn print(&mut self, at: usize) -> usize {
        let (event, span) = &self.events[at];
        match event {
            Event::Start(tag) => return self.start(at, tag, span),
            Event::End(_) => self.end(),
            Event::Text(run) => return self.print_text(at, run, span),
            Event::Code(code) => self.print_code(code),
            Event::Html(html) => self.out.text(html),
            Event::InlineHtml(html) => self.print_inline_html(html, span),
            Event::FootnoteReference(label) => self.print_note_mark(label, span),
            Event::SoftBreak => self.print_break("\n"),
            Event::HardBreak => self.print_break("<br>\n"),
            Event::Rule => self.out.html("<hr>\n"),
            Event::TaskListMarker(true) => self.out.html("<input type=\"checkbox\" disabled checked aria-label=\"Done\"> "),
            Event::TaskListMarker(false) => self.out.html("<input type=\"checkbox\" disabled aria-label=\"To do\"> "),
            Event::InlineMath(run) | Event::DisplayMath(run) => self.out.text(run),
        }
        at + 1
    }

    /// Prints the start of an element; returns the index of the next event to print.
    fn start(&mut self, at: usize, tag: &Tag<'_>, span: &Range<usize>) -> usize {
        match tag {
            Tag::Paragraph => return self.start_paragraph(at),
            Tag::Heading { level, .. } => self.start_heading(at, *level),
            Tag::BlockQuote(kind) => self.start_quotation(*kind),
            Tag::CodeBlock(kind) => self.start_code_block(kind),
            Tag::HtmlBlock => self.start_html_block(span),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.open_block("<li>", "</li>\n"),
            Tag::FootnoteDefinition(_) => return events::find_end(self.events, at) + 1,
            Tag::Table(alignments) => self.start_table(at, alignments),
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_table_row(),
            Tag::TableCell => self.start_table_cell(at),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => return self.start_link(at, *link_type, dest_url, title),
            Tag::Image { link_type, dest_url, title, .. } => return self.print_image(at, *link_type, dest_url, title),
            _ => self.open("", ""),
        }
        at + 1
    }

    /// Prints a start tag and keeps its end tag for later.
    pub(super) fn open(&mut self, start_tag: &str, end_tag: &'static str) {
        self.out.html(start_tag);
        self.open.push(Open { end_tag, is_link: false });
    }

    /// Does the same for an element that begins a new block of text.
    pub(super) fn open_block(&mut self, start_tag: &str, end_tag: &'static str) {
        self.block = Block::default();
        self.words.end_word();
        self.open(start_tag, end_tag);
    }

    /// Keeps the end tag of a link whose start tag has been printed.
    pub(super) fn open_link(&mut self) {
        self.links += 1;
        self.open.push(Open { end_tag: "</a>", is_link: true });
    }

    /// Tells whether a link is open, in which no other may stand.
    pub(super) fn is_in_link(&self) -> bool {
        self.links > 0
    }

    /// Prints the end tag of the element opened last.
    pub(super) fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.out.html(open.end_tag);
        self.links -= usize::from(open.is_link);
        if self.open.is_empty() {
            self.block.is_code = false;
            self.is_in_lead = false;
        }
        if open.end_tag.ends_with('\n') {
            self.block.is_code = false;
            self.words.end_word();
        }
    }

    /// Prints the notes to come, then those nobody points to, since either may mark others.
    fn render_notes(&mut self) -> Result<(), Exceeded> {
        let body = std::mem::take(&mut self.out);
        self.settled += body.bytes();
        self.is_in_note = true;
        let mut contents = Vec::new();
        let mut unused = 0;
        loop {
            let Some(definition) = self.notes.numbered(contents.len() + 1) else {
                let Some(next) = self.notes.number_unused(unused) else {
                    break;
                };
                unused = next;
                self.report_unused(contents.len() + 1);
                continue;
            };
            self.run(definition.content.clone())?;
            let content = std::mem::take(&mut self.out);
            self.settled += content.bytes();
            contents.push(content);
        }
        self.out = body;
        let notes = std::mem::take(&mut self.notes);
        notes.print(contents, &mut self.out);
        Ok(())
    }

    fn report_unused(&mut self, number: usize) {
        let Some(definition) = self.notes.numbered(number) else {
            return;
        };
        let label = definition.label.clone();
        let problem = if definition.is_repeated { Problem::RepeatedFootnote(label) } else { Problem::UnusedFootnote(label) };
        let start = definition.span.start;
        let line = self.text.get(definition.span.clone()).and_then(|note| note.lines().next()).unwrap_or("");
        self.report(start..start + line.len(), problem);
    }

    /// Adds to the plain text of the first paragraph.
    pub(super) fn lead(&mut self, run: Lead) {
        if self.is_in_lead {
            self.body.lead.push(run);
        }
    }

    /// Records a mistake.
    pub(super) fn report(&mut self, span: Range<usize>, problem: Problem) {
        self.body.findings.push(Finding { span, problem });
    }

    fn finish(self) -> Body {
        let mut body = self.body;
        body.findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
        Body { pieces: self.out.finish(), word_count: self.words.count, ..body }
    }
}
