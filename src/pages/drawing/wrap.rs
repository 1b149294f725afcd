//! Lines of text that fit a width, estimated from the letters alone: no font is asked, so the result is the same everywhere.

use unicode_normalization::char::is_combining_mark;

/// Breaks a text into at most `most` lines of a width in ems. What does not fit ends in an ellipsis.
pub(super) fn wrap(text: &str, width: f64, most: usize) -> Vec<String> {
    let width = (width * 100.0 + 0.01) as u32;
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for piece in pieces(text) {
        let size = width_of(piece.text);
        let space = if piece.has_space && used > 0 { width_of_char(' ') } else { 0 };
        if used > 0 && used + space + size > width {
            lines.push(String::new());
            used = 0;
        } else if space > 0 {
            used += space;
            push(&mut lines, " ");
        }
        if used + size <= width {
            push(&mut lines, piece.text);
            used += size;
            continue;
        }
        // A piece that is too long for any line is broken anywhere.
        for c in piece.text.chars() {
            let size = width_of_char(c);
            if used > 0 && used + size > width {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, c.encode_utf8(&mut [0; 4]));
            used += size;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width_of(last) + width_of_char('…') > width {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// What is not broken: a word, or one letter of a script without spaces.
struct Piece<'t> {
    text: &'t str,
    has_space: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    let mut has_space = false;
    let mut may_join = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            has_space = true;
            continue;
        }
        let is_wide = is_wide(c);
        let clings =
            !has_space && (is_closing(c) || !is_wide && may_join || pieces.last().is_some_and(|piece| piece.text.ends_with(is_opening)));
        match pieces.last_mut().filter(|_| clings) {
            Some(piece) => piece.text = &text[start..at + c.len_utf8()],
            None => {
                start = at;
                pieces.push(Piece { text: &text[at..at + c.len_utf8()], has_space });
            }
        }
        may_join = !is_wide;
        has_space = false;
    }
    pieces
}

fn width_of(text: &str) -> u32 {
    text.chars().map(width_of_char).sum()
}

/// The width of a letter in hundredths of an em, on the wide side of common faces.
fn width_of_char(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '—' => 92,
        'A'..='Z' => 72,
        c if c.is_ascii() => 57,
        c if is_combining_mark(c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}') => 0,
        c if is_wide(c) => 100,
        _ => 64,
    }
}

/// Says whether a letter is as wide as high (Unicode Standard Annex 11, the blocks in use): Chinese, Japanese, Korean, pictures.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// No line begins with these.
fn is_closing(c: char) -> bool {
    matches!(c, '、' | '。' | '，' | '．' | '：' | '；' | '？' | '！' | '」' | '』' | '）' | '】' | '》' | '〉' | '”' | '’' | 'ー')
}

/// No line ends with these.
fn is_opening(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '【' | '《' | '〈' | '“' | '‘')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lines_fit() {
        let lines = wrap("Commerce puts 28 Chinese organisations on its Entity List", 12.0, 9);
        assert_eq!(lines.join(" "), "Commerce puts 28 Chinese organisations on its Entity List");
        assert!(lines.iter().all(|line| width_of(line) <= 1200), "{lines:?}");
    }

    #[test]
    fn chinese_breaks_between_any_letters_but_not_before_a_stop() {
        assert_eq!(wrap("商务部公布名单。", 7.0, 9), ["商务部公布名", "单。"]);
        assert_eq!(wrap("「新疆」", 2.0, 9), ["「新", "疆」"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_with_an_ellipsis() {
        let lines = wrap("one two three four five six seven eight nine ten", 6.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width_of(&lines[1]) <= 600, "{lines:?}");
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_and_nothing_is_lost() {
        let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
        assert_eq!(wrap(word, 6.0, 99).concat(), word);
        assert_eq!(wrap("", 6.0, 3), [""]);
        assert_eq!(wrap("😀😀", 0.5, 9), ["😀", "😀"]);
    }
}
