//! Two sites that share half their files, for tests that stop or disturb a build.
//!
//! In: which of the two, and how many pages. Out: the same files every time. Never: touches the disk.

use dateline::site::{OutputFile, SitePath};

/// Site `A` or `B` with this many pages; every second page is the same in both, some stand in one only.
pub fn site(which: char, pages: usize) -> Vec<OutputFile> {
    let mut files = vec![file("index.html", format!("<h1>Site {which}</h1>")), file("css/site.css", "body {}".to_owned())];
    for number in 0..pages {
        let text = match number % 2 {
            0 => format!("Event {number} ").repeat(500),
            _ => format!("Event {number} as site {which} tells it ").repeat(200),
        };
        files.push(file(&format!("events/event-{number}/index.html"), text));
        if number % 5 == 0 {
            files.push(file(&format!("only-{which}/{number}.txt"), format!("only in {which}")));
        }
    }
    files
}

/// One file, made by nobody in particular.
pub fn file(path: &str, text: String) -> OutputFile {
    OutputFile { path: SitePath::parse(path).expect("a legal path"), bytes: text.into_bytes(), origin: format!("content/{path}.md") }
}
