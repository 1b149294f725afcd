//! The form for people: the message, the marked line, the fix. The same finding in many files is told once with a count.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Location, Report, Severity};

/// The places of a repeated finding that are named one by one.
const NAMED_PLACES: usize = 4;

/// Prints every finding at or above `least`, in the order of the files.
pub fn print(report: &Report, least: Severity, is_coloured: bool) -> String {
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    let mut printed = String::new();
    for (first, others) in folded(report, least) {
        printed.push_str(&renderer.render(&groups(first, &others)));
        printed.push_str("\n\n");
    }
    printed
}

/// Puts findings with the same code and words together, the first of them standing for all.
fn folded(report: &Report, least: Severity) -> Vec<(&Diagnostic, Vec<&Diagnostic>)> {
    let mut folded: Vec<(&Diagnostic, Vec<&Diagnostic>)> = Vec::new();
    let mut seen = std::collections::HashMap::new();
    for diagnostic in report.sorted() {
        if diagnostic.severity < least {
            continue;
        }
        let key = (diagnostic.code, diagnostic.message.as_str());
        match seen.get(&key) {
            Some(&index) => {
                let (_, others): &mut (_, Vec<&Diagnostic>) = &mut folded[index];
                others.push(diagnostic);
            }
            None => {
                seen.insert(key, folded.len());
                folded.push((diagnostic, Vec::new()));
            }
        }
    }
    folded
}

fn groups<'a>(first: &'a Diagnostic, others: &[&'a Diagnostic]) -> Vec<Group<'a>> {
    let level = match first.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO.with_name("remark"),
    };
    let mut group = Group::with_title(level.primary_title(clean(&first.message)).id(first.code.word()));
    if let Some(at) = &first.at {
        group = group.element(place(at, clean(&first.label), AnnotationKind::Primary));
    }
    for note in &first.notes {
        group = group.element(Level::NOTE.message(clean(&note.message)));
        if let Some(at) = &note.at {
            group = group.element(place(at, String::new(), AnnotationKind::Primary));
        }
    }
    if !others.is_empty() {
        group = group.element(Level::NOTE.message(elsewhere(others)));
    }
    if let Some(help) = &first.help {
        group = group.element(Level::HELP.message(clean(help)));
    }
    let more = format!("dateline explain {}", first.code.word());
    vec![group.element(Level::NOTE.with_name("more").message(more))]
}

fn place<'a>(at: &'a Location, label: String, kind: AnnotationKind) -> Element<'a> {
    if at.excerpt.is_empty() {
        return Origin::path(at.path.as_str()).line(at.line).char_column(at.column).into();
    }
    let end = at.marked.1.max(at.marked.0);
    let mut annotation = kind.span(at.marked.0..end);
    if !label.is_empty() {
        annotation = annotation.label(label);
    }
    Snippet::source(at.excerpt.as_str()).line_start(at.line).path(at.path.as_str()).annotation(annotation).into()
}

fn elsewhere(others: &[&Diagnostic]) -> String {
    let mut places: Vec<String> =
        others.iter().filter_map(|d| d.at.as_ref()).take(NAMED_PLACES).map(|at| format!("{}:{}:{}", at.path, at.line, at.column)).collect();
    if others.len() > places.len() {
        places.push(format!("and {} more", others.len() - places.len()));
    }
    let times = others.len() + 1;
    format!("found {times} times, also at {}", places.join(", "))
}

/// Makes control and direction-changing characters visible, so that content cannot rewrite the terminal.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => c.to_string(),
            c if c.is_control() => c.escape_default().to_string(),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => c.escape_unicode().to_string(),
            c => c.to_string(),
        })
        .collect()
}
