//! Decides where an address leads, and whether a page may link there.
//!
//! In: an address as an author wrote it. Out: its kind, with the address to print.
//! Never: compares schemes as text; a URL parser reads them as a browser does (WHATWG URL Standard).

use url::{ParseError, Url};

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// Another website, as a normalised `http` or `https` URL.
    Web(String),
    /// A `mailto:` URL.
    Mail(String),
    /// A spot on the same page, with its `#`.
    Fragment(String),
    /// A path inside the site, without control characters.
    Inside(String),
    /// A scheme that is not allowed.
    Forbidden(String),
    /// Not an address.
    Unreadable,
}

/// Reads an address as a browser would.
pub(super) fn read(written: &str) -> Address {
    let cleaned: String;
    let written = if written.contains(char::is_control) {
        cleaned = written.chars().filter(|c| !c.is_control()).collect();
        &cleaned
    } else {
        written
    };
    let written = written.trim();
    if written.is_empty() {
        return Address::Unreadable;
    }
    if written.starts_with('#') {
        return Address::Fragment(written.to_owned());
    }
    match Url::parse(written) {
        Ok(url) => match url.scheme() {
            "http" | "https" => Address::Web(url.into()),
            "mailto" => Address::Mail(url.into()),
            scheme => Address::Forbidden(scheme.to_owned()),
        },
        Err(ParseError::RelativeUrlWithoutBase) => read_without_scheme(written),
        Err(_) => Address::Unreadable,
    }
}

/// Tells a path from `//host/path`, which names another website.
fn read_without_scheme(written: &str) -> Address {
    const HERE: &str = "https://this-site.invalid/";
    let resolved = Url::parse(HERE).and_then(|here| here.join(written));
    match resolved {
        Ok(url) if url.as_str().starts_with(HERE) => Address::Inside(written.to_owned()),
        Ok(url) => Address::Web(url.into()),
        Err(_) => Address::Unreadable,
    }
}
