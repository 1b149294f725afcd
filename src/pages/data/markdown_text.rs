//! Plain text as Markdown: escaped, fenced and indented so that it is shown as it is.

/// Writes plain text so that Markdown shows it as it is, and nobody takes it for HTML.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = || text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        match c {
            '\\' | '`' | '*' | '[' | ']' | '|' => escaped.extend(['\\', c]),
            // Within a word an underscore is only that.
            '_' if before.is_alphanumeric() && after().is_alphanumeric() => escaped.push(c),
            '_' => escaped.push_str("\\_"),
            '~' if before == '~' || after() == '~' => escaped.push_str("\\~"),
            '<' => escaped.push_str("&lt;"),
            '&' if is_entity(&text[at..]) => escaped.push_str("&amp;"),
            '\r' => escaped.push(' '),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => escaped.push(c),
        }
        before = c;
    }
    escaped
}

fn is_entity(text: &str) -> bool {
    let name = text[1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next().unwrap_or_default();
    !name.is_empty() && text[1 + name.len()..].starts_with(';')
}

/// A run of backticks that does not occur in the code.
pub(super) fn fence(code: &str, least: usize) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat((longest + 1).max(least))
}

/// Code within a line.
pub(super) fn code_span(code: &str) -> String {
    let fence = fence(code, 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}

/// Begins the first line with `first` and all others that hold something with `rest`.
pub(super) fn indent(text: &str, first: &str, rest: &str) -> String {
    let mut indented = String::with_capacity(text.len() + first.len());
    for (at, line) in text.lines().enumerate() {
        let start = if at == 0 { first } else { rest };
        if at > 0 {
            indented.push('\n');
        }
        indented.push_str(if line.is_empty() { start.trim_end() } else { start });
        indented.push_str(line);
    }
    if indented.is_empty() { first.trim_end().to_owned() } else { indented }
}

/// Keeps a line of text from being read as a heading, a list or a rule.
pub(super) fn guard_lines(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim_start();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        if line.starts_with(['#', '>', '+', '-', '=', '~']) {
            format!("\\{line}")
        } else if digits > 0 && line[digits..].starts_with(['.', ')']) {
            format!("{}\\{}", &line[..digits], &line[digits..])
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        for (text, expected) in [
            ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("AT&T, *x* and a_b _c_", "AT&T, \\*x\\* and a_b \\_c\\_"),
            ("a\u{0}b\rc", "ab c"),
        ] {
            assert_eq!(escape_markdown(text), expected);
        }
        assert_eq!(guard_lines("1. not a list\n# nor a heading"), "1\\. not a list\n\\# nor a heading");
    }
}
