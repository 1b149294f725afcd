//! Routes: where a page lives. The only maker of addresses and of output paths.

use url::Url;

use crate::content::Slug;
use crate::content::kinds::event::Status;
use crate::content::kinds::source::SourceKind;
use crate::date::CivilDay;

/// One output file, named by its path below the site's folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    path: String,
}

/// Which part of a long list a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListView {
    /// From the beginning on, in pages counted from 1.
    Oldest(usize),
    /// The latest, newest first.
    Newest,
}

impl Route {
    fn folder(parts: &[&str]) -> Self {
        let mut path = parts.join("/");
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str("index.html");
        Self { path }
    }

    /// A file with a name of its own.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into() }
    }

    /// The home page.
    pub fn home() -> Self {
        Self::folder(&[])
    }

    /// The page that does not exist.
    pub fn not_found() -> Self {
        Self::file("404.html")
    }

    /// The index of a kind of record: `actors/`.
    pub fn index(name: &str) -> Self {
        Self::folder(&[name])
    }

    /// The page of a record: `actors/hikvision/`.
    pub fn record(kind: &str, id: &Slug) -> Self {
        Self::folder(&[kind, id.as_str()])
    }

    /// The page of two actors, the earlier id first: `actors/dahua/with/hikvision/`.
    pub fn pair(first: &Slug, second: &Slug) -> Self {
        Self::folder(&["actors", first.as_str(), "with", second.as_str()])
    }

    /// The page of the site's own with this id: `about/`.
    pub fn own_page(id: &Slug) -> Self {
        Self::folder(&[id.as_str()])
    }

    /// The events with a status: `status/alleged/`.
    pub fn status(status: Status) -> Self {
        Self::folder(&["status", status.word()])
    }

    /// The events that rest on a kind of source: `source-kinds/official/`.
    pub fn source_kind(kind: SourceKind) -> Self {
        Self::folder(&["source-kinds", kind.word()])
    }

    /// The index of facets.
    pub fn facet_index() -> Self {
        Self::file("search/facets.json")
    }

    /// A year or a month: `dates/2019/`, `dates/2019/10/`.
    pub fn period(year: i64, month: Option<u8>) -> Self {
        match month {
            Some(month) => Self::folder(&["dates", &year.to_string(), &format!("{month:02}")]),
            None => Self::folder(&["dates", &year.to_string()]),
        }
    }

    /// The story as known on a day: `as-known/2019-10-07/`, or the list of such days.
    pub fn as_known(day: Option<CivilDay>) -> Self {
        match day {
            Some(day) => Self::folder(&["as-known", &day.to_string()]),
            None => Self::folder(&["as-known"]),
        }
    }

    /// The events of a storyline in a month: `storylines/trade-talks/2019/10/`.
    pub fn slice(storyline: &Slug, year: i64, month: u8) -> Self {
        Self::folder(&["storylines", storyline.as_str(), &year.to_string(), &format!("{month:02}")])
    }

    /// Days from one to another, of the story or of a storyline: `dates/2019-10-01..2019-10-15/`, `storylines/trade-talks/2019-10-01..2019-10-15/`.
    pub fn stretch(storyline: Option<&Slug>, first: CivilDay, last: CivilDay) -> Self {
        let days = format!("{first}..{last}");
        match storyline {
            Some(storyline) => Self::folder(&["storylines", storyline.as_str(), &days]),
            None => Self::folder(&["dates", &days]),
        }
    }

    /// The storylines side by side, or those of a year: `lanes/`, `lanes/2019/`.
    pub fn lanes(year: Option<i64>) -> Self {
        match year {
            Some(year) => Self::folder(&["lanes", &year.to_string()]),
            None => Self::folder(&["lanes"]),
        }
    }

    /// A page that other sites may frame: `embed/timeline/`, `embed/events/entity-list-28/`.
    pub fn embed(kind: &str, id: Option<&Slug>) -> Self {
        match id {
            Some(id) => Self::folder(&["embed", kind, id.as_str()]),
            None => Self::folder(&["embed", kind]),
        }
    }

    /// A part of a list that begins on this page.
    pub fn list(&self, view: ListView) -> Self {
        let folder = self.path.trim_end_matches("index.html");
        match view {
            ListView::Oldest(1) => self.clone(),
            ListView::Oldest(page) => Self { path: format!("{folder}page/{page}/index.html") },
            ListView::Newest => Self { path: format!("{folder}newest/index.html") },
        }
    }

    /// A file in the folder of this page: `feed.xml` of `actors/hikvision/`.
    pub fn beside(&self, name: &str) -> Self {
        Self { path: format!("{}{name}", self.path.trim_end_matches("index.html")) }
    }

    /// The path of the output file.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A link to this page from the site's root; it names `index.html`, so that it works from disk too.
    pub fn href(&self) -> String {
        encode(&self.path)
    }

    /// The address from the site's root as readers see it, without `index.html`: `events/entity-list-28/`.
    pub fn address(&self) -> String {
        encode(self.path.strip_suffix("index.html").unwrap_or(&self.path))
    }

    /// The address as authors write it, from the site's root: `/events/entity-list-28/`.
    pub fn written(&self) -> String {
        format!("/{}", self.path.strip_suffix("index.html").unwrap_or(&self.path))
    }

    /// The page in the folder above; none above the home page.
    pub fn above(&self) -> Option<Self> {
        let folder = self.path.strip_suffix("index.html").unwrap_or(&self.path).trim_end_matches('/');
        (!folder.is_empty()).then(|| Self { path: format!("{}index.html", folder.rfind('/').map_or("", |at| &folder[..=at])) })
    }

    /// A version of the record on this page: `events/entity-list-28/v/1/`.
    pub fn version(&self, number: u32) -> Self {
        self.beside(&format!("v/{number}/index.html"))
    }

    /// The list of all versions of the record on this page.
    pub fn versions(&self) -> Self {
        self.beside("v/index.html")
    }

    /// What leads from this page to the site's root: `../../`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    /// The full address below the site's own.
    pub fn absolute(&self, base: &Url) -> String {
        format!("{base}{}", self.address())
    }

    /// Reads an address that an author wrote (`/events/x/`, `/2019/old.html`); none when it leads out of the site.
    pub fn from_address(address: &str) -> Option<Self> {
        let path = address.split(['#', '?']).next().unwrap_or_default();
        let path = path.strip_prefix('/').unwrap_or(path);
        let is_odd = path.split('/').any(|part| part == "." || part == "..")
            || path.contains(['\\', '\0', '%', ':'])
            || path.contains("//")
            || path.starts_with('/');
        if is_odd {
            return None;
        }
        let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let path = match path {
            "" => "index.html".to_owned(),
            file if is_file => file.to_owned(),
            folder => format!("{}/index.html", folder.trim_end_matches('/')),
        };
        Some(Self { path })
    }
}

/// The bytes that stand for themselves in any address.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'/' | b'-' | b'_' | b'.' | b'~');
        byte += 1;
    }
    plain
};

/// Percent-encodes what may not stand in a relative link; letters of any script stay readable.
fn encode(path: &str) -> String {
    if path.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return path.to_owned();
    }
    let mut encoded = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~') {
            encoded.push(c);
        } else {
            let mut buffer = [0; 4];
            c.encode_utf8(&mut buffer).bytes().for_each(|byte| encoded.push_str(&format!("%{byte:02X}")));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_knows_its_file_its_address_and_the_way_home() {
        let route = Route::record("events", &Slug::parse("entity-list-28").unwrap());
        assert_eq!(route.path(), "events/entity-list-28/index.html");
        assert_eq!(route.address(), "events/entity-list-28/");
        assert_eq!(route.to_root(), "../../");
        assert_eq!(route.list(ListView::Oldest(2)).path(), "events/entity-list-28/page/2/index.html");
        assert_eq!(Route::home().to_root(), "");
    }

    #[test]
    fn old_addresses_become_files_and_tricks_do_not() {
        assert_eq!(Route::from_address("/2019/10/blacklist.html").unwrap().path(), "2019/10/blacklist.html");
        assert_eq!(Route::from_address("/old/page/").unwrap().path(), "old/page/index.html");
        for trick in ["/../x/", "/a/../b", "/%2e%2e/x", "/a\\b", "/C:/x", "//host/x"] {
            assert_eq!(Route::from_address(trick), None, "{trick}");
        }
    }
}
