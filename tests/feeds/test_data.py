"""Every download, each read again by a program that is not ours and compared with the events.

In: the story of this repository, and a small project in which every text is an attack. Out: passed or failed.
"""

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import networkx
import pydot
import shapely.geometry
import yaml
from followthemoney import model
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DATELINE", str(REPOSITORY / "target" / "debug" / "dateline"))
BASE = "https://dateline.example/october-blacklist/"
SITE_FILES = (
    "data/events.json data/events.csv data/events.schema.json data/dateline.sqlite data/timeline.json calendar.ics "
    "data/places.geojson data/entities.ftm.json data/graph.gexf data/graph.graphml data/graph.dot"
).split()


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True)


def read_json(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


class Checks:
    """A built site, and what holds for any; the classes below say of which."""

    root: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="dateline-data-"))
        cls.site = cls.folder / "site"
        cls.prepare()
        run("build", "--quiet", "--root", cls.root, "--output", cls.site)
        cls.events = read_json(cls.site / "data/events.json")

    @classmethod
    def prepare(cls) -> None:
        """Makes the project, where it is not there already."""

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.folder)

    def edges_told(self) -> Counter:
        """The edges that the events tell of, by kind."""
        told = Counter(link["type"] for event in self.events for link in event["links"])
        told["takes-part"] = sum(len(event["actors"]) for event in self.events)
        told["happens-in"] = sum(len(event["places"]) for event in self.events)
        return +told

    def nodes_told(self) -> Counter:
        told = Counter(event=len(self.events))
        told["actor"] = len({actor["id"] for event in self.events for actor in event["actors"]})
        told["place"] = len({place["id"] for event in self.events for place in event["places"]})
        return +told

    def check_net(self, net: networkx.Graph) -> None:
        nodes = Counter(data["kind"] for _, data in net.nodes(data=True))
        edges = Counter(data["kind"] for _, _, data in net.edges(data=True))
        between_records = {kind: edges.pop(kind, 0) for kind in ("belongs-to", "seated-in")}
        self.assertEqual(nodes, self.nodes_told())
        self.assertEqual(edges, self.edges_told())
        self.assertTrue(all(count >= 0 for count in between_records.values()))
        for event in self.events:
            self.assertIn(f"event:{event['id']}", net)

    def test_the_json_holds_what_its_schema_says(self) -> None:
        schema = read_json(self.site / "data/events.schema.json")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        self.assertEqual([error.message[:300] for error in validator.iter_errors(self.events)], [])
        for event in self.events:
            alone = read_json(self.site / "events" / event["id"] / "event.json")
            validator.validate(alone)
            self.assertEqual(alone, event)

    def test_links_are_told_from_both_ends(self) -> None:
        forward = Counter((e["id"], l["type"], l["event"]) for e in self.events for l in e["links"])
        back = Counter((l["event"], l["type"], e["id"]) for e in self.events for l in e["backlinks"])
        self.assertEqual(forward, back)

    def test_networkx_reads_the_net_in_both_forms(self) -> None:
        gexf = networkx.read_gexf(self.site / "data/graph.gexf")
        self.assertTrue(gexf.is_directed())
        self.check_net(gexf)
        graphml = networkx.read_graphml(self.site / "data/graph.graphml")
        self.assertTrue(graphml.is_directed())
        self.check_net(graphml)
        self.assertEqual(set(gexf.nodes), set(graphml.nodes))
        for event in self.events:
            node = graphml.nodes[f"event:{event['id']}"]
            self.assertEqual((node["date"], node["importance"], node["status"]), (event["date"], event["importance"], event["status"]))

    def test_pydot_reads_the_dot_file(self) -> None:
        graphs = pydot.graph_from_dot_file(str(self.site / "data/graph.dot"), encoding="utf-8")
        self.assertEqual(len(graphs), 1)
        nodes = [node for node in graphs[0].get_nodes() if node.get_name() not in ("node", "graph", "edge")]
        self.assertEqual(Counter(node.get("kind").strip('"') for node in nodes), self.nodes_told())
        edges = Counter(edge.get("kind").strip('"') for edge in graphs[0].get_edges())
        for kind, count in self.edges_told().items():
            self.assertEqual(edges[kind], count, kind)

    def test_every_calendar_is_read_and_keeps_its_form(self) -> None:
        by_id = {event["id"]: event for event in self.events}
        calendars = sorted(self.site.rglob("*.ics"))
        self.assertGreater(len(calendars), len(self.events))
        for path in calendars:
            raw = path.read_bytes()
            with self.subTest(calendar=str(path.relative_to(self.site))):
                self.assertTrue(raw.endswith(b"\r\n"))
                self.assertNotRegex(raw, rb"[^\r]\n|\r[^\n]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
                self.assertLessEqual(max(map(len, raw.split(b"\r\n"))), 75)
                calendar = icalendar.Calendar.from_ical(raw)
                entries = calendar.walk("VEVENT")
                self.assertEqual(len(entries), raw.count(b"BEGIN:VEVENT\r\n"))
                self.assertEqual([entry.errors for entry in entries if entry.errors], [])
                uids = [str(entry["UID"]) for entry in entries]
                self.assertEqual(len(uids), len(set(uids)))
                for entry in entries:
                    self.check_entry(entry, by_id[str(entry["UID"]).rsplit("@", 1)[0]])

    def check_entry(self, entry: icalendar.Event, event: dict) -> None:
        # A calendar has one word for a line end.
        self.assertTrue(str(entry["SUMMARY"]).endswith(re.sub(r"\r\n?", "\n", clean(event["title"]))), entry["SUMMARY"])
        start = entry.decoded("DTSTART")
        self.assertIn("DTSTAMP", entry)
        if isinstance(start, datetime):
            self.assertEqual(start.utcoffset(), timedelta(0))
            self.assertEqual(event["precision"], "minute")
        else:
            first = event["earliest"] or event["latest"]
            last = event["latest"] or event["earliest"]
            self.assertEqual(start, date.fromisoformat(first))
            self.assertEqual(entry.decoded("DTEND") - timedelta(days=1), date.fromisoformat(last))
            is_plain = event["precision"] == "day" and not (event["approximate"] or event["uncertain"])
            if not is_plain:
                self.assertTrue(str(entry["SUMMARY"]).startswith("("), entry["SUMMARY"])

    def test_sqlite_holds_every_record_and_no_key_dangles(self) -> None:
        database = sqlite3.connect(f"file:{self.site / 'data/dateline.sqlite'}?mode=ro", uri=True)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        ids = [row[0] for row in database.execute("SELECT id FROM events ORDER BY position")]
        self.assertEqual(ids, [event["id"] for event in self.events])
        told = {(event["id"], link["words"], link["event"]) for event in self.events for link in event["links"] + event["backlinks"]}
        self.assertEqual(set(database.execute("SELECT event, words, other FROM event_links")), told)
        for event in self.events:
            row = database.execute("SELECT title, text, summary, status FROM events WHERE id = ?", [event["id"]]).fetchone()
            self.assertEqual(row, (event["title"], event["text"], event["summary"], event["status"]))
            roles = database.execute("SELECT actor, role FROM event_actors WHERE event = ? ORDER BY position", [event["id"]])
            self.assertEqual(roles.fetchall(), [(actor["id"], actor["role"]) for actor in event["actors"]])
            sources = database.execute(
                "SELECT number, title FROM event_sources e JOIN sources s ON s.id = e.source WHERE event = ? ORDER BY number", [event["id"]]
            )
            self.assertEqual(sources.fetchall(), [(source["number"], source["title"]) for source in event["sources"]])
        for view in ("event_links", "participations", "timeline", "statements"):
            database.execute(f"SELECT * FROM {view}").fetchall()
        claims = database.execute("SELECT count(*) FROM statements").fetchone()[0]
        self.assertEqual(claims, sum(len(event["claims"]) for event in self.events))

    def test_geojson_places_every_place_where_it_lies(self) -> None:
        places = {place["id"]: place for event in self.events for place in event["places"]}
        collection = read_json(self.site / "data/places.geojson")
        self.assertEqual(collection["type"], "FeatureCollection")
        self.assertEqual({feature["id"] for feature in collection["features"]}, set(places))
        for feature in collection["features"]:
            place = places[feature["id"]]
            if place["lat"] is None:
                self.assertIsNone(feature["geometry"])
            else:
                point = shapely.geometry.shape(feature["geometry"])
                self.assertEqual((point.x, point.y), (place["lon"], place["lat"]))
            happened = {event["id"] for event in self.events if place["id"] in [other["id"] for other in event["places"]]}
            self.assertEqual({event["id"] for event in feature["properties"]["events"]}, happened)

    def read_entities(self) -> list:
        lines = (self.site / "data/entities.ftm.json").read_text(encoding="utf-8").splitlines()
        return [model.get_proxy(json.loads(line)) for line in lines]

    def test_followthemoney_takes_every_entity_whole(self) -> None:
        lines = (self.site / "data/entities.ftm.json").read_text(encoding="utf-8").splitlines()
        entities = {entity.id: entity for entity in self.read_entities()}
        self.assertEqual(len(entities), len(lines))
        for line in lines:
            written = json.loads(line)
            entity = entities[written["id"]]
            entity.schema.validate(written)
            for name, values in written["properties"].items():
                prop = entity.schema.get(name)
                self.assertIsNotNone(prop, f"{entity.schema.name} has no {name}")
                for value in values:
                    self.assertIsNotNone(prop.type.clean(value), f"{entity.schema.name}.{name}: {value!r}")
                    if prop.range is not None:
                        self.assertTrue(entities[value].schema.is_a(prop.range), f"{name}: {value}")
            for name in entity.schema.required:
                self.assertTrue(entity.get(name), f"{entity.id} lacks {name}")
        events = [entity for entity in entities.values() if entity.schema.name == "Event"]
        self.assertEqual(len(events), len(self.events))

    def test_timeline_js_gets_what_it_can_read(self) -> None:
        for path in sorted(self.site.rglob("timeline.json")):
            with self.subTest(timeline=str(path.relative_to(self.site))):
                timeline = read_json(path)
                slides = timeline["events"]
                ids = [slide["unique_id"] for slide in slides] + [timeline["title"]["unique_id"]]
                self.assertEqual(len(ids), len(set(ids)))
                for slide in slides:
                    self.check_slide(slide)
                for era in timeline.get("eras", []):
                    self.assertTrue(era["start_date"] and era["end_date"] and era["text"]["headline"])
                shown = {slide["x_dateline"]["id"] for slide in slides} | {e["id"] for e in timeline["title"]["x_dateline"]["undated"]}
                if path.parent.name == "data":
                    self.assertEqual(shown, {event["id"] for event in self.events})

    def check_slide(self, slide: dict) -> None:
        self.assertEqual(slide["unique_id"], slide["x_dateline"]["id"])
        known = {key: value for key, value in slide.items() if key != "x_dateline"}
        self.assertNotIn("null", re.findall(r"\bnull\b", json.dumps({k: v for k, v in known.items() if k not in ("text", "media")})))
        for key in ("start_date", "end_date"):
            parts = slide.get(key)
            if parts is None:
                self.assertEqual(key, "end_date")
                continue
            self.assertIsInstance(parts["year"], int)
            self.assertNotEqual(parts["year"], 0)
            self.assertTrue("month" in parts or "day" not in parts)
        self.assertNotEqual(slide["start_date"], slide.get("end_date"))
        for text in (slide["text"]["headline"], slide["text"]["text"]):
            self.assertNotRegex(text, r"(?i)<(?!/?(p|a|ul|li)\b)")
        precision = slide["x_dateline"]["precision"]
        self.assertEqual("month" in slide["start_date"], precision in ("season", "month", "day", "minute"))

    def test_the_markdown_of_every_event_is_read_as_it_was_meant(self) -> None:
        for event in self.events:
            text = (self.site / "events" / event["id"] / "event.md").read_bytes().decode("utf-8")
            _, head, body = text.split("---\n", 2)
            facts = yaml.safe_load(head)
            for key in ("id", "title", "url", "date", "status", "importance"):
                self.assertEqual(facts[key], event[key])
            # HTML is let through, so that any that came in would show.
            tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(body)
            inside = [child for token in tokens for child in (token.children or [])]
            self.assertEqual([t.content for t in [*tokens, *inside] if t.type.startswith("html")], [])
            heading = next(tokens[at + 1] for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1")
            shown = "".join(child.content for child in heading.children if child.type in ("text", "text_special"))
            self.assertEqual(shown, " ".join(clean(event["title"]).split()))
            for child in inside:
                address = (child.attrGet("href") or child.attrGet("src")) if child.type in ("link_open", "image") else None
                if address:
                    self.assertRegex(address, r"^(https?:|mailto:|\.\./\.\./|#)")

    def test_no_data_file_can_end_a_script_that_it_stands_in(self) -> None:
        for path in [*self.site.rglob("data/*.json"), *self.site.rglob("event.json"), *self.site.rglob("places.geojson")]:
            if path.name != "events.schema.json":
                self.assertNotIn(b"<", path.read_bytes(), path)
        page = (self.site / "data/index.html").read_text(encoding="utf-8")
        script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1)
        self.assertNotIn("<", script)
        json.loads(script)

    def test_every_download_is_offered_by_a_page_and_every_offer_is_there(self) -> None:
        offered = set()
        for page in self.site.rglob("*.html"):
            # What does not exist may be asked for at any depth: its links begin at the host.
            if page.name == "404.html":
                continue
            for href in re.findall(r'<link rel="alternate"[^>]*href="([^"]*)"', page.read_text(encoding="utf-8")):
                # Discovery of embeds needs full addresses.
                start = self.site / "embed" if "://" in href else page.parent
                target = (start / href.split("/embed/", 1)[-1]).resolve()
                self.assertTrue(target.is_file(), f"{page}: {href}")
                offered.add(target)
        kinds = ("*.ics", "event.json", "event.md", "*.gexf", "*.graphml", "*.dot", "*.geojson", "events.csv", "*.sqlite", "*.ftm.json")
        written = {path.resolve() for kind in kinds for path in self.site.rglob(kind)}
        self.assertEqual(written - offered, set())

    def test_the_data_page_tells_the_true_sizes(self) -> None:
        page = (self.site / "data/index.html").read_text(encoding="utf-8")
        dataset = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))
        self.assertEqual((dataset["@type"], dataset["@context"]), ("Dataset", "https://schema.org"))
        self.assertEqual(len(dataset["distribution"]), len(SITE_FILES))
        for name in SITE_FILES:
            download = next(item for item in dataset["distribution"] if item["contentUrl"].endswith(name))
            size = (self.site / name).stat().st_size
            number, unit = download["contentSize"].split()
            scale = {"bytes": 1, "kB": 1_000, "MB": 1_000_000}[unit]
            self.assertAlmostEqual(float(number) * scale, size, delta=max(scale * 0.51, size * 0.1))


def clean(text: str) -> str:
    """A text without what no format may hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)


class StoryData(Checks, unittest.TestCase):
    """The story of this repository."""

    root = REPOSITORY

    def test_the_twenty_eight_listings_are_sanctions(self) -> None:
        sanctions = [entity for entity in self.read_entities() if entity.schema.name == "Sanction"]
        listed = [entity for entity in sanctions if entity.first("recordId") == "entity-list-28"]
        self.assertEqual(len({entity.first("entity") for entity in listed}), 28)
        for entity in listed:
            self.assertEqual(entity.get("authority"), ["US Commerce Department"])
            self.assertEqual(entity.get("program"), ["Entity List"])
            self.assertEqual(entity.get("listingDate"), ["2019-10-07"])
            self.assertIn(f"{BASE}events/entity-list-28/", entity.get("sourceUrl"))
            for reason in entity.get("reason"):
                self.assertIn("says:", reason)
        told = sum(
            1 for e in self.events if e["status"] == "confirmed" for actor in e["actors"] if actor["role"] in ("listed", "sanctioned")
        )
        self.assertEqual(len(sanctions), told)

    def test_a_storyline_has_the_same_formats_for_its_own_events(self) -> None:
        for folder in (self.site / "storylines").iterdir():
            if not folder.is_dir() or not (folder / "events.json").exists():
                continue
            own = [event for event in self.events if folder.name in [storyline["id"] for storyline in event["storylines"]]]
            self.assertEqual(read_json(folder / "events.json"), own)
            net = networkx.read_graphml(folder / "graph.graphml")
            self.assertEqual({node for node in net if node.startswith("event:")}, {f"event:{event['id']}" for event in own})
            dated = [event for event in own if event["precision"] != "unknown"]
            self.assertEqual(len(icalendar.Calendar.from_ical((folder / "calendar.ics").read_bytes()).walk("VEVENT")), len(dated))

    def test_export_writes_the_same_bytes_as_the_build(self) -> None:
        formats = dict(zip("json csv sqlite timelinejs ics geojson ftm gexf graphml dot".split(), [n for n in SITE_FILES if "schema" not in n]))
        for name, path in formats.items():
            with self.subTest(format=name):
                self.assertEqual(run("export", "--root", self.root, "--to", name).stdout, (self.site / path).read_bytes())
        target = self.folder / "trade.json"
        run("export", "--root", self.root, "--to", "timelinejs", "--storyline", "trade-talks", target)
        self.assertEqual(target.read_bytes(), (self.site / "storylines/trade-talks/timeline.json").read_bytes())


HOSTILE = r"</script><script>alert(1)</script> & \"=cmd|' /C calc'!A0\" \r\nBEGIN:VALARM\r\x07 ]]> [x](javascript:alert(1)) `a` *b* | c \\ {{ 7*191 }}"


class HostileData(Checks, unittest.TestCase):
    """A project in which every text is an attack on some format."""

    @classmethod
    def prepare(cls) -> None:
        cls.root = cls.folder / "project"
        events = cls.root / "content/events"
        for folder in (events, cls.root / "content/actors", cls.root / "content/places"):
            folder.mkdir(parents=True)
        (cls.root / "dateline.yaml").write_text(
            f'title: "{HOSTILE}"\ndescription: "{HOSTILE}"\nurl: https://hostile.example/\nlicence: "{HOSTILE}"\n'
            'sanctions: {listed: listed, by: lists, program: list}\nfields: {list: {label: List}}\n',
            encoding="utf-8",
        )
        (cls.root / "content/actors/mallory.md").write_text(
            f'---\nname: "{HOSTILE}"\nkind: person\naliases: ["{HOSTILE}2"]\nborn: 1970-13~\n---\n'.replace("born: 1970-13~\n", ""), encoding="utf-8"
        )
        (cls.root / "content/places/nowhere.md").write_text(f'---\nname: "{HOSTILE}"\nlat: -0.5\nlon: 180\n---\n', encoding="utf-8")
        dates = ["2019-10-07", "2019-10~", "2019-21", "201X", "XXXX", "-0043-03-15", "2017-04/..", "../2019", "[2019-10-04,2019-10-05]"]
        dates += ["2019-10-07T17:00-04:00", "Y-17000", "9999-12-31", "0000", "2018-07/2019-10-04"]
        for number, when in enumerate(dates):
            links = f'\nlinks:\n  - related-to: event-{number - 1}\n    note: "{HOSTILE}"\n  - contradicts: event-{number - 1}' if number else ""
            (events / f"event-{number}.md").write_text(
                f'---\ntitle: "{HOSTILE}"\ndate: "{when}"\ndate-text: "{HOSTILE}"\nsummary: "{HOSTILE}"\nera: {str(number % 2 == 0).lower()}\n'
                f'actors:\n  - mallory: "{HOSTILE}"\n  - Trent: lists\n  - Eve: listed\nplaces: [nowhere, Elsewhere]\ntags: ["{HOSTILE}"]\n'
                f'list: "{HOSTILE}"\nsources:\n  - title: "{HOSTILE}"\n    publisher: "{HOSTILE}"\n    url: "https://e.example/?a=(b)<c>"\n'
                f'claims:\n  - by: Trent\n    says: "{HOSTILE}"\n    quote: "{HOSTILE}"\n'
                f'corrections:\n  - date: 2020-01-01\n    note: "{HOSTILE}"{links}\n---\n\n'
                "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> &lt;b&gt; [x](javascript:alert(1)) `</script>`\n\n"
                "1\\. no list\n\n- [ ] a\n- b\n\n> quote\n\n```html\n</script>\n````\n```\n\n| a | b |\n|---|---|\n| x\\|y | *z* |\n\nEnd.[^n]\n\n[^n]: Note.\n",
                encoding="utf-8",
            )

    def test_every_date_that_a_calendar_can_say_is_in_it(self) -> None:
        calendar = icalendar.Calendar.from_ical((self.site / "calendar.ics").read_bytes())
        told = {str(entry["UID"]).split("@")[0] for entry in calendar.walk("VEVENT")}
        left_out = {event["date"] for event in self.events if event["id"] not in told}
        self.assertEqual(left_out, {"XXXX", "-0043-03-15", "Y-17000", "9999-12-31", "0000"})

    def test_years_before_our_era_are_counted_as_timeline_js_does(self) -> None:
        slides = {slide["unique_id"]: slide for slide in read_json(self.site / "data/timeline.json")["events"]}
        self.assertEqual(slides["event-5"]["start_date"], {"year": -44, "month": 3, "day": 15})
        self.assertEqual(slides["event-12"]["start_date"], {"year": -1})

    def test_turned_off_outputs_are_not_there(self) -> None:
        settings = (self.root / "dateline.yaml").read_text(encoding="utf-8")
        try:
            for off, gone, kept in (("data", "*/event.json", "*/event.ics"), ("calendar", "*/event.ics", "*/event.json")):
                (self.root / "dateline.yaml").write_text(f"{settings}outputs: {{{off}: false}}\n", encoding="utf-8")
                site = self.folder / off
                run("build", "--quiet", "--root", self.root, "--output", site)
                self.assertEqual(list((site / "events").glob(gone)), [])
                self.assertEqual(len(list((site / "events").glob(kept))), len(self.events))
                self.assertEqual((site / "data").exists(), off != "data")
                self.assertEqual(bool(list(site.rglob("calendar.ics"))), off != "calendar")
                home = (site / "index.html").read_text(encoding="utf-8")
                self.assertEqual("data/index.html" in home, off != "data")
                self.assertEqual("calendar.ics" in home, off != "calendar")
        finally:
            (self.root / "dateline.yaml").write_text(settings, encoding="utf-8")


if __name__ == "__main__":
    unittest.main()
