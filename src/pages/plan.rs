//! Makes the plan: names every output file and what it is about.

use super::outline::Outline;
use super::outline::PlannedPage;
use super::period::{month_of, year_of};
use super::route::{ListView, Route};
use super::site_plan::SitePlan;
use super::strip::StoryStrip;
use super::subject::{FeedFormat, FeedSubject, Subject};
use super::timeline::{PAGE_SIZE, views};
use crate::config::Config;
use crate::diagnostic::{Origin, Report};
use crate::graph::{ActorId, EventGraph, PageId, PlaceId, TermId};
use crate::ledger::Ledger;

/// Plans every page, and reports addresses that are wrong, taken, or lead nowhere.
pub fn plan<'g>(graph: &'g EventGraph, ledger: &'g Ledger, config: &'g Config, report: &mut Report) -> SitePlan<'g> {
    let mut plan = SitePlan { graph, config, ledger, outline: Outline::new(graph.events.len()) };
    plan.group_events();
    plan.outline.end_days = plan.find_ends();
    plan.outline.known_days = plan.choose_known_days();
    plan.outline.slices = plan.slice_storylines();
    plan.outline.chosen_periods = plan.find_chosen_periods(report);
    plan.outline.pairs = plan.find_pairs();
    plan.outline.lanes = plan.choose_lanes();
    plan.outline.next_plans = plan.find_next_plans();
    plan.outline.bodies = plan.body_names();
    plan.outline.sources_in_order = plan.order_sources();
    plan.keep_facets();
    plan.outline.story_strip = StoryStrip::of(&plan);
    plan.add_pages();
    if config.outputs.feeds {
        plan.add_feeds();
    }
    plan.add_machine_files();
    plan.add_downloads();
    if config.outputs.citations {
        plan.add_citations();
    }
    if config.outputs.search {
        plan.add_search();
    }
    plan.check_addresses(report);
    plan.outline.pages.sort_by(|a, b| a.route.cmp(&b.route));
    plan
}

impl<'g> SitePlan<'g> {
    fn group_events(&mut self) {
        for id in self.graph.event_ids() {
            let event = self.graph.event(id);
            self.outline.events_by_status.entry(event.status).or_default().push(id);
            for kind in self.source_kinds_of(id) {
                self.outline.events_by_source_kind.entry(kind).or_default().push(id);
            }
            if let Some(year) = year_of(&event.date) {
                self.outline.years.entry(year).or_default().push(id);
            }
            if let Some(month) = month_of(&event.date) {
                self.outline.months_of_site.entry(month).or_default().push(id);
            }
        }
    }

    /// Adds a page; `origin` asks for it.
    pub(super) fn add(&mut self, route: Route, subject: Subject, origin: Origin) {
        self.outline.routes.insert(route.path().to_owned());
        self.outline.pages.push(PlannedPage { route, subject, origin });
    }

    /// Adds a page that every site has.
    pub(super) fn add_built_in(&mut self, route: Route, subject: Subject) {
        self.add(route, subject, Origin::Program("the built-in pages".to_owned()));
    }

    fn add_list(&mut self, home: &Route, count: usize, origin: &Origin, subject: impl Fn(ListView) -> Subject) {
        for view in views(count) {
            self.add(home.list(view), subject(view), origin.clone());
        }
    }

    fn add_pages(&mut self) {
        let graph = self.graph;
        let own = Origin::Program("the built-in pages".to_owned());
        self.add_built_in(Route::home(), Subject::Home);
        self.add_list(&Route::index("events"), graph.events.len(), &own, Subject::Events);
        self.add_list(&Route::index("key-events"), self.key_event_ids().len(), &own, Subject::KeyEvents);
        self.add_built_in(Route::index("corrections"), Subject::Corrections);
        self.add_built_in(Route::index("dates"), Subject::Dates);
        self.add_built_in(Route::index("status"), Subject::Statuses);
        if !self.outline.events_by_source_kind.is_empty() {
            self.add_built_in(Route::index("source-kinds"), Subject::SourceKinds);
        }
        self.add_built_in(Route::not_found(), Subject::NotFound);
        for (index, name) in
            [(Subject::Actors, "actors"), (Subject::Places, "places"), (Subject::Storylines, "storylines"), (Subject::Tags, "tags")]
        {
            self.add_built_in(Route::index(name), index);
        }
        for page in 1..=graph.sources.len().div_ceil(PAGE_SIZE).max(1) {
            self.add_built_in(Route::index("sources").list(ListView::Oldest(page)), Subject::Sources(page));
        }
        for id in graph.event_ids() {
            let event = graph.event(id);
            self.add(Route::record("events", &event.id), Subject::Event(id), self.path_of(event.file));
        }
        let more = self
            .chain_pages()
            .into_iter()
            .chain(self.known_pages())
            .chain(self.slice_pages())
            .chain(self.embed_pages())
            .chain(self.share_card_pages())
            .chain(self.pair_pages())
            .chain(self.lanes_pages());
        for (route, subject) in self.graph_pages().into_iter().chain(more) {
            self.add_built_in(route, subject);
        }
        for (index, actor) in graph.actors.iter().enumerate() {
            let origin = self.origin(actor.file, &actor.name);
            let id = ActorId::new(index);
            let count = actor.participations.len();
            self.add_list(&Route::record("actors", &actor.id), count, &origin, |view| Subject::Actor(id, view));
        }
        for (index, place) in graph.places.iter().enumerate() {
            let origin = self.origin(place.file, &place.name);
            let id = PlaceId::new(index);
            self.add_list(&Route::record("places", &place.id), place.events.len(), &origin, |view| Subject::Place(id, view));
        }
        for id in self.storyline_ids() {
            let storyline = graph.storyline(id);
            let origin = self.origin(storyline.file, &storyline.title);
            let home = Route::record("storylines", &storyline.id);
            self.add_list(&home, storyline.events.len(), &origin, |view| Subject::Storyline(id, view));
        }
        for id in self.source_ids() {
            if let (Some(route), Some(file)) = (self.source_route(id), graph.source(id).file) {
                self.add(route, Subject::Source(id), self.path_of(file));
            }
        }
        for (index, tag) in graph.tags.iter().enumerate() {
            let id = TermId::new(index);
            self.add_list(&Route::record("tags", &tag.id), tag.events.len(), &Origin::Program(format!("the tag `{}`", tag.name)), |view| {
                Subject::Tag(id, view)
            });
        }
        for (at, taxonomy) in graph.taxonomies.iter().enumerate() {
            let origin = Origin::File(crate::config::FILE_NAME.to_owned());
            self.add(Route::index(taxonomy.id.as_str()), Subject::Taxonomy(at), origin.clone());
            for (index, term) in taxonomy.terms.iter().enumerate() {
                let (home, id) = (Route::record(taxonomy.id.as_str(), &term.id), TermId::new(index));
                self.add_list(&home, term.events.len(), &origin, |view| Subject::Term(at, id, view));
            }
        }
        for (status, count) in self.outline.events_by_status.iter().map(|(status, events)| (*status, events.len())).collect::<Vec<_>>() {
            self.add_list(&Route::status(status), count, &own, |view| Subject::Status(status, view));
        }
        for (kind, count) in self.outline.events_by_source_kind.iter().map(|(kind, events)| (*kind, events.len())).collect::<Vec<_>>() {
            self.add_list(&Route::source_kind(kind), count, &own, |view| Subject::SourceKind(kind, view));
        }
        for year in self.outline.years.keys().copied().collect::<Vec<_>>() {
            self.add_built_in(Route::period(year, None), Subject::Year(year));
        }
        for (year, month) in self.outline.months_of_site.keys().copied().collect::<Vec<_>>() {
            self.add_built_in(Route::period(year, Some(month)), Subject::Month(year, month));
        }
        self.add_chosen_periods();
        for (index, page) in graph.pages.iter().enumerate() {
            self.add(Route::own_page(&page.id), Subject::OwnPage(PageId::new(index)), self.path_of(page.file));
        }
    }

    fn add_feeds(&mut self) {
        let mut subjects = vec![FeedSubject::Site, FeedSubject::Corrections];
        subjects.extend(self.storyline_ids().map(FeedSubject::Storyline));
        subjects.extend((0..self.graph.actors.len()).map(|index| FeedSubject::Actor(ActorId::new(index))));
        subjects.extend(self.place_ids().map(FeedSubject::Place));
        subjects.extend((0..self.graph.tags.len()).map(|index| FeedSubject::Tag(TermId::new(index))));
        for subject in subjects {
            for format in [FeedFormat::Atom, FeedFormat::Json] {
                self.add_built_in(self.feed_route(subject, format), Subject::Feed(subject, format));
            }
        }
    }

    fn add_machine_files(&mut self) {
        self.add_built_in(Route::file("_headers"), Subject::Headers);
        if self.config.outputs.sitemap {
            self.add_built_in(Route::file("sitemap.xml"), Subject::Sitemap);
            self.add_built_in(Route::file("robots.txt"), Subject::Robots);
        }
    }
}
