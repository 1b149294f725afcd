//! The style sheet that carries a site's own accent, faces and tokens over the theme's.

use crate::config::Theme;

/// Where it stands in the site.
pub(super) const PATH: &str = "css/theme.css";

/// Writes what the settings change; it stands outside all layers, and so wins over the theme.
pub(super) fn write(theme: &Theme) -> String {
    let mut faces = String::new();
    let mut root = String::new();
    if let Some(accent) = &theme.accent {
        root.push_str(&format!("  --accent: {accent};\n"));
    }
    for font in &theme.fonts {
        let (name, generic) = match font.face.as_str() {
            "sans" => ("Site Sans", "system-ui, sans-serif"),
            "mono" => ("Site Mono", "ui-monospace, monospace"),
            _ => ("Site Serif", "Georgia, serif"),
        };
        let source = format!("url(\"../{}\") format(\"woff2\")", font.path);
        faces.push_str(&format!("@font-face {{ font-family: \"{name}\"; src: {source}; font-weight: 100 900; font-display: swap; }}\n"));
        root.push_str(&format!("  --{}: \"{name}\", {generic};\n", font.face));
    }
    for (token, value) in &theme.tokens {
        root.push_str(&format!("  --{token}: {value};\n"));
    }
    format!("{faces}:root {{\n{root}}}\n")
}
