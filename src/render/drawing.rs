//! A drawing as SVG. Half of all pages have one or two, and most of their numbers are read by nobody but the browser, so that they are
//! written here rather than by a template; the template sets the frame around them.
//!
//! In: a [`Drawing`]. Out: what a template receives of it: its size, and what stands inside `<svg>`, finished.

use std::fmt::{self, Write};

use pulldown_cmark_escape::escape_html;
use serde::ser::{Error, SerializeStruct};
use serde::{Serialize, Serializer};

use super::listed::ROOT_MARK;
use crate::pages::{Drawing, DrawnBand, DrawnLine, DrawnText, DrawnTile};

impl Serialize for Drawing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut drawing = serializer.serialize_struct("Drawing", 3)?;
        drawing.serialize_field("width", &self.width)?;
        drawing.serialize_field("height", &self.height)?;
        drawing.serialize_field("inside", &write_inside(self).map_err(S::Error::custom)?)?;
        drawing.end()
    }
}

fn write_inside(drawing: &Drawing) -> Result<String, fmt::Error> {
    let mut svg = String::with_capacity(512 * drawing.tiles.len());
    for (at, band) in drawing.bands.iter().enumerate() {
        write_band(&mut svg, band, drawing.width, at % 2 == 0)?;
    }
    drawing.headings.iter().try_for_each(|heading| write_text(&mut svg, "month-name", heading))?;
    drawing.lines.iter().try_for_each(|line| write_line(&mut svg, line))?;
    drawing.tiles.iter().try_for_each(|tile| write_tile(&mut svg, tile))?;
    Ok(svg)
}

fn write_band(svg: &mut String, band: &DrawnBand, width: i64, is_odd: bool) -> fmt::Result {
    svg.push_str("\n<g class=\"band");
    write_tone(svg, band.tone)?;
    let odd = if is_odd { " is-odd" } else { "" };
    writeln!(svg, "\"><rect class=\"ground{odd}\" y=\"{}\" width=\"{width}\" height=\"{}\"/>", band.y, band.height)?;
    write!(svg, "<text x=\"{}\" y=\"{}\">", band.x, band.text_y)?;
    if !band.letter.is_empty() {
        svg.push_str("<tspan class=\"letter\">");
        escape_html(&mut *svg, &band.letter)?;
        svg.push_str("</tspan> ");
    }
    escape_html(&mut *svg, &band.name)?;
    svg.push_str("</text></g>");
    Ok(())
}

fn write_line(svg: &mut String, line: &DrawnLine) -> fmt::Result {
    svg.push_str("\n<g class=\"line\"><title>");
    escape_html(&mut *svg, &line.title)?;
    write!(svg, "</title><path d=\"{}\" stroke-width=\"{}\"", line.path, line.style.weight)?;
    if let Some(dash) = line.style.dash {
        write!(svg, " stroke-dasharray=\"{dash}\"")?;
    }
    svg.push_str("/>");
    if !line.heads.is_empty() {
        write!(svg, "<path class=\"head\" d=\"{}\"/>", line.heads)?;
    }
    svg.push_str("</g>");
    Ok(())
}

fn write_tile(svg: &mut String, tile: &DrawnTile) -> fmt::Result {
    if tile.is_current {
        svg.push_str("\n<g class=\"tile is-current\">");
        write_face(svg, tile)?;
        svg.push_str("</g>");
        return Ok(());
    }
    svg.push_str(if tile.is_key { "\n<a class=\"tile is-key" } else { "\n<a class=\"tile" });
    write_tone(svg, tile.tone)?;
    write!(svg, "\" href=\"{ROOT_MARK}")?;
    escape_html(&mut *svg, &tile.href)?;
    if let Some(lang) = &tile.lang {
        svg.push_str("\" lang=\"");
        escape_html(&mut *svg, lang)?;
    }
    svg.push_str("\">");
    write_face(svg, tile)?;
    svg.push_str("</a>");
    Ok(())
}

fn write_face(svg: &mut String, tile: &DrawnTile) -> fmt::Result {
    let DrawnTile { x, y, width, height, stripe, .. } = tile;
    // The rows say the whole headline, unless it was cut.
    if tile.headline.last().is_some_and(|row| row.text.ends_with('…')) {
        svg.push_str("<title>");
        escape_html(&mut *svg, &tile.title)?;
        svg.push_str("</title>");
    }
    write!(svg, "<rect class=\"box\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\"/>")?;
    if tile.tone.is_some() {
        write!(svg, "<rect class=\"stripe\" x=\"{stripe}\" y=\"{y}\" width=\"5\" height=\"{height}\"/>")?;
    }
    svg.push_str("\n<text>");
    tile.date.iter().try_for_each(|row| write_row(svg, row))?;
    svg.push_str("</text>");
    if let Some(DrawnText { x, y, text }) = &tile.letters {
        write!(svg, "<text class=\"letter\" x=\"{x}\" y=\"{y}\">")?;
        escape_html(&mut *svg, text)?;
        svg.push_str("</text>");
    }
    svg.push_str("\n<text class=\"headline\">");
    tile.headline.iter().try_for_each(|row| write_row(svg, row))?;
    svg.push_str("</text>");
    tile.exits.iter().try_for_each(|exit| write_text(svg, "exit", exit))
}

fn write_row(svg: &mut String, DrawnText { x, y, text }: &DrawnText) -> fmt::Result {
    write!(svg, "<tspan x=\"{x}\" y=\"{y}\">")?;
    escape_html(&mut *svg, text)?;
    svg.push_str("</tspan> ");
    Ok(())
}

fn write_text(svg: &mut String, class: &str, DrawnText { x, y, text }: &DrawnText) -> fmt::Result {
    write!(svg, "\n<text class=\"{class}\" x=\"{x}\" y=\"{y}\">")?;
    escape_html(&mut *svg, text)?;
    svg.push_str("</text>");
    Ok(())
}

fn write_tone(svg: &mut String, tone: Option<usize>) -> fmt::Result {
    tone.map_or(Ok(()), |tone| write!(svg, " tone-{tone}"))
}
