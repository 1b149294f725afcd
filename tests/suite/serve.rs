//! The preview: the real program on a real port of this computer. A save shows; strangers and tricks get nothing.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::disk::{read_tree, write};
use crate::program::{build, command, run};

/// A preview that ends with its test.
struct Preview {
    process: Child,
    port: u16,
}

impl Preview {
    fn begin(root: &Path) -> Self {
        let mut process =
            command().args(["serve", "--port", "0", "--root"]).arg(root).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let port = lines.by_ref().find_map(|line| line.unwrap().split_once("http://localhost:")?.1.split('/').next()?.parse().ok());
        // What it goes on to say must have somewhere to go.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, port: port.expect("the program says where the preview is") }
    }

    /// Sends a request as it stands, and gives the head and the body of the answer.
    fn send(&self, request: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("the answer has a head");
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> (u16, String, Vec<u8>) {
        let (head, body) = self.send(&format!("{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"));
        (head.split(' ').nth(1).unwrap().parse().unwrap(), head, body)
    }

    fn get(&self, target: &str) -> (u16, String, Vec<u8>) {
        self.ask("GET", target, &format!("Host: localhost:{}\r\n", self.port))
    }

    /// The answer without the one tag that the preview puts into a page.
    fn page(&self, target: &str) -> String {
        let text = String::from_utf8(self.get(target).2).unwrap();
        let Some((before, after)) = text.split_once("<script defer src=\"/_dateline/preview.js?") else { return text };
        format!("{before}{}", after.split_once("</script>").unwrap().1)
    }

    /// Waits until a page holds some words; the test's own limit is that of the machine.
    fn wait_for(&self, target: &str, words: &str) {
        for _ in 0..600 {
            if self.page(target).contains(words) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("{target} never shows `{words}`: {}", self.page(target));
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const EVENT: &str = "content/events/2024-03-11-bridge-closed.md";

fn event(title: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2024-03-11\nactors: [Council]\nlinks: []\n---\n\nThe bridge is closed.\n")
}

fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "dateline.yaml", b"title: Bridge\nurl: https://example.org/story/\n");
    write(folder.path(), EVENT, event("Closed").as_bytes());
    write(folder.path(), "secret.txt", b"secret");
    folder
}

#[test]
fn the_preview_is_the_built_site_but_for_one_tag_and_writes_nothing() {
    let folder = project();
    let before = read_tree(folder.path());
    let preview = Preview::begin(folder.path());
    preview.wait_for("/", "Bridge");
    let elsewhere = TempDir::new().unwrap();
    build(folder.path(), &["--quiet", "--output", elsewhere.path().join("site").to_str().unwrap()]).expect_code(0);
    let mut files = read_tree(&elsewhere.path().join("site"));
    files.retain(|path, _| !path.starts_with('.'));
    assert!(files.len() > 20);
    for (path, bytes) in files {
        let target = format!("/{path}");
        match String::from_utf8(bytes) {
            Ok(text) => assert_eq!(preview.page(&target), text, "{path}"),
            Err(binary) => assert!(preview.get(&target).2 == binary.into_bytes(), "{path}"),
        }
    }
    assert_eq!(read_tree(folder.path()), before);
}

#[test]
fn every_kind_of_save_shows_and_the_last_good_site_stays_while_there_are_mistakes() {
    let folder = project();
    let preview = Preview::begin(folder.path());
    let page = "/events/bridge-closed/";
    preview.wait_for(page, "Closed");
    write(folder.path(), EVENT, event("Written again").as_bytes());
    preview.wait_for(page, "Written again");
    write(folder.path(), "content/events/.saving", event("Renamed over").as_bytes());
    std::fs::rename(folder.path().join("content/events/.saving"), folder.path().join(EVENT)).unwrap();
    preview.wait_for(page, "Renamed over");
    write(folder.path(), EVENT, b"---\ntitle: <script>alert(1)</script>\ndate: [\n---\n");
    preview.wait_for("/_dateline/news?after=0&page=/", "bad-yaml");
    assert!(preview.page(page).contains("Renamed over"));
    let desk = preview.page("/_dateline/");
    assert!(desk.contains("bad-yaml") && !desk.contains("<script>alert"), "{desk}");
    write(folder.path(), EVENT, event("Mended").as_bytes());
    preview.wait_for(page, "Mended");
    write(folder.path(), "templates/parts/footer.html", b"<footer>A foot of our own</footer>");
    preview.wait_for(page, "A foot of our own");
    write(folder.path(), "dateline.yaml", b"title: Another name\n");
    preview.wait_for(page, "Another name");
    std::fs::remove_file(folder.path().join(EVENT)).unwrap();
    write(folder.path(), "content/events/2024-03-12-other.md", event("Other").as_bytes());
    preview.wait_for("/events/other/", "Other");
    assert_eq!(preview.get(page).0, 404);
}

#[test]
fn a_site_that_begins_with_mistakes_says_them_over_a_plain_page() {
    let folder = project();
    write(folder.path(), EVENT, b"---\ntitle: Closed\n---\n");
    let preview = Preview::begin(folder.path());
    let (status, _, body) = preview.get("/");
    assert_eq!(status, 503);
    assert!(String::from_utf8(body).unwrap().contains("/_dateline/preview.js"));
    write(folder.path(), EVENT, event("Closed").as_bytes());
    preview.wait_for("/events/bridge-closed/", "The bridge is closed");
}

#[test]
fn another_host_or_origin_gets_nothing() {
    let folder = project();
    let preview = Preview::begin(folder.path());
    let port = preview.port;
    let own = format!("Host: localhost:{port}\r\n");
    for headers in [
        String::new(),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost.evil.example:{port}\r\n"),
        "Host: localhost\r\n".to_owned(),
        format!("{own}Host: evil.example\r\n"),
        format!("{own}Origin: http://evil.example\r\n"),
        format!("{own}Origin: null\r\n"),
        format!("{own}Origin: https://localhost:{port}\r\n"),
        format!("{own}Origin: http://localhost:1\r\n"),
    ] {
        for target in ["/", "/_dateline/", "/_dateline/news?after=0&page=/", "/data/events.json"] {
            let (status, head, body) = preview.ask("GET", target, &headers);
            assert_eq!(status, 421, "{headers} {target}");
            assert!(!head.to_lowercase().contains("access-control") && !String::from_utf8(body).unwrap().contains("Bridge"));
        }
    }
    let (status, head, _) = preview.ask("GET", "/data/events.json", &format!("{own}Origin: http://localhost:{port}\r\n"));
    assert_eq!(status, 200);
    assert!(!head.to_lowercase().contains("access-control"), "{head}");
    assert!(head.contains("Cross-Origin-Resource-Policy: same-origin") && head.contains("nosniff"), "{head}");
}

#[test]
fn no_path_leads_out_of_the_site_and_nothing_can_be_changed() {
    let folder = project();
    let preview = Preview::begin(folder.path());
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/css/..%2f..%2fsecret.txt",
        "/css/%2e%2e%5csecret.txt",
        "/..\\secret.txt",
        "/secret.txt",
        "/secret.txt%00.html",
        "//etc/passwd",
        "/etc/passwd",
        "/css//base.css",
        "/dateline.yaml",
        "/content/",
        "/css/",
        "/_dateline/../secret.txt",
        "http://evil.example/secret.txt",
    ] {
        let (status, _, body) = preview.get(target);
        assert!(status == 400 || status == 404, "{target}: {status}");
        let body = String::from_utf8_lossy(&body);
        assert!(!body.contains("secret\n") && !body.contains("root:") && !body.contains("title: Bridge"), "{target}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        assert_eq!(preview.ask(method, "/", &format!("Host: localhost:{}\r\nContent-Length: 0\r\n", preview.port)).0, 405, "{method}");
    }
    let (status, head, body) = preview.ask("HEAD", "/", &format!("Host: localhost:{}\r\n", preview.port));
    assert!(status == 200 && body.is_empty() && head.contains("text/html"), "{head}");
    assert!(preview.get("/css/base.css").1.contains("text/css"));
    assert_eq!(preview.get("/events").0, 302);
}

#[test]
fn a_port_that_is_taken_is_said_with_the_way_out() {
    let folder = project();
    let preview = Preview::begin(folder.path());
    let said = run(command().args(["serve", "--port", &preview.port.to_string(), "--root"]).arg(folder.path())).expect_code(2);
    assert!(said.stderr.contains("another preview is running") && said.stderr.contains("dateline serve --port"), "{}", said.stderr);
}
