//! Citations in running text, in the styles of the Citation Style Language; the processor is `hayagriva`.

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};
use serde::Serialize;

use super::csl_json;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::pages::Citation;
use crate::project::StyleText;

/// The built-in styles with their names, in the order in which pages show them.
const BUILT_IN: [(&str, ArchivedStyle); 3] = [
    ("APA", ArchivedStyle::AmericanPsychologicalAssociation),
    ("Chicago", ArchivedStyle::ChicagoAuthorDate),
    ("MLA", ArchivedStyle::ModernLanguageAssociation),
];

/// The styles of a site, ready to write.
#[derive(Debug)]
pub struct Styles {
    styles: Vec<(String, IndependentStyle)>,
    locales: Vec<Locale>,
}

/// A citation in one style.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct StyledText {
    /// The name of the style.
    style: String,
    text: String,
}

impl Styles {
    /// Makes the styles ready: the built-in ones, then those of the site; none where citations are turned off. A file that is no such style is reported.
    pub fn new(config: &Config, own: &[StyleText], report: &mut Report) -> Self {
        let mut styles: Vec<(String, IndependentStyle)> = Vec::new();
        if !config.outputs.citations {
            return Self { styles, locales: Vec::new() };
        }
        for (name, archived) in BUILT_IN {
            if let Style::Independent(style) = archived.get() {
                styles.push((name.to_owned(), style));
            }
        }
        for file in own {
            match IndependentStyle::from_xml(&file.text) {
                Ok(style) if style.bibliography.is_some() => styles.push((style.info.title.value.clone(), style)),
                _ => {
                    let bad = Diagnostic::new(Code::BadSetting, format!("`{}` is no citation style that can be used", file.path));
                    report.push(bad.at(file.at.clone()).help("take an independent style with a bibliography, in CSL 1.0.2"));
                }
            }
        }
        Self { styles, locales: locales() }
    }

    /// Writes a citation in every style, in the language of the page.
    pub(super) fn write(&self, citation: &Citation) -> Vec<StyledText> {
        let Ok(item) = serde_json::from_value::<Item>(csl_json::item(citation).into()) else { return Vec::new() };
        let locale = citation.language.as_ref().map(|language| LocaleCode(language.clone()));
        let styles = self.styles.iter();
        styles.map(|(name, style)| StyledText { style: name.clone(), text: self.write_in(style, &item, locale.clone()) }).collect()
    }

    fn write_in(&self, style: &IndependentStyle, item: &Item, locale: Option<LocaleCode>) -> String {
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::new(vec![CitationItem::with_entry(item)], style, locale.clone(), &self.locales, None));
        let rendered = driver.finish(BibliographyRequest { style, locale, locale_files: &self.locales });
        let mut text = String::new();
        for entry in rendered.bibliography.iter().flat_map(|bibliography| &bibliography.items) {
            // Writing into a string cannot fail.
            let _ = entry.content.write_buf(&mut text, BufWriteFormat::Plain);
        }
        text
    }
}
