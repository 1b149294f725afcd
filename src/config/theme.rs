//! `theme:`: the look of a site without a style sheet of its own: an accent colour, faces, and single tokens.

use crate::diagnostic::{Code, Diagnostic, Location, nearest};
use crate::yaml::{Located, Node, Reader};

/// The custom properties of the theme's `css/tokens.css`, without their dashes.
const TOKENS: &[&str] = &[
    "accent", "paper", "tint", "ink", "soft", "rule", "link", "mark", "serif", "sans", "mono", "small", "medium", "large", "huge", "gap",
    "edge", "line", "page", "node", "leading", "tight", "tighter", "tracking",
];
/// The tokens that name a face, which `fonts:` may give a file.
const FACES: &[&str] = &["serif", "sans", "mono"];

/// What a site changes of the theme.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// As `#rrggbb`.
    pub accent: Option<String>,
    pub fonts: Vec<Font>,
    /// Custom properties of the theme with their new values, which hold no character that could end a declaration.
    pub tokens: Vec<(String, String)>,
}

/// A face from a file of the site.
#[derive(Debug, Clone)]
pub struct Font {
    /// `serif`, `sans` or `mono`.
    pub face: String,
    /// Below `static/`.
    pub path: String,
    /// Where it is written, for messages.
    pub at: Location,
}

impl Theme {
    /// Reads `theme:`.
    pub(super) fn read(node: Option<&Node>, reader: &mut Reader) -> Self {
        let Some(node) = node else { return Self::default() };
        for (key, _) in node.entries().iter().filter(|(key, _)| !["accent", "fonts", "tokens"].contains(&key.name.as_str())) {
            let unknown = Diagnostic::new(Code::BadSetting, format!("`{}` is no setting of the theme", key.name));
            reader.report(key.at, unknown.help("it may be: accent, fonts, tokens"));
        }
        Self { accent: read_accent(node, reader), fonts: read_fonts(node, reader), tokens: read_tokens(node, reader) }
    }

    /// Says whether anything is changed.
    pub fn is_changed(&self) -> bool {
        self.accent.is_some() || !self.fonts.is_empty() || !self.tokens.is_empty()
    }
}

/// Reads the accent colour; only `#rrggbb` is let through, since browsers also show it around the page.
fn read_accent(node: &Node, reader: &mut Reader) -> Option<String> {
    let accent = reader.text_at(node, "accent")?;
    let digits = accent.value.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(accent.value);
    }
    let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` is no colour", accent.value));
    reader.report(accent.at, wrong.help("write it as `#rrggbb`, in quotes"));
    None
}

fn read_fonts(node: &Node, reader: &mut Reader) -> Vec<Font> {
    let mut fonts = Vec::new();
    for (face, path) in entries(node, "fonts", "faces with their files, such as `serif: fonts/Gelasio.woff2`", FACES, reader) {
        let is_plain = path.value.chars().all(|c| c.is_ascii_alphanumeric() || "/-_.".contains(c)) && !path.value.contains("..");
        if !is_plain || !path.value.ends_with(".woff2") {
            let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` is no font file that can be used", path.value));
            reader.report(
                path.at,
                wrong.help("put a .woff2 file below static/, named with letters, digits and hyphens, and write its path there"),
            );
            continue;
        }
        fonts.push(Font { face, at: reader.written.locate(path.at), path: path.value });
    }
    fonts
}

fn read_tokens(node: &Node, reader: &mut Reader) -> Vec<(String, String)> {
    let mut tokens = Vec::new();
    for (name, value) in entries(node, "tokens", "names with values, such as `page: 60rem`", TOKENS, reader) {
        let is_harmless = !value.value.chars().any(|c| ";{}<>\\@!".contains(c) || c.is_control());
        if !is_harmless || value.value.to_ascii_lowercase().contains("url") {
            let wrong = Diagnostic::new(Code::BadSetting, format!("`{}` cannot be the value of a token", value.value));
            reader.report(value.at, wrong.help("write one CSS value, such as `60rem` or `light-dark(#fff, #111)`"));
            continue;
        }
        tokens.push((name, value.value));
    }
    tokens
}

/// The entries of a mapping whose names must be among `known`.
fn entries(node: &Node, key: &str, wanted: &str, known: &[&str], reader: &mut Reader) -> Vec<(String, Located<String>)> {
    let Some(mapping) = node.get(key) else { return Vec::new() };
    if mapping.entries().is_empty() {
        reader.misfit(mapping, key, wanted);
    }
    let mut found = Vec::new();
    for (name, value) in mapping.entries() {
        if known.contains(&name.name.as_str()) {
            found.extend(reader.text(value, &name.name).map(|value| (name.name.clone(), value)));
            continue;
        }
        let unknown = Diagnostic::new(Code::BadSetting, format!("the theme has no `{}` under `{key}`", name.name));
        let help = match nearest(&name.name, known.iter().copied()) {
            Some(word) => format!("did you mean `{word}`?"),
            None => format!("it may be: {}", known.join(", ")),
        };
        reader.report(name.at, unknown.help(help));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::TOKENS;
    use crate::config::Config;

    #[test]
    fn what_could_leave_its_declaration_or_load_from_elsewhere_is_refused() {
        for value in ["red; } body { display: none", "url(https://example.org/x)", "\\75rl(x)", "red /* } */ }"] {
            let (config, findings) = Config::read(&format!("title: T\ntheme: {{tokens: {{paper: '{value}'}}}}\n"));
            assert_eq!((config.theme.tokens.len(), findings.len()), (0, 1), "{value}");
        }
        let (_, findings) = Config::read("title: T\ntheme: {tokens: {papr: red}, fonts: {serif: ../x.woff2}}\n");
        assert!(findings.iter().any(|finding| finding.help.as_deref() == Some("did you mean `paper`?")));
        let (config, findings) = Config::read("title: T\ntheme: {fonts: {serif: ../x.woff2, sans: fonts/a.ttf}}\n");
        assert_eq!((config.theme.fonts.len(), findings.len()), (0, 2));
    }

    #[test]
    fn every_token_of_the_theme_can_be_set() {
        let css = include_str!("../../static/css/tokens.css");
        let root = css.split(":root {").nth(1).and_then(|text| text.split('}').next()).unwrap();
        let mut named: Vec<&str> = root.lines().filter_map(|line| line.trim().strip_prefix("--")?.split(':').next()).collect();
        let mut known = TOKENS.to_vec();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
    }
}
