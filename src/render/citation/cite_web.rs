//! Wikipedia's template `{{cite web}}`, to be copied. The day of access is left out, since a build cannot know it.

use crate::pages::Citation;

/// Writes the template.
pub(super) fn write(citation: &Citation) -> String {
    let mut text = "{{cite web".to_owned();
    let mut field = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            text.push_str(&format!(" |{name}={}", escape(value)));
        }
    };
    field("url", citation.lasting.as_deref());
    field("title", Some(&citation.title));
    for (at, author) in citation.authors.iter().enumerate() {
        let number = at + 1;
        match &author.given {
            Some(given) => {
                field(&format!("last{number}"), Some(&author.family));
                field(&format!("first{number}"), Some(given));
            }
            None => field(&format!("author{number}"), Some(&author.family)),
        }
    }
    field("date", citation.published.as_deref());
    field("website", citation.container.as_deref());
    field("publisher", citation.publisher.as_deref().filter(|name| citation.container.as_deref() != Some(name)));
    field("language", citation.language.as_deref());
    text.push_str(" |access-date=}}");
    text
}

/// A value can neither end its field nor begin markup.
fn escape(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace("}}", "&#125;&#125;").replace('|', "{{!}}").replace('[', "&#91;").replace(']', "&#93;").replace('<', "&lt;")
}
