//! What browsers are told to forbid: the policy in each page, and the headers for hosts that read them from a file.

use std::collections::BTreeSet;

use super::route::Route;
use super::site_plan::SitePlan;

/// What every page works under. Scripts may not even turn text into markup.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; \
connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// What hosts often send with a type that browsers or readers' programs do not know.
const TYPES: &[(&str, &str)] = &[
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("csl.json", "application/vnd.citationstyles.csl+json"),
    ("jsonld", "application/ld+json"),
    ("ics", "text/calendar; charset=utf-8"),
    ("geojson", "application/geo+json"),
    ("csv", "text/csv; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("gexf", "application/gexf+xml"),
    ("graphml", "application/graphml+xml"),
    ("dot", "text/vnd.graphviz; charset=utf-8"),
];

/// The headers of the files that a pattern names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderRule {
    pub pattern: String,
    pub headers: Vec<(&'static str, String)>,
}

impl SitePlan<'_> {
    /// The rules for all files. Hosts add up the rules that fit a file, and two policies bind together: so the framing of pages is forbidden
    /// folder by folder, and only embeds, which may be framed, are left out.
    pub fn header_rules(&self) -> Vec<HeaderRule> {
        let rule = |pattern: &str, headers: Vec<(&'static str, String)>| HeaderRule { pattern: pattern.to_owned(), headers };
        let mut rules = vec![rule(
            "/*",
            vec![
                ("Content-Security-Policy", POLICY.to_owned()),
                ("X-Content-Type-Options", "nosniff".to_owned()),
                ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ],
        )];
        let folder = |route: &Route| match route.path().split_once('/') {
            Some((first, _)) => format!("/{first}/*"),
            None if route.path().ends_with("index.html") => "/".to_owned(),
            None => format!("/{}", route.path()),
        };
        let pages = self.outline.pages.iter().map(|page| &page.route).filter(|route| route.path().ends_with(".html"));
        let framed: BTreeSet<String> = pages.map(folder).filter(|folder| folder != "/embed/*").collect();
        let forbid = || vec![("Content-Security-Policy", "frame-ancestors 'self'".to_owned())];
        // Hosts read so many rules and no more; a site of many folders gives up the finer rule for its rarest.
        rules.extend(framed.iter().take(MOST_FOLDERS).map(|folder| rule(folder, forbid())));
        rules.extend(TYPES.iter().map(|(ending, kind)| rule(&format!("/*.{ending}"), vec![("Content-Type", (*kind).to_owned())])));
        rules.push(rule("/feed.xml", vec![("Content-Type", "application/atom+xml; charset=utf-8".to_owned())]));
        rules.push(rule("/feed.json", vec![("Content-Type", "application/feed+json".to_owned())]));
        rules
    }
}

/// Cloudflare reads a hundred rules.
const MOST_FOLDERS: usize = 80;
