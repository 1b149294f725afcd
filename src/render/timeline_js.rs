//! The JSON of TimelineJS 3: ids are unique, no key is ever null, every era has an end, and no day stands without its month.

use serde_json::{Map, Value, json};

use super::json;
use crate::date::DateParts;
use crate::pages::{DataEvent, EraBand, Slide, TimelineFile};

/// Writes a timeline.
pub(super) fn write(timeline: &TimelineFile) -> Vec<u8> {
    let mut root = Map::new();
    root.insert("title".into(), title(timeline));
    root.insert("events".into(), timeline.slides.iter().map(slide).collect());
    if !timeline.eras.is_empty() {
        root.insert("eras".into(), timeline.eras.iter().map(era).collect());
    }
    json::write(&Value::Object(root))
}

/// The opening slide; events without a date stand in its text, since they have no place on the strip.
fn title(timeline: &TimelineFile) -> Value {
    let mut text = if timeline.summary.is_empty() { String::new() } else { format!("<p>{}</p>", escape(&timeline.summary)) };
    if !timeline.undated.is_empty() {
        let items = timeline.undated.iter().map(|event| format!("<li>{}: {}</li>", link(event), escape(&event.date_text)));
        text.push_str(&format!("<p>Date not known:</p><ul>{}</ul>", items.collect::<String>()));
    }
    json!({
        "text": {"headline": escape(&timeline.title), "text": text},
        "unique_id": "title-of-the-timeline.",
        "x_dateline": {"url": timeline.url, "undated": timeline.undated},
    })
}

fn slide(slide: &Slide) -> Value {
    let event = &slide.event;
    let mut text = if event.summary.is_empty() { String::new() } else { format!("<p>{}</p>", escape(&event.summary)) };
    if event.status != "confirmed" {
        text.push_str(&format!("<p>Status: {}</p>", escape(&event.status)));
    }
    text.push_str(&format!("<p>{}</p>", link_in_words(event, "Read on, with sources")));
    let mut root = Map::new();
    root.insert("unique_id".into(), json!(event.id));
    root.insert("start_date".into(), date(slide.start));
    if let Some(end) = slide.end {
        root.insert("end_date".into(), date(end));
    }
    if let Some(words) = &slide.date_words {
        root.insert("display_date".into(), json!(words));
    }
    root.insert("text".into(), json!({"headline": escape(&event.title), "text": text}));
    if let Some(row) = &slide.row {
        root.insert("group".into(), json!(row));
    }
    if let Some(medium) = event.media.iter().find(|medium| medium.is_image) {
        let mut media = Map::from_iter([("url".to_owned(), json!(medium.url))]);
        for (key, words) in [("alt", &medium.alt), ("caption", &medium.caption), ("credit", &medium.credit)] {
            if let Some(words) = words {
                media.insert(key.into(), json!(escape(words)));
            }
        }
        root.insert("media".into(), Value::Object(media));
    }
    root.insert("x_dateline".into(), json!(event));
    Value::Object(root)
}

fn era(era: &EraBand) -> Value {
    let headline = if era.is_ongoing { format!("{} (goes on)", era.title) } else { era.title.clone() };
    json!({"start_date": date(era.start), "end_date": date(era.end), "text": {"headline": escape(&headline)}})
}

/// A date of TimelineJS, whose years before our era count from −1.
fn date(parts: DateParts) -> Value {
    let mut date = Map::new();
    date.insert("year".into(), json!(if parts.year <= 0 { parts.year - 1 } else { parts.year }));
    if let Some(month) = parts.month {
        date.insert("month".into(), json!(month));
        if let Some(day) = parts.day {
            date.insert("day".into(), json!(day));
            if let Some(time) = parts.time {
                date.insert("hour".into(), json!(time.hour));
                date.insert("minute".into(), json!(time.minute));
            }
        }
    }
    Value::Object(date)
}

fn link(event: &DataEvent) -> String {
    link_in_words(event, &event.title)
}

fn link_in_words(event: &DataEvent, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(&event.url), escape(words))
}

/// Escapes text for HTML, which TimelineJS takes in headlines, texts and captions.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
