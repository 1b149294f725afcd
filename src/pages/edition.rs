//! The edition: which pages stand in the whole story as one file, and in what order.

use super::route::Route;
use super::site_plan::SitePlan;

/// The whole story as one file.
#[derive(Debug, Clone)]
pub struct Edition {
    pub title: String,
    pub description: String,
    pub lang: String,
    pub dir: &'static str,
    /// «Told up to 12 October 2019.»
    pub told: String,
    pub generator: String,
    pub chapters: Vec<Chapter>,
}

/// Pages of one kind.
#[derive(Debug, Clone)]
pub struct Chapter {
    pub title: String,
    /// The title of each page, and its file.
    pub pages: Vec<(String, String)>,
}

impl SitePlan<'_> {
    /// The explainers, every event in the order of time, who and where, the sources, and the site's own pages.
    pub fn edition(&self) -> Edition {
        let graph = self.graph;
        let page = |(title, route): (String, Route)| (title, route.path().to_owned());
        let record = |kind: &'static str| move |(name, id): (&String, &crate::content::Slug)| (name.clone(), Route::record(kind, id));
        let storylines = self.storylines_by_title().into_iter().map(|id| graph.storyline(id));
        let mut sources: Vec<_> =
            self.source_ids().filter_map(|id| Some((graph.source(id).fields.title.clone(), self.source_route(id)?))).collect();
        sources.sort_by(|a, b| a.1.cmp(&b.1));
        let chapters = [
            ("Storylines", storylines.map(|it| (&it.title, &it.id)).map(record("storylines")).map(page).collect()),
            ("Events", graph.events.iter().map(|it| (&it.title, &it.id)).map(record("events")).map(page).collect()),
            ("Actors", graph.actors.iter().map(|it| (&it.name, &it.id)).map(record("actors")).map(page).collect()),
            ("Places", graph.places.iter().map(|it| (&it.name, &it.id)).map(record("places")).map(page).collect()),
            ("Sources", sources.into_iter().map(page).collect()),
            ("About", graph.pages.iter().map(|it| (it.title.clone(), Route::own_page(&it.id))).map(page).collect()),
        ];
        let site = self.site();
        Edition {
            title: site.title,
            description: site.description,
            lang: site.language,
            dir: super::frame::direction(&self.config.language),
            told: site.today.map_or(String::new(), |today| self.say("Told up to {}.").replace("{}", &today.text)),
            generator: site.generator,
            chapters: chapters
                .into_iter()
                .map(|(title, pages): (&str, Vec<_>)| Chapter { title: self.say(title), pages })
                .filter(|it| !it.pages.is_empty())
                .collect(),
        }
    }
}
