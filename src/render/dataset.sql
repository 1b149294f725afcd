-- The tables of data/dateline.sqlite. Dates are EDTF as written; `earliest` and `latest` are the days that a date allows.
CREATE TABLE site (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, url TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
  earliest TEXT, latest TEXT, precision TEXT NOT NULL, approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL, date_text TEXT NOT NULL,
  known TEXT, status TEXT NOT NULL, importance INTEGER NOT NULL, era INTEGER NOT NULL, summary TEXT NOT NULL, lang TEXT NOT NULL,
  published TEXT, updated TEXT, authors TEXT NOT NULL, extra TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE places (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, name TEXT NOT NULL, lat REAL, lon REAL, part_of TEXT REFERENCES places (id), wikidata TEXT,
  summary TEXT
);
CREATE TABLE actors (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, part_of TEXT REFERENCES actors (id), began TEXT, ended TEXT,
  place TEXT REFERENCES places (id), wikidata TEXT, website TEXT, summary TEXT
);
CREATE TABLE actor_names (actor TEXT NOT NULL REFERENCES actors (id), lang TEXT, name TEXT NOT NULL);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, record TEXT UNIQUE, title TEXT NOT NULL, publisher TEXT, authors TEXT NOT NULL, kind TEXT, url TEXT, date TEXT,
  archive TEXT, accessed TEXT, summary TEXT
);
CREATE TABLE storylines (id TEXT PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL, concluded INTEGER NOT NULL, summary TEXT);
CREATE TABLE tags (id TEXT PRIMARY KEY, url TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE terms (
  taxonomy TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (taxonomy, id)
);
CREATE TABLE link_kinds (kind TEXT PRIMARY KEY, forward TEXT NOT NULL, inverse TEXT NOT NULL, leads_here INTEGER NOT NULL);
CREATE TABLE links (
  id INTEGER PRIMARY KEY, from_event TEXT NOT NULL REFERENCES events (id), kind TEXT NOT NULL REFERENCES link_kinds (kind),
  to_event TEXT NOT NULL REFERENCES events (id), note TEXT, source INTEGER REFERENCES sources (id)
);
CREATE TABLE event_actors (
  event TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL, actor TEXT NOT NULL REFERENCES actors (id), role TEXT,
  PRIMARY KEY (event, position)
);
CREATE TABLE event_places (
  event TEXT NOT NULL REFERENCES events (id), place TEXT NOT NULL REFERENCES places (id), PRIMARY KEY (event, place)
);
CREATE TABLE event_sources (
  event TEXT NOT NULL REFERENCES events (id), number INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES sources (id),
  PRIMARY KEY (event, number)
);
CREATE TABLE event_storylines (
  storyline TEXT NOT NULL REFERENCES storylines (id), position INTEGER NOT NULL, event TEXT NOT NULL REFERENCES events (id),
  PRIMARY KEY (storyline, position)
);
CREATE TABLE event_tags (event TEXT NOT NULL REFERENCES events (id), tag TEXT NOT NULL REFERENCES tags (id), PRIMARY KEY (event, tag));
CREATE TABLE event_terms (
  event TEXT NOT NULL REFERENCES events (id), taxonomy TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (event, taxonomy, term),
  FOREIGN KEY (taxonomy, term) REFERENCES terms (taxonomy, id)
);
CREATE TABLE claims (
  event TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL, speaker TEXT REFERENCES actors (id), quote TEXT, says TEXT,
  status TEXT NOT NULL, source INTEGER REFERENCES sources (id), reply_to TEXT REFERENCES actors (id), PRIMARY KEY (event, position)
);
CREATE TABLE media (
  event TEXT NOT NULL REFERENCES events (id), position INTEGER NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL, alt TEXT, caption TEXT,
  credit TEXT, licence TEXT, PRIMARY KEY (event, position)
);
CREATE TABLE history (event TEXT NOT NULL REFERENCES events (id), known TEXT NOT NULL, status TEXT, note TEXT);
CREATE TABLE changes (event TEXT NOT NULL REFERENCES events (id), date TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL);

CREATE INDEX events_by_day ON events (earliest);
CREATE INDEX links_by_target ON links (to_event);
CREATE INDEX links_by_origin ON links (from_event);
CREATE INDEX event_actors_by_actor ON event_actors (actor);
CREATE INDEX event_places_by_place ON event_places (place);
CREATE INDEX event_sources_by_source ON event_sources (source);
CREATE INDEX event_storylines_by_event ON event_storylines (event);
CREATE INDEX claims_by_speaker ON claims (speaker);

-- Every link from both ends: what each event shows.
CREATE VIEW event_links AS
  SELECT l.from_event AS event, a.title AS title, k.forward AS words, l.to_event AS other, b.title AS other_title, l.kind, 'link' AS direction,
    l.note, s.title AS source
  FROM links l JOIN link_kinds k ON k.kind = l.kind JOIN events a ON a.id = l.from_event JOIN events b ON b.id = l.to_event
    LEFT JOIN sources s ON s.id = l.source
  UNION ALL
  SELECT l.to_event, b.title, k.inverse, l.from_event, a.title, l.kind, 'backlink', l.note, s.title
  FROM links l JOIN link_kinds k ON k.kind = l.kind JOIN events a ON a.id = l.from_event JOIN events b ON b.id = l.to_event
    LEFT JOIN sources s ON s.id = l.source;
-- Who takes part in what, as what.
CREATE VIEW participations AS
  SELECT e.date, e.id AS event, e.title, a.id AS actor, a.name, a.kind, p.role, e.status
  FROM event_actors p JOIN events e ON e.id = p.event JOIN actors a ON a.id = p.actor ORDER BY e.position, p.position;
-- The timeline with what each event rests on.
CREATE VIEW timeline AS
  SELECT e.date, e.title, e.status, e.importance, e.id AS event,
    (SELECT count(*) FROM event_sources s WHERE s.event = e.id) AS sources,
    (SELECT count(*) FROM event_actors p WHERE p.event = e.id) AS actors,
    (SELECT count(*) FROM links l WHERE l.from_event = e.id OR l.to_event = e.id) AS links
  FROM events e ORDER BY e.position;
-- Who says what, never in our voice.
CREATE VIEW statements AS
  SELECT e.date, e.title, a.name AS speaker, c.quote, c.says, c.status, s.title AS source
  FROM claims c JOIN events e ON e.id = c.event LEFT JOIN actors a ON a.id = c.speaker LEFT JOIN sources s ON s.id = c.source
  ORDER BY e.position, c.position;
