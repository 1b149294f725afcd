//! Prints tables that a keyboard can scroll and a screen reader can name.
//!
//! In: the events of a table. Out: a table inside a labelled region.
//! Never: writes a style attribute, which the pages' security policy forbids.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::events;
use super::render::Renderer;

/// The longest label of a table, in characters.
const MAX_LABEL_CHARS: usize = 100;

/// The columns of the table at hand.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    is_head: bool,
}

impl Renderer<'_> {
    pub(super) fn start_table(&mut self, at: usize, alignments: &[Alignment]) {
        self.tables += 1;
        let label = format!("{}. {}", self.tables, self.label_table(at));
        self.columns = Columns { alignments: alignments.to_vec(), next: 0, is_head: true };
        self.out.html("<div class=\"table\" tabindex=\"0\" role=\"region\"");
        self.out.attribute("aria-label", label.trim_end_matches([' ', '.']));
        self.open_block(">\n<table>\n", "</tbody>\n</table>\n</div>\n");
    }

    pub(super) fn start_table_head(&mut self) {
        self.open("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n");
    }

    pub(super) fn start_table_row(&mut self) {
        self.columns.next = 0;
        self.columns.is_head = false;
        self.open("<tr>", "</tr>\n");
    }

    pub(super) fn start_table_cell(&mut self, at: usize) {
        let is_empty = matches!(self.events.get(at + 1), Some((Event::End(TagEnd::TableCell), _)));
        // An empty heading names nothing, so it is a plain cell.
        let (name, end_tag) = match self.columns.is_head && !is_empty {
            true => ("<th scope=\"col\"", "</th>"),
            false => ("<td", "</td>"),
        };
        let class = match self.columns.alignments.get(self.columns.next) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        };
        self.columns.next += 1;
        self.out.html(name);
        self.open_block(class, end_tag);
    }

    /// Names a table by its column headings, which are in the author's language.
    fn label_table(&self, table: usize) -> String {
        let head = table + 1;
        let mut at = head + 1;
        let mut headings = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.events.get(at) {
            let end = events::find_end(self.events, at);
            headings.push(events::flatten(self.text, self.events, at + 1..end));
            at = end + 1;
        }
        headings.retain(|heading| !heading.is_empty());
        let label = headings.join(", ");
        match label.char_indices().nth(MAX_LABEL_CHARS) {
            Some((end, _)) => format!("{}…", &label[..end]),
            None => label,
        }
    }
}
