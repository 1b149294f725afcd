use super::*;

#[test]
fn top_level_paragraphs_have_numbered_ids_for_citing() {
    assert_eq!(
        print("One.\n\n> Quoted.\n\nTwo."),
        "<p id=\"p1\">One.</p>\n<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<p id=\"p2\">Two.</p>\n"
    );
}

#[test]
fn type_faces_lists_rules_and_breaks_are_printed() {
    assert_eq!(
        print("*a* **b** ~~c~~ `d<`  \ne"),
        "<p id=\"p1\"><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code><br>\ne</p>\n"
    );
    assert_eq!(print("- a\n- b\n\n---\n\n3. c"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<hr>\n<ol start=\"3\">\n<li>c</li>\n</ol>\n");
}

#[test]
fn punctuation_and_template_syntax_are_printed_as_typed() {
    assert_eq!(print("\"a\" -- 2019--20 {{ 7*191 }} {% raw %} $x$"), "<p id=\"p1\">\"a\" -- 2019--20 {{ 7*191 }} {% raw %} $x$</p>\n");
}

#[test]
fn a_colon_line_is_no_definition_list() {
    assert_eq!(print("Term\n: text"), "<p id=\"p1\">Term\n: text</p>\n");
}

#[test]
fn html_is_shown_as_text_with_one_finding_a_block() {
    let text = "a <b onclick=x()>b</b> <i>c</i>\n\n<script>\nalert(1)\n</script>\n\n<div>\n<p>\n</div>";
    assert_eq!(
        print(text),
        "<p id=\"p1\">a &lt;b onclick=x()&gt;b&lt;/b&gt; &lt;i&gt;c&lt;/i&gt;</p>\n\
         <p class=\"raw-html\">&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</p>\n\
         <p class=\"raw-html\">&lt;div&gt;\n&lt;p&gt;\n&lt;/div&gt;</p>\n"
    );
    assert_eq!(
        findings(text),
        [
            (Problem::RawHtml, "<b onclick=x()>"),
            (Problem::RawHtml, "<script>\nalert(1)\n</script>"),
            (Problem::RawHtml, "<div>\n<p>\n</div>"),
        ]
    );
}

#[test]
fn the_language_of_a_code_block_is_reduced_to_safe_characters() {
    assert_eq!(print("```c++ x\na < b\n```"), "<pre tabindex=\"0\"><code class=\"language-c++\">a &lt; b\n</code></pre>\n");
    assert_eq!(print("```\"><script>\n```"), "<pre tabindex=\"0\"><code class=\"language-script\"></code></pre>\n");
    let long = format!("```{}\n```", "x".repeat(50));
    assert!(print(&long).contains(&format!("\"language-{}\"", "x".repeat(32))));
}

#[test]
fn nothing_is_read_inside_code() {
    assert_eq!(
        print("`[[a]] [@b]`\n\n```\n[[a]] [@b] [^c] 中**文。**字\n```\n\n    [[a]] [@b]"),
        "<p id=\"p1\"><code>[[a]] [@b]</code></p>\n\
         <pre tabindex=\"0\"><code>[[a]] [@b] [^c] 中**文。**字\n</code></pre>\n\
         <pre tabindex=\"0\"><code>[[a]] [@b]</code></pre>\n"
    );
    assert_eq!(problems("```\n[[a]] [@b] [^c] 中**文。**字\n[[]]\n```"), []);
}

#[test]
fn tables_are_named_by_their_headings_and_can_be_scrolled() {
    assert_eq!(
        print("| Date | | N \"x\" |\n|---|:-:|--:|\n| a | b | 1 |"),
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"1. Date, N &quot;x&quot;\">\n<table>\n<thead>\n\
         <tr><th scope=\"col\">Date</th><td class=\"align-center\"></td><th scope=\"col\" class=\"align-right\">N \"x\"</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>a</td><td class=\"align-center\">b</td><td class=\"align-right\">1</td></tr>\n</tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn task_lists_are_boxes_that_cannot_be_changed() {
    assert_eq!(
        print("- [ ] a\n- [x] b"),
        "<ul>\n<li><input type=\"checkbox\" disabled aria-label=\"To do\"> a</li>\n\
         <li><input type=\"checkbox\" disabled checked aria-label=\"Done\"> b</li>\n</ul>\n"
    );
}

#[test]
fn alerts_keep_their_word() {
    assert_eq!(print("> [!WARNING]\n> a"), "<div class=\"alert alert-warning\">\n<p class=\"alert-title\">Warning</p>\n<p>a</p>\n</div>\n");
}

#[test]
fn asterisks_left_beside_chinese_punctuation_are_told_once_a_block() {
    assert_eq!(findings("中文**加粗。**文字，再**加粗。**文字"), [(Problem::LiteralEmphasis, "**")]);
    assert_eq!(findings("中文**“加粗”**文字"), [(Problem::LiteralEmphasis, "**")]);
    assert_eq!(problems("中文**加粗**。文字"), []);
    assert_eq!(problems("中文\\*\\*加粗。\\*\\*文字"), []);
    assert_eq!(problems("2 ** 3 and a** b"), []);
}

#[test]
fn control_characters_are_replaced() {
    assert_eq!(print("a\u{1}b\u{7f}c\rd"), "<p id=\"p1\">a\u{fffd}b\u{fffd}c\nd</p>\n");
}

#[test]
fn words_are_counted_as_readers_see_them() {
    assert_eq!(read("One **tw**o `three` [[x|four five]] [@s, p. 3].\n\n```\nnot these\n```").word_count, 5);
    assert_eq!(read("中国外交部 said 不").word_count, 7);
}

#[test]
fn every_problem_has_a_message_and_a_fix() {
    let text = "<b> [a](javascript:x) [b]() ![c](http://d/e.png) ![](f.png) [^g] [[]] [@h;] 中**文。**字\n\n[^i]: j\n[^i]: k\n";
    let found = problems(text);
    assert_eq!(found.len(), 11, "{found:?}");
    for problem in found {
        assert!(problem.to_string().len() > 20, "{problem:?}");
        assert!(problem.help().len() > 20, "{problem:?}");
    }
}
