//! The frame: what every page has around its content, and the site that it belongs to.

use serde::Serialize;

use super::data::Download;
use super::parts::{DateLabel, NamedLink};
use super::route::Route;
use super::share_card::ShareCardLink;
use super::site_plan::SitePlan;
use super::subject::{FeedFormat, FeedSubject};
use super::versions::CurrentVersion;
use crate::config::Policy;

/// What templates know of the site, under `site`.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    pub title: String,
    pub description: String,
    pub language: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language of the theme's own words where it is not the site's: English, for want of a catalogue.
    pub words_lang: Option<&'static str>,
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub publisher_url: Option<String>,
    /// A file below `static/`.
    pub publisher_logo: Option<String>,
    pub licence: Option<String>,
    /// What the publisher says of its own work.
    pub policies: Vec<PolicyLink>,
    pub menu: Vec<NamedLink>,
    pub event_count: usize,
    pub source_count: usize,
    /// «46 events», «71 sources».
    pub event_words: String,
    pub source_words: String,
    /// The day up to which the story is told.
    pub today: Option<DateLabel>,
    /// The accent colour as `#rrggbb`.
    pub accent: Option<String>,
    /// The settings change the theme, so that there is a `css/theme.css`.
    pub has_theme_style: bool,
    pub has_feeds: bool,
    /// The page about the data, where there is one.
    pub data_href: Option<String>,
    /// The calendar of all events, where there is one.
    pub calendar_href: Option<String>,
    /// The page of search, where there is one.
    pub search_href: Option<String>,
    /// Some events are linked, so that there is a page `graph/`.
    pub has_graph: bool,
    /// Something became known later than it happened, so that there is a page `as-known/`.
    pub has_known_days: bool,
    /// What browsers are told to forbid, for `Content-Security-Policy`.
    pub policy: &'static str,
    /// The program and its version.
    pub generator: String,
}

/// A policy of the publisher.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyLink {
    pub name: &'static str,
    /// A full address, or one that leads from the site's root.
    pub href: String,
    /// It is a page of this site.
    pub is_own: bool,
}

fn policy_link(policy: &Policy) -> PolicyLink {
    let own = Some(&policy.address).filter(|address| address.starts_with('/')).and_then(|address| Route::from_address(address));
    PolicyLink { name: policy.label, is_own: own.is_some(), href: own.map_or_else(|| policy.address.clone(), |route| route.href()) }
}

/// What templates know of the page they make, under `page`; `root` stands beside it for brevity.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// Without the site's name.
    pub title: String,
    pub description: String,
    /// Leads from this page to the site's root: `../../`.
    pub root: String,
    /// The address from the site's root.
    pub address: String,
    /// The full address, where the site has one.
    pub canonical: Option<String>,
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The version of the record on this page that is to be cited; none where nothing of it was released.
    pub version: Option<CurrentVersion>,
    /// The way from the home page to here, this page left out.
    pub breadcrumbs: Vec<NamedLink>,
    pub feeds: Vec<FeedLink>,
    /// Files of what the page shows.
    pub downloads: Vec<Download>,
    /// The picture that other sites show.
    pub card: Option<ShareCardLink>,
    /// Search engines are asked to leave the page out.
    pub is_hidden: bool,
    /// The entry of the menu that this page belongs to, by its `href`.
    pub section: String,
}

/// A feed about what a page shows.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    pub title: String,
    pub href: String,
    pub media_type: &'static str,
}

/// Languages written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// The direction of a language's script.
pub(super) fn direction(language: &str) -> &'static str {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    if RIGHT_TO_LEFT.contains(&primary.as_str()) { "rtl" } else { "ltr" }
}

impl SitePlan<'_> {
    /// Makes the frame of a page with the site's own language and feeds.
    pub(super) fn frame(&self, route: &Route, title: impl Into<String>, description: impl Into<String>) -> Frame {
        let path = route.path();
        Frame {
            title: title.into(),
            description: description.into(),
            root: self.root_of(route),
            address: route.address(),
            canonical: self.config.url.as_ref().map(|base| route.absolute(base)),
            lang: self.config.language.clone(),
            dir: direction(&self.config.language),
            version: None,
            breadcrumbs: Vec::new(),
            feeds: self.feed_links(FeedSubject::Site),
            downloads: Vec::new(),
            card: None,
            is_hidden: false,
            section: path.split('/').next().filter(|_| path.contains('/')).map_or(String::new(), |first| format!("{first}/index.html")),
        }
    }

    /// Takes the language of a record over into the frame of its page.
    pub(super) fn set_language(&self, frame: &mut Frame, language: Option<&str>) {
        if let Some(language) = language {
            frame.lang = language.to_owned();
            frame.dir = direction(language);
        }
    }

    /// What leads from a page to the root. The page that does not exist is shown at any depth: it needs the site's own path.
    fn root_of(&self, route: &Route) -> String {
        if *route != Route::not_found() {
            return route.to_root();
        }
        self.config.url.as_ref().map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
    }

    /// The feeds about a subject, those of the site after its own.
    pub(super) fn feed_links(&self, subject: FeedSubject) -> Vec<FeedLink> {
        if !self.config.outputs.feeds {
            return Vec::new();
        }
        let mut links = Vec::new();
        let subjects = if subject == FeedSubject::Site { vec![subject] } else { vec![subject, FeedSubject::Site] };
        for subject in subjects {
            let title = self.feed_title(subject);
            for (format, media_type) in [(FeedFormat::Atom, "application/atom+xml"), (FeedFormat::Json, "application/feed+json")] {
                let href = self.feed_route(subject, format).href();
                links.push(FeedLink { title: title.clone(), href, media_type });
            }
        }
        links
    }

    /// What templates know of the site.
    pub fn site(&self) -> Site {
        let config = self.config;
        Site {
            title: config.title.clone(),
            description: config.description.clone(),
            language: config.language.clone(),
            dir: direction(&config.language),
            words_lang: self.lacks_words().then_some("en"),
            url: config.url.as_ref().map(ToString::to_string),
            publisher: config.publisher.name.clone(),
            publisher_url: config.publisher.url.clone(),
            publisher_logo: config.publisher.logo.clone(),
            licence: config.licence.clone(),
            policies: config.publisher.policies.iter().map(policy_link).collect(),
            menu: self.menu(),
            event_count: self.graph.events.len(),
            source_count: self.graph.sources.len(),
            event_words: self.say_count(self.graph.events.len(), "{n} event", "{n} events"),
            source_words: self.say_count(self.graph.sources.len(), "{n} source", "{n} sources"),
            today: self.graph.today.as_ref().map(|date| self.date_label(date)),
            accent: config.theme.accent.clone(),
            has_theme_style: config.theme.is_changed(),
            has_feeds: config.outputs.feeds,
            data_href: config.outputs.data.then(|| Route::index("data").href()),
            calendar_href: config.outputs.calendar.then(|| Route::file("calendar.ics").href()),
            search_href: config.outputs.search.then(|| Route::index("search").href()),
            has_known_days: !self.outline.known_days.is_empty(),
            has_graph: self.has(&Route::index("graph")),
            policy: super::policy::POLICY,
            generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }

    /// The menu: the indexes that have something in them, then the site's own pages in the order that the settings give.
    fn menu(&self) -> Vec<NamedLink> {
        let graph = self.graph;
        let indexes = [
            ("Storylines", "storylines", !graph.storylines.is_empty()),
            ("Events", "events", true),
            ("Actors", "actors", !graph.actors.is_empty()),
            ("Places", "places", !graph.places.is_empty()),
            ("Sources", "sources", !graph.sources.is_empty()),
            ("Tags", "tags", !graph.tags.is_empty()),
            ("Search", "search", self.config.outputs.search),
        ];
        let mut menu: Vec<NamedLink> = indexes
            .into_iter()
            .filter(|(_, _, has_any)| *has_any)
            .map(|(name, folder, _)| NamedLink { name: self.say(name), href: Route::index(folder).href() })
            .collect();
        let mut pages: Vec<_> = graph.pages.iter().collect();
        pages.sort_by_key(|page| {
            let at = self.config.menu.iter().position(|id| id == page.id.as_str());
            (at.unwrap_or(usize::MAX), page.id.clone())
        });
        pages.retain(|page| self.config.menu.is_empty() || self.config.menu.iter().any(|id| id == page.id.as_str()));
        menu.extend(pages.into_iter().map(|page| NamedLink { name: page.title.clone(), href: Route::own_page(&page.id).href() }));
        menu
    }
}
