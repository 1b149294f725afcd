//! The body of a frozen page: the author's Markdown of that day, with what its names meant on that day.

use super::parts::Block;
use super::route::Route;
use super::search::push_plain;
use super::site_plan::SitePlan;
use super::text::escape;
use super::version::Reading;
use crate::content::markdown::Piece;
use crate::content::parse_body;
use crate::ledger::RecordKey;

impl SitePlan<'_> {
    /// Writes the body of a kept text for a page at `route`.
    pub(super) fn frozen_blocks(&self, reading: &Reading, route: &Route) -> Vec<Block> {
        let root = route.to_root();
        let mut html = String::new();
        for piece in parse_body(reading.body).pieces {
            match piece {
                Piece::Html(piece) => html.push_str(&piece),
                Piece::Mention { target, label, fragment, is_alone, .. } => {
                    let key = reading.meanings.mentions.get(&target);
                    let name = escape(label.as_deref().unwrap_or_else(|| key.map_or(target.as_str(), |key| reading.name(key))));
                    let mention = match key.and_then(|key| RecordKey::parse(key)) {
                        Some(key) => {
                            let living = self.living(&key);
                            // A spot of a page that has changed since may be gone: the page itself is enough.
                            let fragment = fragment.filter(|_| !self.ledger.versions.contains_key(&key));
                            let fragment = fragment.map_or(String::new(), |fragment| format!("#{}", escape(&fragment)));
                            format!("<a class=\"mention\" href=\"{root}{}{fragment}\">{name}</a>", living.href())
                        }
                        None => name,
                    };
                    html.push_str(&if is_alone { format!("<p>{mention}</p>\n") } else { mention });
                }
                Piece::Citation { source, locator, .. } => match reading.meanings.citations.get(&source) {
                    Some(number) => {
                        html.truncate(html.trim_end_matches(' ').len());
                        let label = escape(&self.say_with("Source {n}", &[("n", &number.to_string())]));
                        let locator = locator.map_or(String::new(), |locator| format!(", {}", escape(&locator)));
                        html.push_str(&format!(
                            "<sup class=\"citation\"><a href=\"#source-{number}\" aria-label=\"{label}{locator}\">{number}{locator}</a></sup>"
                        ));
                    }
                    None => html.push_str(&escape(&format!("[@{source}]"))),
                },
                Piece::LinkOpen { href, title, .. } => {
                    let title = title.map_or(String::new(), |title| format!(" title=\"{}\"", escape(&title)));
                    html.push_str(&match self.frozen_href(&href, &root) {
                        Some(href) => format!("<a href=\"{}\"{title}>", escape(&href)),
                        None => "<a>".to_owned(),
                    });
                }
                Piece::Image { alt, .. } => html.push_str(&escape(&alt)),
            }
        }
        if html.trim().is_empty() { Vec::new() } else { vec![Block { html, card: None }] }
    }

    /// A link inside the site that still leads somewhere; files beside a record are not kept.
    fn frozen_href(&self, href: &str, root: &str) -> Option<String> {
        if href.starts_with('#') {
            return Some(href.to_owned());
        }
        let route = Route::from_address(href).filter(|route| href.starts_with('/') && self.has(route))?;
        Some(format!("{root}{}", self.outline.redirects.get(route.path()).unwrap_or(&route).href()))
    }
}

/// The body of a kept text without its markup, a line a paragraph, for comparing.
pub(super) fn plain_body(reading: &Reading) -> String {
    let mut plain = String::new();
    for piece in parse_body(reading.body).pieces {
        match piece {
            Piece::Html(html) => push_plain(&with_line_ends(&html), &mut plain),
            Piece::Mention { label: Some(words), .. } => plain.push_str(&words),
            Piece::Mention { target, .. } => {
                let key = reading.meanings.mentions.get(&target);
                plain.push_str(key.map_or(target.as_str(), |key| reading.name(key)));
            }
            Piece::Image { alt, .. } => plain.push_str(&alt),
            Piece::Citation { .. } => plain.truncate(plain.trim_end().len()),
            Piece::LinkOpen { .. } => {}
        }
    }
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Ends a line where a paragraph ends, and nowhere else.
fn with_line_ends(html: &str) -> String {
    let mut lines = html.replace('\n', " ");
    for end in ["</p>", "</li>", "</tr>", "</h2>", "</h3>", "</h4>"] {
        lines = lines.replace(end, &format!("{end}\n"));
    }
    lines
}
