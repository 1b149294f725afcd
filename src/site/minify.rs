//! Style sheets without their comments and indentation, which a reader's telephone has no use for. Never what changes a rule.
//!
//! Space is only shortened, and left out beside `{`, `}`, `;` and `,` and behind `:`, where CSS Syntax Module Level 3 gives it no meaning, as
//! it gives none to the last `;` of a block; text in quotes and addresses in `url()` stay as they are, and so do comments that begin with
//! `/*!`, as licences do.

/// Shortens a style sheet. A text or an address without its end is kept to the last byte.
pub fn minify(sheet: &str) -> String {
    let mut short = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let (kept, taken) = match first {
            '/' if rest.starts_with("/*!") => (comment(rest), comment(rest).len()),
            '/' if rest.starts_with("/*") => (" ", comment(rest).len()),
            '"' | '\'' => (text(rest, first), text(rest, first).len()),
            'u' | 'U' if is_address(rest) && !short.ends_with(is_part_of_name) => (address(rest), address(rest).len()),
            ' ' | '\n' | '\t' | '\r' | '\u{c}' => (" ", 1),
            '\\' => (escape(rest), escape(rest).len()),
            _ => (&rest[..first.len_utf8()], first.len_utf8()),
        };
        add(&mut short, kept);
        rest = &rest[taken..];
    }
    short.truncate(short.trim_end_matches(' ').len());
    short
}

/// Adds a piece; space only where the sheet so far needs it. A backslash makes what is behind it a part of a name.
fn add(short: &mut String, piece: &str) {
    let ends_with = |short: &str, letters: &[char]| short.ends_with(letters) && !short[..short.len() - 1].ends_with('\\');
    match piece {
        " " if short.is_empty() || ends_with(short, &['{', '}', ';', ',', ':', ' ']) => {}
        "{" | "}" | ";" | "," => {
            if ends_with(short, &[' ']) {
                short.pop();
            }
            if piece == "}" && ends_with(short, &[';']) {
                short.pop();
            }
            short.push_str(piece);
        }
        _ => short.push_str(piece),
    }
}

fn comment(rest: &str) -> &str {
    rest[2..].find("*/").map_or(rest, |end| &rest[..end + 4])
}

fn text(rest: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return &rest[..=at],
            _ => {}
        }
    }
    rest
}

fn is_address(rest: &str) -> bool {
    rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) && !rest[4..].trim_start().starts_with(['"', '\''])
}

fn address(rest: &str) -> &str {
    rest.find(')').map_or(rest, |end| &rest[..=end])
}

fn escape(rest: &str) -> &str {
    rest.char_indices().nth(2).map_or(rest, |(end, _)| &rest[..end])
}

fn is_part_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn leaves_out_comments_and_indentation() {
        assert_eq!(minify("/* A */\n@layer a {\n  p > a { color: red; }\n\n  q { --x: 1px }\n}\n"), "@layer a{p > a{color:red}q{--x:1px}}");
    }

    #[test]
    fn keeps_the_space_that_means_something() {
        let sheet = "@media (a) and (b){.a :is(b,c) .d :hover{margin:calc(1px + 2px) -1px}}";
        assert_eq!(minify(sheet), sheet);
        assert_eq!(minify("a/* and */b{}"), "a b{}");
    }

    #[test]
    fn keeps_texts_addresses_licences_and_escapes() {
        let sheet = r#"/*! MIT */a::after{content:" ;  /* no */ \" { ";background:url(data:a;b,c/*d*/  )}.a\;\ {x:"}"}.b\: c{x:y}"#;
        assert_eq!(minify(sheet), sheet);
    }

    #[test]
    fn keeps_what_has_no_end() {
        for sheet in ["a{}\"b  c", "a{}/*! b  c", "a{x:url(b  c", "a\\"] {
            assert_eq!(minify(sheet), sheet);
        }
    }
}
