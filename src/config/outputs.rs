//! Which outputs a build makes besides the pages.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::yaml::{Node, Reader};

/// Which outputs are on. All but cards are by default.
#[derive(Debug, Clone, Copy)]
pub struct Outputs {
    /// Atom and JSON feeds.
    pub feeds: bool,
    /// The page `data/` and every download but calendars.
    pub data: bool,
    /// Calendars for programs that keep them, and an `event.ics` beside every event.
    pub calendar: bool,
    /// `sitemap.xml` and `robots.txt`.
    pub sitemap: bool,
    /// How pages are cited: the box on the page, and the files beside it.
    pub citations: bool,
    /// The page of search and its index.
    pub search: bool,
    /// Pages that other sites may frame.
    pub embeds: bool,
    /// Pictures of pages for other sites.
    pub cards: bool,
}

impl Outputs {
    /// The names that `outputs:` may hold.
    pub const NAMES: &[&str] = &["feeds", "data", "calendar", "sitemap", "citations", "search", "embeds", "cards"];

    /// Reads `outputs:`.
    pub(super) fn read(node: Option<&Node>, reader: &mut Reader) -> Self {
        let mut outputs =
            Self { feeds: true, data: true, calendar: true, sitemap: true, citations: true, search: true, embeds: true, cards: false };
        let Some(node) = node else { return outputs };
        for (key, _) in node.entries() {
            let is_on = reader.flag_at(node, &key.name);
            match key.name.as_str() {
                "feeds" => outputs.feeds = is_on,
                "data" => outputs.data = is_on,
                "calendar" => outputs.calendar = is_on,
                "sitemap" => outputs.sitemap = is_on,
                "citations" => outputs.citations = is_on,
                "search" => outputs.search = is_on,
                "embeds" => outputs.embeds = is_on,
                "cards" if is_on && !cfg!(feature = "cards") => {
                    let bare = Diagnostic::new(Code::BadSetting, "this program cannot draw cards".to_owned());
                    reader.report(key.at, bare.help("build Dateline with the feature `cards`, or leave the setting out"));
                }
                "cards" => outputs.cards = is_on,
                unknown => {
                    let message = format!("`{unknown}` is no output of this version");
                    let help = match nearest(unknown, Self::NAMES.iter().copied()) {
                        Some(name) => format!("did you mean `{name}`?"),
                        None => format!("it may be: {}", Self::NAMES.join(", ")),
                    };
                    reader.report(key.at, Diagnostic::new(Code::BadSetting, message).help(help));
                }
            }
        }
        outputs
    }
}
