//! The media of an event: pictures, recordings and documents of ours, and those elsewhere, to which readers are led.
//!
//! Never: loads or frames what is elsewhere ([decision 28](../../docs/decisions/0028-media-elsewhere.md)).

use serde::Serialize;
use url::Url;

use super::site_plan::SitePlan;
use super::text::Links;
use crate::graph::{Event, Medium, MediumOrigin};

/// A picture, recording or document.
#[derive(Debug, Clone, Serialize)]
pub struct MediumNote {
    /// `image`, `video`, `audio` or `document`.
    pub kind: &'static str,
    /// From this page; the full address of what is elsewhere.
    pub src: String,
    /// The name of the site that has it, where that is not ours.
    pub site: Option<String>,
    /// An image of ours.
    pub is_image: bool,
    pub alt: String,
    /// The picture that stands for it until it is played, from this page.
    pub poster: Option<String>,
    pub subtitles: Vec<SubtitleNote>,
    pub caption: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<String>,
}

/// What is said in a recording, in one language.
#[derive(Debug, Clone, Serialize)]
pub struct SubtitleNote {
    /// From this page.
    pub src: String,
    pub lang: String,
}

impl SitePlan<'_> {
    /// Tells of the media of an event.
    pub(super) fn medium_notes(&self, event: &Event, links: &Links) -> Vec<MediumNote> {
        let own_lang = event.lang.as_ref().unwrap_or(&self.config.language);
        let note = |medium: &Medium| MediumNote {
            kind: medium.kind.word(),
            src: self.medium_href(medium, links),
            site: site_of(medium),
            is_image: medium.is_image(),
            alt: medium.alt.clone().unwrap_or_default(),
            poster: medium.poster.as_ref().map(|path| self.file_href(path, links)),
            subtitles: medium
                .subtitles
                .iter()
                .map(|path| SubtitleNote { src: self.file_href(path, links), lang: language_of(path).unwrap_or(own_lang).to_owned() })
                .collect(),
            caption: medium.caption.clone(),
            credit: medium.credit.clone(),
            licence: medium.licence.clone(),
        };
        event.media.iter().map(note).collect()
    }

    /// A link to a medium.
    pub(super) fn medium_href(&self, medium: &Medium, links: &Links) -> String {
        match &medium.origin {
            MediumOrigin::Here(path) => self.file_href(path, links),
            MediumOrigin::Elsewhere(address) => address.clone(),
        }
    }
}

/// The name under which people know the site that has a medium; none for ours.
fn site_of(medium: &Medium) -> Option<String> {
    let MediumOrigin::Elsewhere(address) = &medium.origin else { return None };
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// The language that the name of a file tells: `zh-Hans` of `talk.zh-Hans.vtt`.
fn language_of(path: &str) -> Option<&str> {
    let mut parts = path.rsplit('/').next()?.rsplit('.').skip(1);
    let tag = parts.next()?;
    parts.next()?;
    let is_letters = |part: &str| !part.is_empty() && part.len() <= 8 && part.bytes().all(|letter| letter.is_ascii_alphanumeric());
    let mut subtags = tag.split('-');
    let is_language = subtags.next().is_some_and(|first| matches!(first.len(), 2 | 3) && first.bytes().all(|it| it.is_ascii_alphabetic()));
    (is_language && subtags.all(is_letters)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_subtitles_tells_their_language() {
        for (path, lang) in [
            ("content/events/talk.zh-Hans.vtt", Some("zh-Hans")),
            ("talk.de.vtt", Some("de")),
            ("talk.vtt", None),
            ("de.vtt", None),
            ("talk.2019.vtt", None),
        ] {
            assert_eq!(language_of(path), lang, "{path}");
        }
    }
}
