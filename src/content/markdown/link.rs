//! Prints links and mentions.
//!
//! In: the events of a link. Out: a finished tag for other websites, a piece for this one, plain words for the rest.
//! Never: prints a scheme that is not on the list, or a link inside a link.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::{self, Address};
use super::body::Lead;
use super::events;
use super::render::Renderer;
use super::{Piece, Problem};

impl Renderer<'_> {
    /// Prints the start of a link, or a whole mention; returns the index of the next event.
    pub(super) fn start_link(&mut self, at: usize, kind: LinkType, written: &str, title: &str) -> usize {
        let LinkType::WikiLink { has_pothole: has_label } = kind else {
            self.start_plain_link(at, kind, written, title);
            return at + 1;
        };
        let mention = self.read_mention(at, written, has_label);
        let end = events::find_end(self.events, at);
        self.print_mention(mention, false);
        end + 1
    }

    fn start_plain_link(&mut self, at: usize, kind: LinkType, written: &str, title: &str) {
        if self.is_in_link() {
            return self.open("", "");
        }
        let span = self.events[at].1.clone();
        let written = if kind == LinkType::Email { Cow::Owned(format!("mailto:{written}")) } else { Cow::Borrowed(written) };
        match address::read(&written) {
            Address::Web(href) => self.print_link_start(&href, title, true),
            Address::Mail(href) => self.print_link_start(&href, title, false),
            Address::Inside(href) | Address::Fragment(href) => {
                let title = (!title.is_empty()).then(|| title.to_owned());
                self.out.piece(Piece::LinkOpen { href, title, span });
                self.open_link();
            }
            Address::Forbidden(scheme) => {
                self.report(span, Problem::UnsafeLink(scheme));
                return self.open("", "");
            }
            Address::Unreadable => {
                self.report(span, Problem::BrokenLink(written.into_owned()));
                return self.open("", "");
            }
        }
        // A link without words could be neither seen nor clicked.
        if matches!(self.events.get(at + 1), Some((Event::End(TagEnd::Link), _))) {
            self.print_words(&written);
        }
    }

    /// Prints the start tag of a finished link; `href` has passed the list of schemes.
    pub(super) fn print_link_start(&mut self, href: &str, title: &str, is_external: bool) {
        self.out.html("<a");
        self.out.attribute("href", href);
        if !title.is_empty() {
            self.out.attribute("title", title);
        }
        self.out.html(if is_external { " rel=\"external\">" } else { ">" });
        self.open_link();
    }

    /// Prints a mention that is all of its paragraph, without the paragraph; returns the index of the next event.
    pub(super) fn print_lone_mention(&mut self, paragraph: usize) -> Option<usize> {
        let at = paragraph + 1;
        let (written, has_label) = match &self.events.get(at)?.0 {
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. }) => (dest_url, *has_pothole),
            Event::Start(Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. })
                if !super::figure::is_image_file(dest_url) =>
            {
                (dest_url, *has_pothole)
            }
            _ => return None,
        };
        let end = events::find_end(self.events, at);
        let is_whole = matches!(self.events.get(end + 1), Some((Event::End(TagEnd::Paragraph), _)));
        let mention = self.read_mention(at, written, has_label);
        if !is_whole || self.is_in_note || mention.target.is_empty() {
            return None;
        }
        self.words.end_word();
        self.print_mention(mention, true);
        Some(end + 2)
    }

    /// Reads the mention whose link starts at event `at`.
    pub(super) fn read_mention(&self, at: usize, written: &str, has_label: bool) -> Mention {
        let span = self.events[at].1.clone();
        let source = self.text.get(span.clone()).unwrap_or("");
        // In a table the bar is written `\|`, and the parser leaves the backslash in the target.
        let written = if has_label && source.contains("\\|") { written.strip_suffix('\\').unwrap_or(written) } else { written };
        let (target, fragment) = written.split_once('#').unwrap_or((written, ""));
        let fragment = fragment.trim();
        let end = events::find_end(self.events, at);
        let label = if has_label { events::flatten(self.text, self.events, at + 1..end) } else { String::new() };
        Mention {
            target: target.split_whitespace().collect::<Vec<_>>().join(" "),
            label: (!label.is_empty()).then_some(label),
            fragment: (!fragment.is_empty()).then(|| fragment.to_owned()),
            span,
        }
    }

    /// Prints a mention as a piece, or as plain words where no link may stand.
    pub(super) fn print_mention(&mut self, mention: Mention, is_alone: bool) {
        let Mention { target, label, fragment, span } = mention;
        if target.is_empty() {
            let source = self.text.get(span.clone()).unwrap_or("");
            self.report(span, Problem::EmptyMention);
            return self.print_words(source);
        }
        let words = label.as_ref().unwrap_or(&target);
        if self.is_in_link() {
            return self.print_words(&words.clone());
        }
        self.words.read(words);
        self.lead(label.clone().map_or_else(|| Lead::Mention(target.clone()), Lead::Words));
        self.out.piece(Piece::Mention { target, label, fragment, span, is_alone });
    }
}

/// A mention as written.
pub(super) struct Mention {
    pub(super) target: String,
    label: Option<String>,
    fragment: Option<String>,
    span: Range<usize>,
}
