//! A medium of an event: a picture, a recording or a document, with us or elsewhere.

use crate::content::kinds::event::MediumKind;
use crate::yaml::Spot;

/// A picture, recording or document of an event.
#[derive(Debug, Clone)]
pub struct Medium {
    pub origin: MediumOrigin,
    pub kind: MediumKind,
    pub at: Spot,
    pub alt: Option<String>,
    /// The picture that stands for it until it is played, from the project folder.
    pub poster: Option<String>,
    /// What is said in it, from the project folder.
    pub subtitles: Vec<String>,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// Where a medium is to be found.
#[derive(Debug, Clone)]
pub enum MediumOrigin {
    /// A file, from the project folder: beside the event, or below `static/`.
    Here(String),
    /// The full address of a file or page of others, to which readers are led.
    Elsewhere(String),
}

impl Medium {
    /// Says whether browsers show it as an image on our pages.
    pub fn is_image(&self) -> bool {
        self.kind == MediumKind::Image && matches!(self.origin, MediumOrigin::Here(_))
    }

    /// Every file of ours that it needs.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let own = match &self.origin {
            MediumOrigin::Here(path) => Some(path),
            MediumOrigin::Elsewhere(_) => None,
        };
        own.into_iter().chain(&self.poster).chain(&self.subtitles).map(String::as_str)
    }
}
