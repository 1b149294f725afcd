use super::*;

#[test]
fn links_to_other_websites_are_finished() {
    assert_eq!(
        print("[a](https://b.example/c?d=\"e\"&f=1 \"g \\\"h\\\"\")"),
        "<p id=\"p1\"><a href=\"https://b.example/c?d=%22e%22&amp;f=1\" title=\"g &quot;h&quot;\" rel=\"external\">a</a></p>\n"
    );
    assert_eq!(
        print("<https://b.example/> <c@d.example> [e](mailto:f@g.example)"),
        "<p id=\"p1\"><a href=\"https://b.example/\" rel=\"external\">https://b.example/</a> \
         <a href=\"mailto:c@d.example\">c@d.example</a> <a href=\"mailto:f@g.example\">e</a></p>\n"
    );
    assert_eq!(print("[a](//b.example/c)"), "<p id=\"p1\"><a href=\"https://b.example/c\" rel=\"external\">a</a></p>\n");
}

#[test]
fn links_inside_the_site_are_pieces() {
    assert_eq!(
        print("[a *b*](/events/c/ \"d\") [e](../f.pdf) [g][h]\n\n[h]: i/?j#k"),
        "<p id=\"p1\">{link /events/c/ \"d\"}a <em>b</em></a> {link ../f.pdf}e</a> {link i/?j#k}g</a></p>\n"
    );
    assert_eq!(print("[a](#b\"c)"), "<p id=\"p1\">{link #b\"c}a</a></p>\n");
    assert_eq!(print("[](/a/)"), "<p id=\"p1\">{link /a/}/a/</a></p>\n");
}

#[test]
fn other_schemes_leave_only_the_words() {
    let hidden = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "<java\tscript:alert(1)>",
        "< javascript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "ftp://a.example/",
        "tel:1",
        "view-source:http://a.example/",
        "&#xFEFF;javascript:x",
    ];
    for address in hidden {
        let body = read(&format!("a [b]({address}) c"));
        let html = show(&body.pieces);
        assert!(!html.contains("<a") || !html.to_lowercase().contains("script:"), "{address}: {html}");
        assert!(html.contains("{link") || html == "<p id=\"p1\">a b c</p>\n", "{address}: {html}");
    }
    assert_eq!(findings("a [b](JavaScript:x) c"), [(Problem::UnsafeLink("javascript".into()), "[b](JavaScript:x)")]);
    assert_eq!(
        findings("a [b]() [c](http://) d"),
        [(Problem::BrokenLink(String::new()), "[b]()"), (Problem::BrokenLink("http://".into()), "[c](http://)"),]
    );
}

#[test]
fn hosts_written_with_backslashes_are_other_websites() {
    for address in ["/\\b.example/c", "\\\\\\\\b.example/c", "/&Tab;/b.example/c", "https:/b.example/c"] {
        assert_eq!(
            print(&format!("[a]({address})")),
            "<p id=\"p1\"><a href=\"https://b.example/c\" rel=\"external\">a</a></p>\n",
            "{address}"
        );
    }
}

#[test]
fn images_beside_the_file_are_pieces() {
    assert_eq!(print("![a *b*](c.jpg \"d\") ![e](/f/g.png)"), "<p id=\"p1\">{image c.jpg \"a b\" \"d\"} {image /f/g.png \"e\"}</p>\n");
    assert_eq!(print("[![a](b.jpg)](/c/)"), "<p id=\"p1\">{link /c/}{image b.jpg \"a\"}</a></p>\n");
    assert_eq!(print("![[photo.JPG|A man]] ![[id]]"), "<p id=\"p1\">{image photo.JPG \"A man\"} {id}</p>\n");
    assert_eq!(
        findings("![](a.jpg) ![[b.png]]"),
        [(Problem::MissingAlt("a.jpg".into()), "![](a.jpg)"), (Problem::MissingAlt("b.png".into()), "![[b.png]]"),]
    );
}

#[test]
fn images_of_other_websites_are_links() {
    let text = "![a](http://b.example/c.png) ![](//d.example/e.png) ![f](data:image/svg+xml,x)";
    assert_eq!(
        print(text),
        "<p id=\"p1\"><a href=\"http://b.example/c.png\" rel=\"external\">a</a> \
         <a href=\"https://d.example/e.png\" rel=\"external\">https://d.example/e.png</a> f</p>\n"
    );
    assert_eq!(
        problems(text),
        [
            Problem::RemoteImage("http://b.example/c.png".into()),
            Problem::RemoteImage("https://d.example/e.png".into()),
            Problem::UnsafeLink("data".into()),
        ]
    );
    assert_eq!(print("[![a](http://b.example/c.png)](/d/)"), "<p id=\"p1\">{link /d/}a</a></p>\n");
}
