//! Prints images.
//!
//! In: the events of an image. Out: a piece for an image of this site, a plain link for one of another.
//! Never: makes a page load anything from another host.

use pulldown_cmark::LinkType;

use super::address::{self, Address};
use super::events;
use super::render::Renderer;
use super::{Piece, Problem};

/// The endings that make `![[name]]` an image rather than a mention.
const IMAGE_ENDINGS: [&str; 7] = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

/// Tells whether `![[name]]` names an image file.
pub(super) fn is_image_file(name: &str) -> bool {
    let name = name.trim().trim_end_matches('\\').to_ascii_lowercase();
    IMAGE_ENDINGS.iter().any(|ending| name.ends_with(ending))
}

impl Renderer<'_> {
    /// Prints an image and all within it; returns the index of the next event.
    pub(super) fn print_image(&mut self, at: usize, kind: LinkType, written: &str, title: &str) -> usize {
        let end = events::find_end(self.events, at);
        let mut written = written;
        let mut alt = events::flatten(self.text, self.events, at + 1..end);
        if let LinkType::WikiLink { has_pothole } = kind {
            if !is_image_file(written) {
                let mention = self.read_mention(at, written, has_pothole);
                self.print_mention(mention, false);
                return end + 1;
            }
            written = written.trim_end_matches('\\');
            if !has_pothole {
                alt.clear();
            }
        }
        let span = self.events[at].1.clone();
        match address::read(written) {
            Address::Inside(src) => {
                if alt.is_empty() {
                    self.report(span.clone(), Problem::MissingAlt(src.clone()));
                }
                let title = (!title.is_empty()).then(|| title.to_owned());
                self.out.piece(Piece::Image { src, alt, title, span });
            }
            Address::Web(url) => {
                self.report(span, Problem::RemoteImage(url.clone()));
                self.print_image_link(&url, alt, title);
            }
            Address::Forbidden(scheme) => {
                self.report(span, Problem::UnsafeLink(scheme));
                self.print_words(&alt);
            }
            Address::Mail(_) | Address::Fragment(_) | Address::Unreadable => {
                self.report(span, Problem::BrokenLink(written.to_owned()));
                self.print_words(&alt);
            }
        }
        end + 1
    }

    /// Prints a link to an image on another website, or its words alone where no link may stand.
    fn print_image_link(&mut self, url: &str, alt: String, title: &str) {
        let words = if alt.is_empty() { url.to_owned() } else { alt };
        if self.is_in_link() {
            return self.print_words(&words);
        }
        self.print_link_start(url, title, true);
        self.print_words(&words);
        self.end();
    }
}
