//! Running text as Markdown, made from the safe HTML that pages show: what was kept out of a page cannot come back in a download.
//!
//! In: HTML as `content/markdown` writes it. Out: CommonMark with tables and footnotes. Never: lets HTML through.

use super::html::{Attributes, Node, attribute, elements, plain, read};

/// Elements that stand in a line of text.
const INLINE: &[&str] =
    &["a", "abbr", "bdi", "br", "cite", "code", "del", "em", "img", "input", "q", "small", "span", "strong", "sub", "sup", "time"];

/// Turns HTML into Markdown. A link below `root` is written without `index.html`, as readers see it.
pub(super) fn to_markdown(html: &str, root: &str) -> String {
    Printer { root }.blocks(&read(html)).join("\n\n")
}

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

/// Prints nodes as Markdown.
struct Printer<'a> {
    root: &'a str,
}

impl Printer<'_> {
    fn blocks(&self, nodes: &[Node]) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut line: Vec<&Node> = Vec::new();
        for node in nodes {
            match node {
                Node::Element { name, attributes, children } if !INLINE.contains(&name.as_str()) => {
                    self.end_line(&mut line, &mut blocks);
                    self.block(name, attributes, children, &mut blocks);
                }
                other => line.push(other),
            }
        }
        self.end_line(&mut line, &mut blocks);
        blocks
    }

    fn end_line(&self, line: &mut Vec<&Node>, blocks: &mut Vec<String>) {
        let text: String = line.drain(..).map(|node| self.inline(node)).collect();
        let text = guard_lines(text.trim());
        if !text.is_empty() {
            blocks.push(text);
        }
    }

    fn block(&self, name: &str, attributes: &Attributes, children: &[Node], blocks: &mut Vec<String>) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().unwrap_or(2);
                blocks.push(format!("{} {}", "#".repeat(level), self.line(children)));
            }
            "ul" => blocks.push(self.list(children, |_| "- ".to_owned())),
            "ol" => {
                let first = attribute(attributes, "start").and_then(|start| start.parse().ok()).unwrap_or(1_u64);
                blocks.push(self.list(children, |at| format!("{}. ", first.saturating_add(at))));
            }
            "blockquote" => blocks.push(indent(&self.blocks(children).join("\n\n"), "> ", "> ")),
            "pre" => blocks.push(fenced(children)),
            "hr" => blocks.push("---".to_owned()),
            "table" => blocks.push(self.table(children)),
            "section" if attribute(attributes, "class") == Some("footnotes") => blocks.extend(self.notes(children)),
            _ => blocks.extend(self.blocks(children)),
        }
    }

    fn list(&self, children: &[Node], mark: impl Fn(u64) -> String) -> String {
        let items: Vec<Vec<String>> = elements(children, "li").into_iter().map(|(_, item)| self.blocks(item)).collect();
        let is_tight = items.iter().all(|blocks| blocks.len() <= 1);
        let printed = items.into_iter().zip(0..).map(|(blocks, at)| {
            let mark = mark(at);
            indent(&blocks.join("\n\n"), &mark, &" ".repeat(mark.len()))
        });
        printed.collect::<Vec<_>>().join(if is_tight { "\n" } else { "\n\n" })
    }

    fn notes(&self, children: &[Node]) -> Vec<String> {
        let lists = elements(children, "ol");
        let notes = lists.into_iter().flat_map(|(_, items)| elements(items, "li"));
        notes
            .map(|(attributes, note)| {
                let number = attribute(attributes, "id").and_then(|id| id.strip_prefix("fn-")).unwrap_or_default();
                indent(&self.blocks(note).join("\n\n"), &format!("[^{number}]: "), "    ")
            })
            .collect()
    }

    fn table(&self, children: &[Node]) -> String {
        let mut rows = Vec::new();
        for part in ["thead", "tbody"] {
            for (_, rows_of_part) in elements(children, part) {
                rows.extend(elements(rows_of_part, "tr").into_iter().map(|(_, cells)| {
                    let cells = cells.iter().filter_map(|cell| match cell {
                        Node::Element { children, .. } => Some(self.line(children)),
                        Node::Text(_) => None,
                    });
                    cells.collect::<Vec<_>>()
                }));
            }
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines: Vec<String> = rows.iter().map(|cells| format!("| {} |", cells.join(" | "))).collect();
        if !lines.is_empty() {
            lines.insert(1, format!("|{}", " --- |".repeat(width)));
        }
        lines.join("\n")
    }

    /// Prints nodes in one line.
    fn line(&self, nodes: &[Node]) -> String {
        let text: String = nodes.iter().map(|node| self.inline(node)).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn inline(&self, node: &Node) -> String {
        let (name, attributes, children) = match node {
            Node::Text(text) => return escape_markdown(text),
            Node::Element { name, attributes, children } => (name.as_str(), attributes, children),
        };
        let inside = || children.iter().map(|child| self.inline(child)).collect::<String>();
        match name {
            "em" => format!("*{}*", inside()),
            "strong" => format!("**{}**", inside()),
            "del" => format!("~~{}~~", inside()),
            "code" => code_span(&plain(children)),
            "br" => "\\\n".to_owned(),
            "input" if attribute(attributes, "checked").is_some() => "[x]".to_owned(),
            "input" => "[ ]".to_owned(),
            "img" => {
                let words = escape_markdown(attribute(attributes, "alt").unwrap_or_default());
                format!("![{words}]({})", self.address(attribute(attributes, "src").unwrap_or_default()))
            }
            "sup" if attribute(attributes, "class") == Some("citation") => format!(" [{}]", escape_markdown(&plain(children))),
            "a" => match (attribute(attributes, "role"), attribute(attributes, "href")) {
                (Some("doc-backlink"), _) => String::new(),
                (Some("doc-noteref"), _) => format!("[^{}]", plain(children)),
                (_, Some(href)) => format!("[{}]({})", inside(), self.address(href)),
                _ => inside(),
            },
            _ => inside(),
        }
    }

    fn address(&self, address: &str) -> String {
        let is_own = !self.root.is_empty() && address.starts_with(self.root);
        let address = match address.split_once("/index.html") {
            Some((page, rest)) if is_own && (rest.is_empty() || rest.starts_with('#')) => format!("{page}/{rest}"),
            _ => address.to_owned(),
        };
        let mut encoded = String::with_capacity(address.len());
        for c in address.chars() {
            match c {
                '(' | ')' | '<' | '>' | '\\' | ' ' | '"' => encoded.push_str(&format!("%{:02X}", u32::from(c))),
                c if c.is_control() => {}
                c => encoded.push(c),
            }
        }
        encoded
    }
}

/// A run of backticks that does not occur in the code.
fn fence(code: &str, least: usize) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat((longest + 1).max(least))
}

fn code_span(code: &str) -> String {
    let fence = fence(code, 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}

fn fenced(children: &[Node]) -> String {
    let code = plain(children);
    let fence = fence(&code, 3);
    format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n'))
}

/// Begins the first line with `first` and all others that hold something with `rest`.
fn indent(text: &str, first: &str, rest: &str) -> String {
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
fn guard_lines(text: &str) -> String {
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
    fn html_of_a_page_becomes_markdown() {
        let html = "<h2 id=\"x\">Part &amp; whole</h2>\n<p id=\"p1\">One <em>two</em> <a class=\"mention\" href=\"https://e.org/s/events/a/index.html\">a [b]</a><sup class=\"citation\"><a href=\"#source-1\">1, p. 3</a></sup>.<sup><a href=\"#fn-1\" id=\"fn-1-use-1\" role=\"doc-noteref\">1</a></sup></p>\n<ol start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n<pre><code>a &lt;b&gt;\n</code></pre>\n<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\"><p id=\"p2\">Note. <a href=\"#fn-1-use-1\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</section>\n";
        let expected = "## Part & whole\n\nOne *two* [a \\[b\\]](https://e.org/s/events/a/) [1, p. 3].[^1]\n\n3. x\n4. y\n\n```\na <b>\n```\n\n[^1]: Note.";
        assert_eq!(to_markdown(html, "https://e.org/s/"), expected);
    }

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
        assert_eq!(to_markdown("<p>1. not a list\n# nor a heading</p>", ""), "1\\. not a list\n\\# nor a heading");
    }
}
