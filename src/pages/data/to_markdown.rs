//! Running text as Markdown, made from the safe HTML that pages show: what was kept out of a page cannot come back in a download.
//!
//! In: HTML as `content/markdown` writes it. Out: CommonMark with tables and footnotes. Never: lets HTML through.

use super::html::{Attributes, Node, attribute, elements, plain, read};
use super::markdown_text::{code_span, escape_markdown, fence, guard_lines, indent};

/// Elements that stand in a line of text.
const INLINE: &[&str] =
    &["a", "abbr", "bdi", "br", "cite", "code", "del", "em", "img", "input", "q", "small", "span", "strong", "sub", "sup", "time"];

/// Turns HTML into Markdown. A link below `root` is written without `index.html`, as readers see it.
pub(super) fn to_markdown(html: &str, root: &str) -> String {
    Printer { root }.blocks(&read(html)).join("\n\n")
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

fn fenced(children: &[Node]) -> String {
    let code = plain(children);
    let fence = fence(&code, 3);
    format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n'))
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
}
