//! Answers requests from this computer. Others, and pages of other sites, get nothing.

use std::io::{self, Write};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tiny_http::{Method, Request, Server, StatusCode};

use super::address::{is_own_host, media_type, path_of, query};
use super::newsroom::Newsroom;
use super::{desk, notes};

/// Where the preview's own pages are; no file of a site is there.
const OWN: &str = "_dateline/";
/// A page that waits for news asks again after this time.
const LONGEST_WAIT: Duration = Duration::from_secs(25);
/// The policy of the preview's own pages.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const HTML: &str = "text/html; charset=utf-8";

/// What is sent back.
struct Answer {
    status: u16,
    media_type: &'static str,
    bytes: Vec<u8>,
    /// One more header.
    extra: Option<(&'static str, String)>,
}

impl Answer {
    fn new(status: u16, media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type, bytes: bytes.into(), extra: None }
    }

    fn refusal(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{words}\n"))
    }

    /// A page of the preview's own.
    fn own_page(status: u16, html: String) -> Self {
        Self { extra: Some(("Content-Security-Policy", POLICY.to_owned())), ..Self::new(status, HTML, html) }
    }
}

/// Answers until the server ends, each request on a thread of its own: a page that waits for news holds up nobody.
pub(super) fn answer_all(server: &Server, port: u16, newsroom: &Arc<Newsroom>) {
    for request in server.incoming_requests() {
        let newsroom = Arc::clone(newsroom);
        thread::spawn(move || {
            let answer = refuse(&request, port).unwrap_or_else(|| answer(request.url(), &newsroom));
            // A browser that has gone away needs no answer.
            let _ = send(request, &answer);
        });
    }
}

/// Refuses what does not come from this computer's own pages: a name that leads here by a trick, a page of another site, a wish to change.
fn refuse(request: &Request, port: u16) -> Option<Answer> {
    let values =
        |name: &'static str| request.headers().iter().filter(move |header| header.field.equiv(name)).map(|header| header.value.as_str());
    let is_ours = values("Host").count() == 1 && values("Host").all(|host| is_own_host(host, port));
    let is_own_origin = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| is_own_host(host, port));
    if !is_ours || !values("Origin").all(is_own_origin) {
        return Some(Answer::refusal(421, &format!("the preview answers only http://localhost:{port}/")));
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refusal = Answer::refusal(405, "the preview can only be read");
        return Some(Answer { extra: Some(("Allow", "GET, HEAD".to_owned())), ..refusal });
    }
    None
}

fn answer(target: &str, newsroom: &Newsroom) -> Answer {
    let Some(path) = path_of(target) else { return Answer::refusal(400, "this address cannot be a page") };
    match path.strip_prefix(OWN) {
        Some(own) => answer_own(own, target, newsroom),
        None => answer_page(&path, newsroom),
    }
}

/// Answers for the preview's own pages.
fn answer_own(path: &str, target: &str, newsroom: &Newsroom) -> Answer {
    match path {
        "" => Answer::own_page(200, desk::page(newsroom)),
        "preview.js" => Answer::new(200, media_type(path), include_str!("preview.js")),
        "preview.css" => Answer::new(200, media_type(path), include_str!("preview.css")),
        "desk.css" => Answer::new(200, media_type(path), include_str!("desk.css")),
        "news" => {
            let known = query(target, "after").and_then(|number| number.parse().ok()).unwrap_or(0);
            newsroom.wait(known, LONGEST_WAIT);
            let page = query(target, "page").and_then(path_of).and_then(|path| find(&path, newsroom));
            let (origin, fault) = page.map_or((None, None), |(_, made)| (Some(made.origin), made.bytes.err()));
            Answer::new(200, "application/json", notes::notes(newsroom, origin.as_deref(), fault.as_deref()).to_string())
        }
        _ => Answer::refusal(404, "the preview has no such page"),
    }
}

/// Finds the file at a path, at the root or below the path where the site will be published. A folder's page is its `index.html`.
fn find(path: &str, newsroom: &Newsroom) -> Option<(String, super::edition::Made)> {
    let below = format!("/{path}").strip_prefix(&newsroom.base()).map(str::to_owned);
    for path in [Some(path.to_owned()), below].into_iter().flatten() {
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        if let Some(made) = newsroom.file(&file) {
            return Some((file, made));
        }
    }
    None
}

fn answer_page(path: &str, newsroom: &Newsroom) -> Answer {
    let number = newsroom.numbers().site;
    if !newsroom.has_site() {
        return Answer::own_page(503, desk::plain("There is no page to show yet", number));
    }
    if let Some((file, made)) = find(path, newsroom) {
        return match made.bytes {
            Ok(bytes) => Answer::new(200, media_type(&file), with_script(bytes, &file, number)),
            Err(_) => Answer::own_page(500, desk::plain("This page cannot be made", number)),
        };
    }
    if !path.is_empty() && !path.ends_with('/') && find(&format!("{path}/"), newsroom).is_some() {
        let to = path.rsplit('/').next().unwrap_or_default();
        let to = percent_encoding::utf8_percent_encode(to, percent_encoding::NON_ALPHANUMERIC);
        return Answer { extra: Some(("Location", format!("{to}/"))), ..Answer::refusal(302, "the page is in the folder of this name") };
    }
    match newsroom.file("404.html").map(|made| made.bytes) {
        Some(Ok(bytes)) => Answer::new(404, HTML, with_script(bytes, "404.html", number)),
        _ => Answer::own_page(404, desk::plain("There is no such page", number)),
    }
}

/// Puts the one tag of the preview into a page, where the page's own policy lets scripts of this address run.
pub(super) fn with_script(bytes: Vec<u8>, file: &str, number: u64) -> Vec<u8> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    match text.find("</head>") {
        Some(at) if file.ends_with(".html") && text[..at].contains("script-src 'self'") => {
            format!("{}{}{}", &text[..at], tag(number), &text[at..]).into_bytes()
        }
        _ => text.into_bytes(),
    }
}

/// The one thing that a page of the preview holds more than a page of the site; it knows which site it is a page of.
pub(super) fn tag(number: u64) -> String {
    format!("<script defer src=\"/_dateline/preview.js?{number}\"></script>")
}

/// Sends an answer and asks the browser to close: `tiny_http` keeps a thread for each open connection, and when many are opened at
/// once it makes the last of them wait for a thread.
fn send(request: Request, answer: &Answer) -> io::Result<()> {
    let reason = StatusCode(answer.status).default_reason_phrase();
    let length = answer.bytes.len().to_string();
    let mut message = format!("HTTP/1.1 {} {reason}\r\n", answer.status).into_bytes();
    let fixed = [
        ("Content-Type", answer.media_type),
        ("Content-Length", &length),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "no-referrer"),
        ("Connection", "close"),
    ];
    for (name, value) in fixed.into_iter().chain(answer.extra.iter().map(|(name, value)| (*name, value.as_str()))) {
        message.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    message.extend_from_slice(b"\r\n");
    if *request.method() != Method::Head {
        message.extend_from_slice(&answer.bytes);
    }
    let mut writer = request.into_writer();
    writer.write_all(&message)?;
    writer.flush()
}
