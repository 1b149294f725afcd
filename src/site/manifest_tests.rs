use proptest::prelude::*;

use super::*;

fn manifest(files: &[(&str, &str)]) -> Manifest {
    let entry = |text: &str| ManifestEntry { hash: blake3::hash(text.as_bytes()), size: text.len() as u64 };
    Manifest { files: files.iter().map(|(path, text)| (SitePath::parse(path).unwrap(), entry(text))).collect() }
}

fn what(text: &str) -> String {
    let fault = Manifest::parse(text.as_bytes()).unwrap_err();
    format!("{}: {}", fault.line, fault.what)
}

/// A manifest with a true last line, whatever stands above it.
fn sealed(lines: &[&str]) -> String {
    let body = format!("{FIRST_LINE}\n{}", lines.iter().map(|line| format!("{line}\n")).collect::<String>());
    format!("{body}{}\n", last_line(lines.len(), &body))
}

#[test]
fn text_is_sorted_and_reads_back() {
    let written = manifest(&[("index.html", "home"), ("a b/c.txt", ""), ("events/x/index.html", "x")]);
    let text = written.to_string();
    let paths: Vec<&str> = text.lines().filter_map(|line| line.splitn(3, ' ').nth(2)).collect();
    assert_eq!(paths[..3], ["a b/c.txt", "events/x/index.html", "index.html"]);
    assert_eq!(Manifest::parse(text.as_bytes()), Ok(written));
    let none = Manifest::default();
    assert_eq!(Manifest::parse(none.to_string().as_bytes()), Ok(none));
}

#[test]
fn every_cut_is_noticed() {
    let text = manifest(&[("a", "1"), ("b/c", "2"), ("d", "3")]).to_string();
    for end in 0..text.len() {
        assert!(Manifest::parse(&text.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn every_changed_byte_is_noticed() {
    let text = manifest(&[("a", "1"), ("b/c", "2")]).to_string();
    for at in 0..text.len() {
        for mask in [1, 2, 16, 32, 128] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= mask;
            assert!(Manifest::parse(&bytes).is_err(), "changed at {at}");
        }
    }
}

#[test]
fn lines_that_lead_out_of_the_site_are_refused_even_under_a_true_total() {
    let hash = blake3::hash(b"").to_hex();
    for path in ["../a", "/etc/passwd", ".git/config", ".dateline-manifest", "a/../../b", "a\u{0}"] {
        let text = sealed(&[&format!("{hash} 0 {path}")]);
        assert!(what(&text).starts_with("2: its path is not allowed"), "{path}");
    }
    assert_eq!(what(&sealed(&[&format!("{hash} -1 a")])), "2: its size is not a number");
    assert_eq!(what(&sealed(&["cafe 0 a"])), "2: its hash is not one");
    assert_eq!(what(&sealed(&["a"])), "2: it does not hold a hash, a size and a path");
}

#[test]
fn lines_out_of_order_or_twice_are_refused() {
    let hash = blake3::hash(b"").to_hex();
    let line = |path: &str| format!("{hash} 0 {path}");
    assert_eq!(what(&sealed(&[&line("b"), &line("a")])), "3: its files are not in order");
    assert_eq!(what(&sealed(&[&line("a"), &line("a")])), "3: its files are not in order");
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(what(""), "1: its end is missing");
    assert_eq!(what("hello\nyou\n"), format!("1: it does not begin with `{FIRST_LINE}`"));
    assert!(Manifest::parse(b"\xff\xfe\n").is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Manifest::parse(&bytes).is_err());
    }

    #[test]
    fn any_lines_are_read_without_a_panic(lines in prop::collection::vec("[0-9a-f]{0,64} ?[0-9]{0,21} ?\\PC{0,10}", 0..5)) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let text = sealed(&lines);
        if let Ok(manifest) = Manifest::parse(text.as_bytes()) {
            prop_assert_eq!(manifest.to_string(), text);
        }
    }

    #[test]
    fn a_manifest_reads_back(names in prop::collection::btree_set("[a-z\u{e9}\u{4e2d}]{1,8}(/[a-z0-9 -]{0,4}[a-z])?", 0..20)) {
        let files: Vec<(&str, &str)> = names.iter().filter(|n| SitePath::parse(n).is_ok()).map(|name| (name.as_str(), name.as_str())).collect();
        let written = manifest(&files);
        prop_assert_eq!(Manifest::parse(written.to_string().as_bytes()), Ok(written));
    }
}
