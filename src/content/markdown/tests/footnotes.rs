use super::*;

const START: &str = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n";
const END: &str = "</ol>\n</section>\n";

fn mark(number: usize, nth: usize) -> String {
    format!("<sup><a href=\"#fn-{number}\" id=\"fn-{number}-use-{nth}\" role=\"doc-noteref\">{number}</a></sup>")
}

fn back(number: usize, nth: usize) -> String {
    let ordinal = if nth == 1 { String::new() } else { format!("<sup>{nth}</sup>") };
    format!(" <a href=\"#fn-{number}-use-{nth}\" role=\"doc-backlink\" aria-label=\"Back to use {nth} of note {number}\">↩{ordinal}</a>")
}

#[test]
fn notes_are_numbered_by_first_use_with_a_way_back_for_each_use() {
    assert_eq!(
        print("A[^z] b[^y] c[^Z].\n\n[^y]: Why.\n[^z]: *Zed*.\n"),
        format!(
            "<p id=\"p1\">A{} b{} c{}.</p>\n{START}<li id=\"fn-1\"><p><em>Zed</em>.{}{}</p>\n</li>\n<li id=\"fn-2\"><p>Why.{}</p>\n</li>\n{END}",
            mark(1, 1),
            mark(2, 1),
            mark(1, 2),
            back(1, 1),
            back(1, 2),
            back(2, 1)
        )
    );
}

#[test]
fn notes_may_use_notes() {
    assert_eq!(
        print("A[^a].\n\n[^b]: B[^a].\n\n[^a]: A[^b].\n"),
        format!(
            "<p id=\"p1\">A{}.</p>\n{START}<li id=\"fn-1\"><p>A{}.{}{}</p>\n</li>\n<li id=\"fn-2\"><p>B{}.{}</p>\n</li>\n{END}",
            mark(1, 1),
            mark(2, 1),
            back(1, 1),
            back(1, 2),
            mark(1, 2),
            back(2, 1)
        )
    );
}

#[test]
fn notes_hold_blocks_and_pieces() {
    assert_eq!(
        print("A[^a].\n\n[^a]: [[b]]\n\n    - c\n"),
        format!(
            "<p id=\"p1\">A{}.</p>\n{START}<li id=\"fn-1\"><p>{{b}}</p>\n<ul>\n<li>c</li>\n</ul>\n<p>{}</p>\n</li>\n{END}",
            mark(1, 1),
            back(1, 1)
        )
    );
}

#[test]
fn a_note_without_a_mark_is_told_and_printed_last() {
    let text = "A[^b].\n\n[^a]: Lost[^c].\n[^b]: Used.\n[^c]: Deep.\n";
    assert_eq!(findings(text), [(Problem::UnusedFootnote("a".into()), "[^a]: Lost[^c].")]);
    assert!(print(text).contains("<li id=\"fn-2\"><p>Lost"), "{}", print(text));
    assert!(print(text).contains("<li id=\"fn-3\"><p>Deep."));
}

#[test]
fn a_second_note_with_the_same_label_is_told_and_printed() {
    let text = "A[^a].\n\n[^a]: One.\n[^a]: Two.\n";
    assert_eq!(findings(text), [(Problem::RepeatedFootnote("a".into()), "[^a]: Two.")]);
    assert!(print(text).contains("<li id=\"fn-2\"><p>Two.</p>\n</li>"));
}

#[test]
fn a_mark_without_a_note_is_told_and_printed() {
    assert_eq!(print("A[^a_b]."), "<p id=\"p1\">A[^a_b].</p>\n");
    assert_eq!(findings("A[^a_b]."), [(Problem::UndefinedFootnote("a_b".into()), "[^a_b]")]);
    assert_eq!(problems("`[^a]` \\[^b] [^] x^2"), []);
}

#[test]
fn marks_work_in_tables_and_headings() {
    let html = print("# A[^a]\n\n| b[^a] |\n|---|\n| c |\n\n[^a]: d\n");
    assert!(html.starts_with(&format!("<h2 id=\"a\">A{}</h2>\n", mark(1, 1))), "{html}");
    assert!(html.contains(&format!("<th scope=\"col\">b{}</th>", mark(1, 2))), "{html}");
}
