use super::*;

fn ids(text: &str, reserved: &[&str]) -> Vec<String> {
    parse(text, Limits::default(), reserved).headings.into_iter().map(|heading| heading.id).collect()
}

#[test]
fn headings_begin_at_level_two() {
    assert_eq!(print("# A *b*\n\nC\n=\n\n###### D"), "<h2 id=\"a-b\">A <em>b</em></h2>\n<h2 id=\"c\">C</h2>\n<h3 id=\"d\">D</h3>\n");
    let headings = read("# A `b` [[c|d]] [@e]\n\n## F").headings;
    assert_eq!(headings.iter().map(|heading| (heading.level, &*heading.text)).collect::<Vec<_>>(), [(2, "A b d"), (3, "F")]);
}

#[test]
fn ids_keep_the_script_of_the_author() {
    assert_eq!(
        ids("# 中文，标题\n# Été à L’Île\n# हिन्दी\n# ?!\n# What's \"new\"", &[]),
        ["中文-标题", "été-à-lîle", "हिन्दी", "section", "whats-new"]
    );
}

#[test]
fn ids_are_unique_and_avoid_those_of_the_page() {
    assert_eq!(ids("# A\n# A\n# A 2\n# A", &[]), ["a", "a-2", "a-2-2", "a-3"]);
    assert_eq!(ids("# P1\n# P1\n# Fn-1\n# Page", &[]), ["heading-p1", "heading-p1-2", "heading-fn-1", "page"]);
    assert_eq!(ids("# Sources\n# Src 1\n# Src\n# Src", &["sources", "src-*"]), ["heading-sources", "heading-src-1", "src", "heading-src"]);
}

#[test]
fn a_very_long_heading_has_a_short_id() {
    assert_eq!(ids(&format!("# {}", "ä".repeat(5000)), &[]), ["ä".repeat(64)]);
}
