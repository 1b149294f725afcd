//! The formats: their names, files and media types, what each is for, and which are made of what.

/// How a download is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DownloadFormat {
    Json,
    Csv,
    Schema,
    Sqlite,
    TimelineJs,
    Calendar,
    GeoJson,
    Entities,
    Gexf,
    GraphMl,
    Dot,
    Markdown,
}

pub(super) const OF_EVENT: &[DownloadFormat] = &[DownloadFormat::Json, DownloadFormat::Calendar, DownloadFormat::Markdown];
pub(super) const OF_STORYLINE: &[DownloadFormat] = &[
    DownloadFormat::Json,
    DownloadFormat::Csv,
    DownloadFormat::TimelineJs,
    DownloadFormat::Calendar,
    DownloadFormat::GeoJson,
    DownloadFormat::Gexf,
    DownloadFormat::GraphMl,
    DownloadFormat::Dot,
];
pub(super) const OF_SITE: &[DownloadFormat] = &[
    DownloadFormat::Json,
    DownloadFormat::Csv,
    DownloadFormat::Schema,
    DownloadFormat::Sqlite,
    DownloadFormat::TimelineJs,
    DownloadFormat::Calendar,
    DownloadFormat::GeoJson,
    DownloadFormat::Entities,
    DownloadFormat::Gexf,
    DownloadFormat::GraphMl,
    DownloadFormat::Dot,
];

impl DownloadFormat {
    /// How many there are.
    pub const COUNT: usize = Self::Markdown as usize + 1;

    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Schema => "JSON Schema",
            Self::Sqlite => "SQLite",
            Self::TimelineJs => "TimelineJS",
            Self::Calendar => "Calendar",
            Self::GeoJson => "GeoJSON",
            Self::Entities => "FollowTheMoney",
            Self::Gexf => "GEXF",
            Self::GraphMl => "GraphML",
            Self::Dot => "DOT",
            Self::Markdown => "Markdown",
        }
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Json => "everything, for programs",
            Self::Csv => "a table for spreadsheets",
            Self::Schema => "what the JSON holds, for checking it",
            Self::Sqlite => "a database of all records and links, ready for SQL and Datasette",
            Self::TimelineJs => "slides for TimelineJS",
            Self::Calendar => "for calendar programs",
            Self::GeoJson => "places and their events, for maps",
            Self::Entities => "for OpenAleph and OpenSanctions tools",
            Self::Gexf => "the net of events, actors and places, for Gephi",
            Self::GraphMl => "the same net, for yEd, igraph and networkx",
            Self::Dot => "the same net, for Graphviz",
            Self::Markdown => "the page as plain text",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "application/json",
            Self::Csv => "text/csv",
            Self::Schema => "application/schema+json",
            Self::Sqlite => "application/vnd.sqlite3",
            Self::Calendar => "text/calendar",
            Self::GeoJson => "application/geo+json",
            Self::Entities => "application/json+ftm",
            Self::Gexf => "application/gexf+xml",
            Self::GraphMl => "application/graphml+xml",
            Self::Dot => "text/vnd.graphviz",
            Self::Markdown => "text/markdown",
        }
    }

    /// What the file of the whole site holds, and what it leaves out.
    pub fn holds(self) -> &'static str {
        match self {
            Self::Json => {
                "Every event with its text, dates, links from both ends, claims with their speakers, sources and changes; an event a line."
            }
            Self::Csv => "A row an event, in the columns below. Claims, changes and texts are left out.",
            Self::Schema => "The JSON Schema (2020-12) of events.json and of every event.json.",
            Self::Sqlite => "Every record in tables with foreign keys, and views that join them.",
            Self::TimelineJs => "A slide for every dated event, bands for eras; links and sources under the key x_dateline.",
            Self::Calendar => "An entry for every event that a calendar can date. Months and years are spans of days, and say so.",
            Self::GeoJson => "Every place with its events; a place without coordinates has no geometry.",
            Self::Entities => {
                "People, bodies, places, events and sanctions in the model of FollowTheMoney, an entity a line. Links and claims are left out."
            }
            Self::Gexf => "Events, actors and places as nodes, links and participations as edges, dated for timelines.",
            Self::GraphMl => "The same net.",
            Self::Dot => "The same net, ready to be drawn.",
            Self::Markdown => "The page as plain text.",
        }
    }

    /// Says whether storylines have it too.
    pub fn is_of_storylines(self) -> bool {
        OF_STORYLINE.contains(&self) || self == Self::Markdown
    }

    /// What the file is called.
    pub(super) fn file_name(self, is_of_event: bool) -> &'static str {
        match self {
            Self::Json if is_of_event => "event.json",
            Self::Calendar if is_of_event => "event.ics",
            Self::Json => "events.json",
            Self::Csv => "events.csv",
            Self::Schema => "events.schema.json",
            Self::Sqlite => "dateline.sqlite",
            Self::TimelineJs => "timeline.json",
            Self::Calendar => "calendar.ics",
            Self::GeoJson => "places.geojson",
            Self::Entities => "entities.ftm.json",
            Self::Gexf => "graph.gexf",
            Self::GraphMl => "graph.graphml",
            Self::Dot => "graph.dot",
            Self::Markdown => "event.md",
        }
    }
}
