//! Tests of the Markdown room: goldens for each feature, laws over arbitrary text, and inputs made to be slow.

mod excerpt;
mod footnotes;
mod headings;
mod laws;
mod limits;
mod links;
mod mentions;
mod slow;
mod text;

use super::{Body, Limits, Piece, Problem, parse};

fn read(text: &str) -> Body {
    parse(text, Limits::default(), &[])
}

/// Prints the pieces as one text; a gap stands as `{…}`.
fn print(text: &str) -> String {
    show(&read(text).pieces)
}

fn show(pieces: &[Piece]) -> String {
    let show_one = |piece: &Piece| match piece {
        Piece::Html(html) => html.to_string(),
        Piece::Mention { target, label, fragment, is_alone, .. } => {
            let label = label.as_ref().map_or(String::new(), |label| format!("|{label}"));
            let fragment = fragment.as_ref().map_or(String::new(), |fragment| format!("#{fragment}"));
            format!("{{{}{target}{fragment}{label}}}", if *is_alone { "card " } else { "" })
        }
        Piece::Citation { source, locator, .. } => {
            format!("{{cite {source}{}}}", locator.as_ref().map_or(String::new(), |locator| format!(", {locator}")))
        }
        Piece::LinkOpen { href, title, .. } => {
            format!("{{link {href}{}}}", title.as_ref().map_or(String::new(), |title| format!(" {title:?}")))
        }
        Piece::Image { src, alt, title, .. } => {
            format!("{{image {src} {alt:?}{}}}", title.as_ref().map_or(String::new(), |title| format!(" {title:?}")))
        }
    };
    pieces.iter().map(show_one).collect()
}

/// Returns each problem with the text it points at.
fn findings(text: &str) -> Vec<(Problem, &str)> {
    read(text).findings.into_iter().map(|finding| (finding.problem, &text[finding.span])).collect()
}

fn problems(text: &str) -> Vec<Problem> {
    read(text).findings.into_iter().map(|finding| finding.problem).collect()
}
