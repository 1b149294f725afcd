//! Share cards as PNG, drawn by resvg with the face that the program carries: the same card gives the same bytes on every computer.
//!
//! A card bears a stamp of what was drawn. One that was drawn before and bears the same stamp is taken as it is.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::pages::{CARD_SIZE, ShareCard, escape};
use crate::theme::CARD_FACE;

/// Counts up when cards come to look different, so that none that was drawn before is kept.
const LOOK: u32 = 1;
/// The name of the stamp in the file.
const STAMP: &str = "Dateline";
/// The sizes of a headline, largest first, with the lines that there is room for.
const HEADLINES: [(f32, usize); 4] = [(76.0, 3), (64.0, 4), (52.0, 5), (44.0, 6)];
const EDGE: f32 = 80.0;
const SMALL: f32 = 30.0;
const ACCENT: &str = "#9c2a2a";

/// Draws cards.
pub(super) struct Pen {
    face: Option<FontRef<'static>>,
    options: usvg::Options<'static>,
}

impl fmt::Debug for Pen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pen")
    }
}

impl Pen {
    /// Makes ready to draw.
    pub(super) fn new() -> Self {
        let mut faces = usvg::fontdb::Database::new();
        faces.load_font_source(usvg::fontdb::Source::Binary(Arc::new(CARD_FACE)));
        Self { face: FontRef::new(CARD_FACE).ok(), options: usvg::Options { fontdb: Arc::new(faces), ..usvg::Options::default() } }
    }

    /// Draws a card, unless it was drawn before.
    pub(super) fn draw(&self, card: &ShareCard, before: Option<Vec<u8>>) -> Vec<u8> {
        let drawing = self.lay_out(card);
        let stamp = blake3::hash(format!("{LOOK} {drawing}").as_bytes()).to_hex();
        match before.filter(|before| stamp_of(before).as_deref() == Some(stamp.as_str())) {
            Some(before) => before,
            // The face and the drawing are the program's own: there is nothing in them that could be wrong.
            None => self.paint(&drawing, &stamp).unwrap_or_default(),
        }
    }

    /// The card as SVG.
    fn lay_out(&self, card: &ShareCard) -> String {
        let (width, height) = CARD_SIZE;
        let room = width as f32 - 2.0 * EDGE;
        let sizes = HEADLINES.map(|(size, most)| (size, most, self.wrap(&card.headline, size, room)));
        let [.., smallest] = &sizes;
        let (size, most, lines) = sizes.iter().find(|(_, most, lines)| lines.len() <= *most).unwrap_or(smallest);
        let accent = card.accent.as_deref().unwrap_or(ACCENT);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"Noto Serif\" font-weight=\"700\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fdfbf7\"/><rect width=\"{width}\" height=\"16\" fill=\"{accent}\"/>\
             <rect x=\"{EDGE}\" y=\"536\" width=\"{room}\" height=\"2\" fill=\"#d8d0c3\"/>"
        );
        let mut write = |text: &str, y: f32, size: f32, colour: &str| {
            svg.push_str(&format!("<text x=\"{EDGE}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\">{}</text>", escape(text)));
        };
        write(&self.fit(vec![card.above.clone()], 1, SMALL, room), 108.0, SMALL, "#5d574e");
        for (at, line) in lines.iter().take(*most).enumerate() {
            let is_last = at + 1 == *most;
            let line = if is_last { self.fit(lines[at..].to_vec(), 1, *size, room) } else { line.clone() };
            write(&line, 150.0 + size * (1.0 + 1.2 * at as f32), *size, "#1c1a17");
        }
        if let Some(storyline) = &card.storyline {
            write(&self.fit(vec![storyline.clone()], 1, SMALL, room), 512.0, SMALL, accent);
        }
        write(&self.fit(vec![card.below.clone()], 1, SMALL, room), 588.0, SMALL, "#5d574e");
        svg.push_str("</svg>");
        svg
    }

    /// The first line of some, with an ellipsis where not all of it fits or more lines follow.
    fn fit(&self, lines: Vec<String>, most: usize, size: f32, room: f32) -> String {
        let has_more = lines.len() > most;
        let mut line = lines.into_iter().next().unwrap_or_default();
        if !has_more && self.width(&line, size) <= room {
            return line;
        }
        while !line.is_empty() && self.width(&line, size) + self.width("…", size) > room {
            line.pop();
        }
        format!("{}…", line.trim_end())
    }

    /// Breaks a text into lines; a word that is longer than a line is broken anywhere.
    fn wrap(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer, size) <= room {
                *line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(String::new());
            }
            for letter in word.chars() {
                let Some(line) = lines.last_mut() else { break };
                if self.width(&format!("{line}{letter}"), size) > room {
                    lines.push(letter.to_string());
                } else {
                    line.push(letter);
                }
            }
        }
        lines
    }

    /// How wide a text is, its letters side by side.
    fn width(&self, text: &str, size: f32) -> f32 {
        let Some(face) = &self.face else { return 0.0 };
        let (letters, metrics) = (face.charmap(), face.glyph_metrics(Size::new(size), LocationRef::default()));
        text.chars().filter_map(|letter| metrics.advance_width(letters.map(letter)?)).sum()
    }

    fn paint(&self, drawing: &str, stamp: &str) -> Option<Vec<u8>> {
        let (width, height) = CARD_SIZE;
        let tree = usvg::Tree::from_str(drawing, &self.options).ok()?;
        let mut canvas = tiny_skia::Pixmap::new(width, height)?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
        // The ground covers all of it: nothing is transparent.
        let colours: Vec<u8> = canvas.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.add_text_chunk(STAMP.to_owned(), stamp.to_owned()).ok()?;
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&colours).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

/// The stamp of a card that was drawn before.
fn stamp_of(card: &[u8]) -> Option<String> {
    let reader = png::Decoder::new(Cursor::new(card)).read_info().ok()?;
    reader.info().uncompressed_latin1_text.iter().find(|chunk| chunk.keyword == STAMP).map(|chunk| chunk.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::is_on_cards;

    fn card(headline: &str) -> ShareCard {
        ShareCard {
            above: "about October 2019 · alleged".to_owned(),
            headline: headline.to_owned(),
            storyline: Some("Entity listings ".repeat(9)),
            below: "The October Blacklist · The Dateline Project".to_owned(),
            accent: None,
        }
    }

    #[test]
    fn the_face_has_every_letter_that_may_stand_on_a_card() {
        let face = FontRef::new(CARD_FACE).unwrap();
        let lacking: Vec<char> = (' '..=char::MAX).filter(|&c| is_on_cards(c) && face.charmap().map(c).is_none()).collect();
        assert!(lacking.is_empty(), "{lacking:?}");
    }

    #[test]
    fn no_headline_leaves_the_card() {
        let pen = Pen::new();
        for headline in
            ["Short", "US puts 28 Chinese organisations on the Entity List over Xinjiang", &"Wörter ".repeat(90), &"W".repeat(400)]
        {
            let tree = usvg::Tree::from_str(&pen.lay_out(&card(headline)), &pen.options).unwrap();
            let texts: Vec<_> = tree.root().children().iter().filter(|node| matches!(node, usvg::Node::Text(_))).collect();
            assert!(texts.len() >= 4, "{}", texts.len());
            for text in texts {
                let bounds = text.abs_bounding_box();
                assert!(bounds.left() >= 60.0 && bounds.right() <= 1140.0, "{bounds:?}: {headline}");
                assert!(bounds.top() >= 20.0 && bounds.bottom() <= 625.0, "{bounds:?}: {headline}");
            }
        }
    }

    #[test]
    fn a_card_that_was_drawn_before_is_kept_and_any_other_is_not() {
        let pen = Pen::new();
        let first = pen.draw(&card("One"), None);
        assert_eq!(pen.draw(&card("One"), None), first, "the same bytes again");
        // Marked behind its end, to see whether it is taken as it is.
        let mut marked = first.clone();
        marked.extend(b"mark");
        assert_eq!(pen.draw(&card("One"), Some(marked.clone())), marked);
        assert_ne!(pen.draw(&card("Two"), Some(marked)), first);
        assert_eq!(pen.draw(&card("One"), Some(b"no picture".to_vec())), first);
    }
}
