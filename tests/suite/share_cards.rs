//! Share cards: pictures of pages for other sites, drawn when they are asked for and only once.

#![cfg(feature = "cards")]

use std::fs;
use std::io::Cursor;
use std::path::Path;

use tempfile::TempDir;

use crate::disk::{folder_of, write};
use crate::program::build;

const SETTINGS: &str = "title: The closure\nurl: https://news.example/story/\npublisher: The Gazette\noutputs: {cards: true}\n";

fn story(settings: &str) -> TempDir {
    let project = folder_of(&[("dateline.yaml", settings)]);
    for (id, title, status) in [
        ("closed", "Bridge closed <for now>", "confirmed"),
        ("cracks", "Cracks were known", "alleged"),
        ("beijing", "北京回应", "confirmed"),
        ("arabic", "العقوبات على الشركات", "confirmed"),
    ] {
        let text = format!("---\ntitle: \"{title}\"\ndate: 2024-03-12\nstatus: {status}\nstorylines: [The closure]\n---\n\nText.\n");
        write(project.path(), &format!("content/events/{id}.md"), text.as_bytes());
    }
    project
}

fn card(site: &Path, path: &str) -> Vec<u8> {
    fs::read(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn head(site: &Path, path: &str) -> String {
    fs::read_to_string(site.join(path).join("index.html")).unwrap().split("</head>").next().unwrap().to_owned()
}

/// The size and the colours of a picture.
fn decoded(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut colours = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut colours).unwrap();
    ((info.width, info.height), colours)
}

#[test]
fn cards_are_drawn_only_where_the_settings_ask_for_them_and_the_site_has_an_address() {
    for settings in ["title: T\nurl: https://news.example/\n", "title: T\noutputs: {cards: true}\n"] {
        let project = story(settings);
        build(project.path(), &["--quiet"]).expect_code(0);
        assert!(!project.path().join("site/card.png").exists(), "{settings}");
        assert!(!head(&project.path().join("site"), "").contains("og:image"), "{settings}");
    }
}

#[test]
fn each_card_is_a_picture_of_its_own_that_the_head_of_its_page_names() {
    let project = story(SETTINGS);
    build(project.path(), &["--quiet"]).expect_code(0);
    let site = project.path().join("site");
    let mut pictures = Vec::new();
    for folder in ["", "storylines/the-closure/", "events/closed/", "events/cracks/"] {
        let bytes = card(&site, &format!("{folder}card.png"));
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && (5_000..200_000).contains(&bytes.len()), "{folder}: {} bytes", bytes.len());
        let (size, colours) = decoded(&bytes);
        assert_eq!(size, (1200, 630), "{folder}");
        pictures.push(colours);
        let head = head(&site, folder);
        assert!(head.contains(&format!("<meta property=\"og:image\" content=\"https://news.example/story/{folder}card.png\">")), "{head}");
        for tag in ["og:image:width\" content=\"1200\"", "og:image:height\" content=\"630\"", "summary_large_image"] {
            assert!(head.contains(tag), "{folder}: {tag}");
        }
    }
    assert!((1..pictures.len()).all(|at| !pictures[..at].contains(&pictures[at])), "no two are alike");
    let head = head(&site, "events/cracks");
    assert!(head.contains("og:image:alt\" content=\"Cracks were known (12 March 2024 · alleged)\""), "{head}");
}

#[test]
fn words_in_letters_that_the_face_lacks_have_no_card_rather_than_boxes() {
    let project = story(SETTINGS);
    build(project.path(), &["--quiet"]).expect_code(0);
    let site = project.path().join("site");
    for folder in ["events/beijing", "events/arabic"] {
        assert!(!site.join(folder).join("card.png").exists(), "{folder}");
        assert!(!head(&site, folder).contains("og:image"), "{folder}");
    }
}

#[test]
fn a_build_draws_only_the_cards_that_changed_and_comes_to_the_same_bytes() {
    let project = story(SETTINGS);
    let first = build(project.path(), &["--timings"]);
    assert!(first.stderr.contains("drawing 4 cards (0 kept)"), "{}", first.stderr);
    let site = project.path().join("site");
    let before = card(&site, "events/cracks/card.png");
    let text = "---\ntitle: Bridge open\ndate: 2024-03-12\nstorylines: [The closure]\n---\n\nText.\n";
    write(project.path(), "content/events/closed.md", text.as_bytes());
    let second = build(project.path(), &["--timings"]);
    assert!(second.stderr.contains("drawing 1 cards (3 kept)"), "{}", second.stderr);
    assert_eq!(card(&site, "events/cracks/card.png"), before);
    // A card that someone else changed is drawn anew.
    write(&site, "events/cracks/card.png", b"another picture");
    let other = project.path().join("other");
    build(project.path(), &["--quiet", "--output", other.to_str().unwrap()]).expect_code(0);
    write(project.path(), "content/events/closed.md", text.replace("open", "shut").as_bytes());
    build(project.path(), &["--quiet"]).expect_code(0);
    assert_eq!(card(&site, "events/cracks/card.png"), card(&other, "events/cracks/card.png"));
}
