//! The view of a page: the frame that every page has, and the content that its template receives under its own name.

use serde::Serialize;

use super::frame::Frame;
use super::outline::PlannedPage;
use super::site_plan::SitePlan;
use super::subject::Subject;
use super::{
    actor, as_known, chain, corrections, data, embed, event, graph, home, lanes, list, own_page, pair, period, place, search, source,
    storyline, term, tombstone, version, versions,
};

/// All that a template receives, besides the `site`.
#[derive(Debug, Clone)]
pub struct View {
    pub frame: Frame,
    pub content: Content,
}

/// What a page shows. Each template finds it under the name that [`Content::name`] tells.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Content {
    Home(home::Home),
    Event(Box<event::EventPage>),
    Chain(chain::ChainPage),
    Graph(Box<graph::GraphPage>),
    Actors(actor::ActorIndex),
    Actor(Box<actor::ActorPage>),
    Pair(pair::PairPage),
    Places(place::PlaceIndex),
    Place(place::PlacePage),
    Storylines(storyline::StorylineIndex),
    Storyline(Box<storyline::StorylinePage>),
    Lanes(lanes::LanesPage),
    Sources(source::SourceIndex),
    Source(source::SourcePage),
    Terms(term::TermIndex),
    Term(term::TermPage),
    List(list::ListPage),
    Dates(period::DateIndex),
    Period(period::PeriodPage),
    OwnPage(own_page::OwnPage),
    Corrections(corrections::Corrections),
    AsKnown(Box<as_known::AsKnown>),
    Embed(embed::Embed),
    Search(search::SearchPage),
    Dataset(Box<data::DatasetPage>),
    NotFound,
    Redirect { to: String },
    Tombstone(tombstone::TombstonePage),
    Version(Box<version::VersionPage>),
    Versions(versions::VersionList),
}

impl Content {
    /// The template below `templates/pages/`, and the name under which it finds the content.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Event(_) => "event",
            Self::Chain(_) => "chain",
            Self::Graph(_) => "graph",
            Self::Actors(_) => "actors",
            Self::Actor(_) => "actor",
            Self::Pair(_) => "pair",
            Self::Places(_) => "places",
            Self::Place(_) => "place",
            Self::Storylines(_) => "storylines",
            Self::Storyline(_) => "storyline",
            Self::Lanes(_) => "lanes",
            Self::Sources(_) => "sources",
            Self::Source(_) => "source",
            Self::Terms(_) => "terms",
            Self::Term(_) => "term",
            Self::List(_) => "list",
            Self::Dates(_) => "dates",
            Self::Period(_) => "period",
            Self::OwnPage(_) => "own_page",
            Self::Corrections(_) => "corrections",
            Self::AsKnown(_) => "as_known",
            Self::Embed(_) => "embed",
            Self::Search(_) => "search",
            Self::Dataset(_) => "dataset",
            Self::NotFound => "404",
            Self::Redirect { .. } => "redirect",
            Self::Tombstone(_) => "tombstone",
            Self::Version(_) => "version",
            Self::Versions(_) => "versions",
        }
    }
}

impl SitePlan<'_> {
    /// Makes the view of a page; none for files that are no pages.
    pub fn view(&self, page: &PlannedPage) -> Option<View> {
        let mut view = match &page.subject {
            Subject::Home => framed(self.home(), Content::Home),
            Subject::Events(view) => framed(self.all_events(*view), Content::List),
            Subject::KeyEvents(view) => framed(self.key_events(*view), Content::List),
            Subject::Event(id) => framed(self.event_page(*id), |it| Content::Event(Box::new(it))),
            Subject::Chain(id) => framed(self.chain_page(*id), Content::Chain),
            Subject::Graph(storyline) => framed(self.graph_page(*storyline), |it| Content::Graph(Box::new(it))),
            Subject::Actors => framed(self.actor_index(), Content::Actors),
            Subject::Actor(id, view) => framed(self.actor_page(*id, *view), |it| Content::Actor(Box::new(it))),
            Subject::Pair(one, other, view) => framed(self.pair_page(*one, *other, *view), Content::Pair),
            Subject::Places => framed(self.place_index(), Content::Places),
            Subject::Place(id, view) => framed(self.place_page(*id, *view), Content::Place),
            Subject::Storylines => framed(self.storyline_index(), Content::Storylines),
            Subject::Storyline(id, view) => framed(self.storyline_page(*id, *view), |it| Content::Storyline(Box::new(it))),
            Subject::Lanes(year) => framed(self.lanes_page(*year), Content::Lanes),
            Subject::Sources(number) => framed(self.source_index(*number), Content::Sources),
            Subject::Source(id) => framed(self.source_page(*id), Content::Source),
            Subject::Tags => framed(self.tag_index(), Content::Terms),
            Subject::Tag(id, view) => framed(self.tag_page(*id, *view), Content::Term),
            Subject::Taxonomy(at) => framed(self.taxonomy_index(*at), Content::Terms),
            Subject::Term(at, id, view) => framed(self.taxonomy_term_page(*at, *id, *view), Content::Term),
            Subject::Statuses => framed(self.status_index(), Content::Terms),
            Subject::Status(status, view) => framed(self.status_page(*status, *view), Content::List),
            Subject::SourceKinds => framed(self.source_kind_index(), Content::Terms),
            Subject::SourceKind(kind, view) => framed(self.source_kind_page(*kind, *view), Content::List),
            Subject::Dates => framed(self.date_index(), Content::Dates),
            Subject::Year(year) => framed(self.year_page(*year), Content::Period),
            Subject::Month(year, month) => framed(self.month_page(*year, *month), Content::Period),
            Subject::OwnPage(id) => framed(self.own_page(*id), Content::OwnPage),
            Subject::Corrections => framed(self.corrections_page(), Content::Corrections),
            Subject::AsKnown(day) => framed(self.as_known_page(*day), |it| Content::AsKnown(Box::new(it))),
            Subject::Embed(subject) => framed(self.embed_page(*subject), Content::Embed),
            Subject::Slice(id, year, month) => framed(self.slice_page(*id, *year, *month), Content::Period),
            Subject::Period(stretch) => framed(self.chosen_period_page(*stretch), Content::Period),
            Subject::Search => framed(self.search_page(), Content::Search),
            Subject::Dataset => framed(self.dataset_page(), |it| Content::Dataset(Box::new(it))),
            Subject::NotFound => {
                let mut frame = self.frame(&page.route, self.say("Page not found"), self.say("There is no page at this address."));
                frame.is_hidden = true;
                View { frame, content: Content::NotFound }
            }
            Subject::Redirect(target) => {
                let to = format!("{}{}", page.route.to_root(), target.href());
                let mut frame = self.frame(&page.route, self.say("This page has moved"), "");
                frame.is_hidden = true;
                frame.canonical = self.config.url.as_ref().map(|base| target.absolute(base));
                View { frame, content: Content::Redirect { to } }
            }
            Subject::Tombstone(at) => framed(self.tombstone_page(*at, &page.route), Content::Tombstone),
            Subject::Version(record, at) => framed(self.version_page(record, *at)?, |it| Content::Version(Box::new(it))),
            Subject::Versions(record) => framed(self.version_list(record, &page.route), Content::Versions),
            Subject::Redirects | Subject::TimeMap(_) => return None,
            Subject::Feed(..) | Subject::Sitemap | Subject::Robots | Subject::Download(..) => return None,
            Subject::OEmbed(_) | Subject::ShareCard(_) | Subject::Headers => return None,
            Subject::CitationFile(..) | Subject::References => return None,
            Subject::SearchSummary | Subject::SearchTerms(_) | Subject::SearchDocuments(_) | Subject::FacetIndex => return None,
        };
        view.frame.downloads = self.downloads_of(&page.subject);
        view.frame.version = page.subject.record().and_then(|record| self.current_version(record));
        view.frame.card = self.share_card_link(&page.subject);
        Some(view)
    }
}

/// Puts a frame and its content together.
fn framed<T>((frame, content): (Frame, T), wrap: impl FnOnce(T) -> Content) -> View {
    View { frame, content: wrap(content) }
}
