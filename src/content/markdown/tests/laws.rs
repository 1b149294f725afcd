use proptest::prelude::*;
use url::Url;

use super::*;

/// What attackers and unlucky authors write.
const NASTY: [&str; 78] = [
    "[",
    "]",
    "(",
    ")",
    "[[",
    "]]",
    "|",
    "\\|",
    "#",
    "# ",
    "\n",
    "\n\n",
    "\r",
    "  \n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "~~~ \"onload=x\n",
    "![",
    "](",
    "![[",
    "[@",
    "; @",
    "[^a]",
    "[^b]",
    "[^a]: ",
    "\n\n[^b]: ",
    "    [^c]: ",
    "[a]: ",
    "| a | b |\n|---|:-:|\n| ",
    " |\n",
    "<script>",
    "</script>",
    "<b onclick=x()>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
    "javascript:alert(1)",
    "JAVA\tSCRIPT:",
    "&#106;avascript:",
    "data:text/html,<script>",
    "vbscript:",
    "//evil.example/",
    "http://a.example/",
    "mailto:a@b.example",
    "/events/x/",
    "../y.jpg",
    "photo.png",
    "\" onmouseover=\"x",
    "' onfocus='x",
    "<http://a.example>",
    "<javascript:x>",
    "{{ x }}",
    "&quot;",
    "&lt;",
    "&amp;",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{202e}",
    "中文",
    "。",
    "a",
    " ",
    "[!NOTE]\n",
    "---\n",
    "<a href=\"",
    "===\n",
];

fn nasty() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![6 => prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,4}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

/// Prints the pieces as the careful page would.
fn page(pieces: &[Piece]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Html(html) => html.to_string(),
            Piece::Mention { target, is_alone: true, .. } => format!("<article><a href=\"{}\">x</a></article>", escape(target)),
            Piece::Mention { target, .. } => format!("<a href=\"{}\">x</a>", escape(target)),
            Piece::Citation { source, .. } => {
                format!("<sup><a href=\"#{}\">1</a></sup>", escape(source))
            }
            Piece::LinkOpen { href, .. } => format!("<a href=\"{}\">", escape(href)),
            Piece::Image { src, alt, .. } => {
                format!("<img src=\"{}\" alt=\"{}\">", escape(src), escape(alt))
            }
        })
        .collect()
}

/// One tag: its name, whether it ends an element, its attributes.
struct Tag<'a> {
    name: &'a str,
    is_end: bool,
    attributes: Vec<(&'a str, &'a str)>,
}

/// Reads HTML strictly: each `<` opens a tag and each attribute value is quoted.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a bare > in {html:?}");
        rest = &rest[start + 1..];
        let is_end = rest.starts_with('/');
        rest = rest.strip_prefix('/').unwrap_or(rest);
        let (name, mut tail) = rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric()).expect("a tag ends"));
        assert!(!name.is_empty(), "a bare < in {html:?}");
        let mut attributes = Vec::new();
        while let Some(after) = tail.strip_prefix(' ') {
            let (key, after) = after.split_at(after.find(['=', ' ', '>']).expect("an attribute ends"));
            assert!(key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !key.is_empty(), "attribute {key:?} in {html:?}");
            tail = after;
            let mut value = "";
            if let Some(quoted) = after.strip_prefix("=\"") {
                (value, tail) = quoted.split_once('"').expect("a value ends");
            }
            assert!(!value.contains(['<', '>']), "{html:?}");
            attributes.push((key, value));
        }
        rest = tail.strip_prefix('>').unwrap_or_else(|| panic!("a tag does not end at {tail:?}"));
        tags.push(Tag { name, is_end, attributes });
    }
    tags
}

fn check_page(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    for tag in tags(html) {
        match tag.name {
            "br" | "hr" | "img" | "input" => assert!(!tag.is_end),
            name if tag.is_end => assert_eq!(open.pop(), Some(name), "{html}"),
            name => {
                let known = [
                    "a",
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "em",
                    "strong",
                    "del",
                    "sup",
                    "code",
                    "pre",
                    "blockquote",
                    "div",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "section",
                    "article",
                ];
                assert!(known.contains(&name), "<{name}> in {html}");
                assert!(name != "a" || !open.contains(&"a"), "a link in a link: {html}");
                assert!(name != "p" || !open.contains(&"p"), "a paragraph in a paragraph: {html}");
                let is_block = ["article", "ul", "ol", "div", "pre", "blockquote", "section", "h2"].contains(&name);
                assert!(!is_block || !open.contains(&"p"), "a block in a paragraph: {html}");
                open.push(name);
            }
        }
        for (key, value) in tag.attributes {
            assert!(
                [
                    "id",
                    "href",
                    "src",
                    "alt",
                    "title",
                    "rel",
                    "class",
                    "role",
                    "tabindex",
                    "scope",
                    "start",
                    "type",
                    "disabled",
                    "checked",
                    "aria-label"
                ]
                .contains(&key),
                "{key} in {html}"
            );
            if key == "id" {
                assert!(ids.insert(value.to_owned()), "two ids {value:?} in {html}");
            }
        }
    }
    assert!(open.is_empty(), "{open:?} left open in {html}");
}

/// Reads an address as a browser on a page of the site does.
fn resolve(address: &str) -> Option<Url> {
    Url::parse("https://site.example/events/x/").and_then(|page| page.join(address)).ok()
}

fn check_addresses(pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::LinkOpen { href: address, .. } | Piece::Image { src: address, .. } => {
                let url = resolve(address).expect("an inside address resolves");
                assert_eq!((url.scheme(), url.host_str()), ("https", Some("site.example")), "{address:?}");
            }
            Piece::Html(html) => {
                let hrefs = tags(html).into_iter().flat_map(|tag| tag.attributes).filter(|(key, _)| *key == "href");
                for (_, href) in hrefs {
                    let href =
                        href.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
                    let url = resolve(&href).expect("a printed address resolves");
                    assert!(["http", "https", "mailto"].contains(&url.scheme()), "{href:?}");
                }
                assert!(!html.contains("<img"), "only pieces load anything: {html}");
            }
            _ => {}
        }
    }
}

fn check_laws(text: &str) {
    let body = read(text);
    let html = page(&body.pieces);
    check_page(&html);
    check_addresses(&body.pieces);
    assert!(!html.to_lowercase().contains("<script"));
    for finding in &body.findings {
        assert!(text.get(finding.span.clone()).is_some(), "{finding:?} is no range of {text:?}");
    }
    for piece in &body.pieces {
        if let Piece::Mention { span, .. } | Piece::Citation { span, .. } | Piece::LinkOpen { span, .. } | Piece::Image { span, .. } = piece
        {
            assert!(text.get(span.clone()).is_some(), "{piece:?} is no range of {text:?}");
        }
    }
    assert!(body.excerpt(20, str::to_owned).chars().count() <= 20);
    assert_eq!(read(text), body);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nasty_text_yields_balanced_safe_html(text in nasty()) {
        check_laws(&text);
    }

    #[test]
    fn any_text_yields_balanced_safe_html(text in any::<String>()) {
        check_laws(&text);
    }

    #[test]
    fn words_are_never_lost(words in prop::collection::vec("[a-z]{5,9}", 1..20), glue in prop::collection::vec(prop::sample::select(
        vec![" ", "\n", "\n\n", " *", "** ", " `", "\n> ", "\n- ", "\n1. ", " [^1] ", "\n\n[^1]: ", " ~~", "\n# ", "\n\n---\n\n", " <b>", "\n<div>\n", " [", "] ", " ![ "]), 20)) {
        let text: String = words.iter().zip(&glue).flat_map(|(word, glue)| [word.as_str(), *glue]).collect();
        let html = page(&read(&text).pieces);
        for word in &words {
            prop_assert!(html.contains(word.as_str()), "{word} is lost from {text:?}: {html}");
        }
    }
}

#[test]
fn known_attacks_stay_text() {
    for text in [
        "[a](javascript:alert`1`)",
        "![a](javascript:x)",
        "[a]: javascript:x\n\n[a]",
        "<javascript:alert(1)>",
        "[a](\u{1}javascript:x)",
        "[a](<java\nscript:x>)",
        "# \"><script>x</script>",
        "[a](/b \"c\" onclick=d)",
        "![\"onerror=x](y.png)",
        "```\"onload=x\n```",
        "[^\"><script>]\n\n[^\"><script>]: x",
        "| <script> |\n|---|\n| x |",
        "[[\"><script>|</a><script>]]",
        "[@\"><script>]",
        "> [!NOTE]<script>",
        "<svg/onload=x>",
        "<p title=\"<!--\">-->",
    ] {
        check_laws(text);
    }
}
