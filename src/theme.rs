//! The built-in theme: the templates, static files and the face of share cards that are compiled into the program.
//!
//! In: the folders `templates/` and `static/` of this repository, when it is compiled. Out: their texts and bytes by path.
//! Never: looks at the disk of the user.

use include_dir::{Dir, File, include_dir};

/// The face of share cards: Noto Serif Bold, under the licence that lies beside it.
#[cfg(feature = "cards")]
pub static CARD_FACE: &[u8] = include_bytes!("../fonts/NotoSerif-Bold.ttf");

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The built-in templates by name: `pages/event.html`.
pub fn templates() -> impl Iterator<Item = (String, &'static str)> {
    files(&TEMPLATES).into_iter().filter_map(|file| Some((name(file), file.contents_utf8()?)))
}

/// The built-in static files by path: `css/base.css`.
pub fn static_files() -> impl Iterator<Item = (String, &'static [u8])> {
    files(&STATIC).into_iter().map(|file| (name(file), file.contents()))
}

fn files(dir: &'static Dir) -> Vec<&'static File<'static>> {
    let mut found: Vec<&File> = dir.files().collect();
    found.extend(dir.dirs().flat_map(files));
    found
}

fn name(file: &File) -> String {
    file.path().components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
