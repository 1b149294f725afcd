use super::*;

fn excerpt(text: &str, max: usize) -> String {
    read(text).excerpt(max, |target| target.to_uppercase())
}

#[test]
fn the_excerpt_is_the_first_paragraph_in_plain_words() {
    assert_eq!(
        excerpt("# T\n\n[[card]]\n\n> q\n\nOne *two*\n`three` [[four]] [[x|five]] [six](/y) [@z] <b>.\n\nNot this.", 200),
        "One two three FOUR five six <b>."
    );
    assert_eq!(excerpt("![a](b.jpg)\n\nText.", 200), "Text.");
    assert_eq!(excerpt("- only\n- a list", 200), "");
}

#[test]
fn a_long_excerpt_is_cut_between_words() {
    assert_eq!(excerpt("One two, three four.", 12), "One two…");
    assert_eq!(excerpt("One two", 7), "One two");
    assert_eq!(excerpt("中国外交部发言人耿爽", 5), "中国外交…");
    assert_eq!(excerpt("abc", 0), "");
}
