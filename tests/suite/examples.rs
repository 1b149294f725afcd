//! Examples: the fenced blocks of a Markdown page, and the files that some of them show.
//!
//! In: a page. Out: its [`Block`]s. Never: reads Markdown further than its fences.

/// The text between two fences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The word behind the opening fence: `console`, `yaml`.
    pub language: String,
    /// The line of the opening fence, from 1.
    pub line: usize,
    /// Each line with its end.
    pub text: String,
}

impl Block {
    /// The path and text of the file that the block shows, where its first line is a comment with the path.
    pub fn file(&self) -> Option<(&str, &str)> {
        let (first, text) = self.text.split_once('\n')?;
        let in_template = || first.strip_prefix("{# ")?.strip_suffix(" #}");
        let path = first.strip_prefix("# ").or_else(in_template)?;
        let is_path = path.starts_with("content/") || path.starts_with("templates/") || path == "dateline.yaml";
        is_path.then_some((path, text))
    }
}

/// The fenced blocks of a page, in order. A fence of four backticks holds fences of three.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, Block)> = None;
    for (number, line) in page.lines().enumerate() {
        let line_text = line.trim_start();
        let (fence, rest) = line_text.split_at(line_text.len() - line_text.trim_start_matches('`').len());
        match open.take() {
            None if fence.len() < 3 => {}
            None => open = Some((fence, Block { language: rest.trim().to_owned(), line: number + 1, text: String::new() })),
            Some((opening, block)) if fence == opening && rest.is_empty() => blocks.push(block),
            Some((opening, mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some((opening, block));
            }
        }
    }
    assert!(open.is_none(), "a fence is not closed: {open:?}");
    blocks
}
