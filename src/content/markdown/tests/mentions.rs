use super::*;

#[test]
fn mentions_carry_target_label_and_fragment() {
    assert_eq!(
        print("See [[hikvision]], [[a-b|the *listing*]] and [[c#part two]]."),
        "<p id=\"p1\">See {hikvision}, {a-b|the listing} and {c#part two}.</p>\n"
    );
}

#[test]
fn the_span_of_a_mention_is_its_source() {
    let text = "中 [[a|b]] c [@d, p. 3; @e]";
    let spans: Vec<_> = read(text)
        .pieces
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Mention { span, .. } | Piece::Citation { span, .. } => Some(&text[span]),
            _ => None,
        })
        .collect();
    assert_eq!(spans, ["[[a|b]]", "@d, p. 3", "@e"]);
}

#[test]
fn a_mention_alone_in_its_paragraph_becomes_a_card() {
    assert_eq!(print("[[a]]\n\nText.\n\n![[b|c]]"), "{card a}<p id=\"p1\">Text.</p>\n{card b|c}");
    assert_eq!(print("> [[a]]"), "<blockquote>\n{card a}</blockquote>\n");
    assert_eq!(print("[[a]]\n[[b]]"), "<p id=\"p1\">{a}\n{b}</p>\n");
    assert_eq!(print("- [[a]]"), "<ul>\n<li>{a}</li>\n</ul>\n");
}

#[test]
fn a_label_in_a_table_needs_an_escaped_bar_which_leaves_no_trace() {
    let html = print("| a |\n|---|\n| [[l\\|z]] |\n| [[l#f\\|z]] |");
    assert!(html.contains("<td>{l|z}</td>"), "{html}");
    assert!(html.contains("<td>{l#f|z}</td>"), "{html}");
}

#[test]
fn empty_mentions_are_told_and_printed() {
    assert_eq!(
        findings("a [[]] b [[ ]] c [[#x]] d [[|e]]"),
        [
            (Problem::EmptyMention, "[[]]"),
            (Problem::EmptyMention, "[[ ]]"),
            (Problem::EmptyMention, "[[#x]]"),
            (Problem::EmptyMention, "[[|e]]"),
        ]
    );
    assert_eq!(print("a [[]] b [[ ]]"), "<p id=\"p1\">a [[]] b [[ ]]</p>\n");
    assert_eq!(problems("\\[[]]"), []);
}

#[test]
fn escaped_brackets_are_text() {
    assert_eq!(print("&#91;@a]"), "<p id=\"p1\">[@a]</p>\n");
    assert_eq!(print("\\[[a]] \\[@b] \\\\[@c]"), "<p id=\"p1\">[[a]] [@b] \\{cite c}</p>\n");
}

#[test]
fn citations_carry_source_and_locator() {
    assert_eq!(
        print("A [@a]. B [@federal-register, p. 3]. C [@a; @b, p. 2]."),
        "<p id=\"p1\">A {cite a}. B {cite federal-register, p. 3}. C {cite a}{cite b, p. 2}.</p>\n"
    );
    assert_eq!(print("A [@a_b_c,\npp. 3–4]."), "<p id=\"p1\">A {cite a_b_c, pp. 3–4}.</p>\n");
    assert_eq!(print("> A [@a,\n> p. 3]."), "<blockquote>\n<p>A {cite a, p. 3}.</p>\n</blockquote>\n");
    assert_eq!(print("[@来源]"), "<p id=\"p1\">{cite 来源}</p>\n");
}

#[test]
fn a_bracket_that_is_no_citation_is_told_and_printed() {
    assert_eq!(
        findings("A [@] and [@a; b]."),
        [(Problem::UnreadCitation("@".into()), "[@]"), (Problem::UnreadCitation("@a; b".into()), "[@a; b]"),]
    );
    assert_eq!(print("A [@a; b]."), "<p id=\"p1\">A [@a; b].</p>\n");
    assert_eq!(problems("write to [a@b.example] or [see @c]"), []);
}

#[test]
fn no_link_stands_inside_another() {
    assert_eq!(print("[a [@b] c](http://d.example/)"), "<p id=\"p1\"><a href=\"http://d.example/\" rel=\"external\">a [@b] c</a></p>\n");
    assert_eq!(print("[a [[b]] c](http://d.example/)"), "<p id=\"p1\">[a {b} c](http://d.example/)</p>\n");
    assert_eq!(print("[a <http://b.example> c](/d/)"), "<p id=\"p1\">{link /d/}a http://b.example c</a></p>\n");
}
