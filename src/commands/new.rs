//! `dateline new`: begins a site, or a record with the keys that it needs.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use chrono::Local;
use chrono_tz::Tz;

use super::Outcome;
use super::arguments::{Arguments, NewKind, NewOptions};
use super::terminal;
use crate::content::Slug;
use crate::date::EventDate;
use crate::error::Error;

/// Begins what was asked for.
pub(super) fn run(arguments: &Arguments, options: &NewOptions) -> Result<Outcome, Error> {
    let name = match &options.name {
        Some(name) => name.trim().to_owned(),
        None => ask(question(options.what))?,
    };
    if name.is_empty() {
        return Err(Error::Usage(format!("a name is needed: {}", question(options.what))));
    }
    match options.what {
        NewKind::Site => new_site(arguments, &name),
        kind => new_record(arguments, kind, &name, options.date.as_deref()),
    }
}

fn question(kind: NewKind) -> &'static str {
    match kind {
        NewKind::Site => "In which folder?",
        NewKind::Event => "What happened, in one line?",
        NewKind::Actor => "Who is it?",
        NewKind::Place => "What is the place called?",
        NewKind::Storyline => "What is the storyline called?",
        NewKind::Source => "What is the publication's title?",
        NewKind::Page => "What is the page's title?",
    }
}

/// Asks on a terminal; elsewhere nothing can be asked.
fn ask(question: &str) -> Result<String, Error> {
    if !io::stdin().is_terminal() {
        return Ok(String::new());
    }
    terminal::tell(&format!("{question} "));
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.map_err(|source| Error::Disk { doing: "read", path: "the terminal".into(), source })?;
    Ok(answer.trim().to_owned())
}

/// A site with one event, one actor, one source and a page, which passes `check --strict` at once.
fn new_site(arguments: &Arguments, folder: &str) -> Result<Outcome, Error> {
    let root = Path::new(folder);
    let is_used = fs::read_dir(root).is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        return Err(Error::Usage(format!("`{folder}` holds files already; name a new or an empty folder")));
    }
    let today = Local::now().format("%Y-%m-%d").to_string();
    for (path, text) in STARTER {
        let path = path.replace("{date}", &today);
        write_new(&root.join(path), &text.replace("{date}", &today))?;
    }
    if !arguments.quiet {
        terminal::tell(&format!("begun in {folder}; now: cd {folder} && dateline build\n"));
    }
    Ok(Outcome::Fine)
}

/// The files of a new site.
const STARTER: &[(&str, &str)] = &[
    ("dateline.yaml", include_str!("new/dateline.yaml")),
    ("content/events/{date}-first-event.md", include_str!("new/event.md")),
    ("content/actors/example-agency.md", include_str!("new/actor.md")),
    ("content/storylines/example-story.md", include_str!("new/storyline.md")),
    ("content/sources/example-source.md", include_str!("new/source.md")),
    ("content/pages/about.md", include_str!("new/page.md")),
    (".gitignore", "/site/\n"),
];

fn new_record(arguments: &Arguments, kind: NewKind, name: &str, date: Option<&str>) -> Result<Outcome, Error> {
    let root = terminal::root(arguments)?;
    let id = Slug::from_name(name).ok_or_else(|| Error::Usage(format!("`{name}` holds no letter or digit")))?;
    let quoted = serde_json::to_string(name).unwrap_or_default();
    let (path, text) = match kind {
        NewKind::Event => {
            let date = date.map_or_else(|| Local::now().format("%Y-%m-%d").to_string(), str::to_owned);
            let parsed = EventDate::parse(&date, Tz::UTC).map_err(|error| {
                let hint = error.suggestion.map_or(String::new(), |spelling| format!("; write `{spelling}`"));
                Error::Usage(format!("{}{hint}", error.message))
            })?;
            let day = parsed.earliest().filter(|_| parsed.is_exact()).map_or(String::new(), |day| format!("{day}-"));
            let year = parsed.earliest().map_or("undated".to_owned(), |day| day.year().to_string());
            let text = format!(
                "---\ntitle: {quoted}\ndate: {date}\nsummary:\nactors: []\nplaces: []\nstorylines: []\ntags: []\nsources: []\n#  - title:\n#    publisher:\n#    url:\nlinks: []\n---\n\n"
            );
            (format!("content/events/{year}/{day}{id}.md"), text)
        }
        NewKind::Actor => (format!("content/actors/{id}.md"), format!("---\nname: {quoted}\nkind: organisation\nsummary:\n---\n\n")),
        NewKind::Place => (format!("content/places/{id}.md"), format!("---\nname: {quoted}\nlat:\nlon:\n---\n\n")),
        NewKind::Storyline => (format!("content/storylines/{id}.md"), format!("---\ntitle: {quoted}\nsummary:\nstatus: ongoing\n---\n\n")),
        NewKind::Source => {
            let text = format!("---\ntitle: {quoted}\npublisher:\nurl:\ndate:\nkind: news\n---\n");
            (format!("content/sources/{id}.md"), text)
        }
        NewKind::Page | NewKind::Site => (format!("content/pages/{id}.md"), format!("---\ntitle: {quoted}\n---\n\n")),
    };
    write_new(&root.join(&path), &text)?;
    terminal::print_result(&format!("{path}\n"));
    Ok(Outcome::Fine)
}

/// Writes a file that must not exist yet, with the folders it needs.
fn write_new(path: &Path, text: &str) -> Result<(), Error> {
    let fail = |source| Error::Disk { doing: "write", path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    let opened = fs::File::options().write(true).create_new(true).open(path);
    let mut file = opened.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Error::Usage(format!("`{}` exists already; nothing was written", path.display())),
        _ => fail(error),
    })?;
    file.write_all(text.as_bytes()).map_err(fail)
}
