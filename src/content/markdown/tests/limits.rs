use super::super::Limit;
use super::*;

#[test]
fn a_body_that_is_too_long_is_printed_as_text() {
    let limits = Limits { max_bytes: 20, ..Limits::default() };
    let text = "One *two* <b>\nthree\n\n[[four]] five";
    let body = parse(text, limits, &[]);
    assert_eq!(show(&body.pieces), "<p id=\"p1\">One *two* &lt;b&gt;\nthree</p>\n<p id=\"p2\">[[four]] five</p>\n");
    assert_eq!(body.findings[0].problem, Problem::LimitReached(Limit::Bytes(20)));
    assert_eq!(body.excerpt(100, str::to_owned), "One *two* <b> three");
    assert_eq!(body.word_count, 6);
}

#[test]
fn deep_nesting_is_printed_as_text() {
    let limit = [Problem::LimitReached(Limit::Nesting(100))];
    for text in [
        "> ".repeat(101) + "x",
        "- ".repeat(101) + "x",
        "1. ".repeat(101) + "x",
        "[^a]: ".repeat(101) + "x",
        "*a **a ".repeat(60) + &"b** b* ".repeat(60),
    ] {
        assert_eq!(problems(&text), limit, "{}", &text[..20]);
    }
    let stairs: String = (0..120).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    assert_eq!(problems(&stairs), limit);
    assert_eq!(problems(&("> ".repeat(90) + "x")), []);
}

#[test]
fn growth_is_bounded() {
    let text = "[^a]".repeat(20_000) + "\n\n[^a]: b";
    assert_eq!(problems(&text), [Problem::LimitReached(Limit::Growth(20))]);
    let address = "[a]\n".repeat(5_000) + "\n[a]: /" + &"x".repeat(90_000);
    let size: usize = show(&read(&address).pieces).len();
    assert!(size <= address.len() * 20 + 64 * 1024, "{size}");
}
