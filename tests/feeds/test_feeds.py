"""What other programs read: feeds, sitemap and data, each read by a parser that is not ours.

In: the story of this repository and every small site of the tests, built by the real program. Out: passed or failed.
Run it with `python -m unittest discover tests/feeds`; the program is named in DATELINE, or is target/debug/dateline.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin

import feedparser

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DATELINE", str(REPOSITORY / "target" / "debug" / "dateline"))
BASE = "https://dateline.example/october-blacklist/"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def build(root: Path, site: Path) -> None:
    """Builds a site; its warnings do not matter here."""
    subprocess.run([PROGRAM, "build", "--quiet", "--root", root, "--output", site], check=True, capture_output=True)


class Story(unittest.TestCase):
    """The story of this repository, which has an address and many feeds."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="dateline-feeds-"))
        cls.site = cls.folder / "site"
        build(REPOSITORY, cls.site)
        cls.events = json.loads((cls.site / "data/events.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.folder)

    def file_of(self, address: str) -> Path:
        """The file that an address of the site means."""
        path = unquote(address.removeprefix(BASE).split("#")[0])
        return self.site / (path + "index.html" if path == "" or path.endswith("/") else path)

    def test_every_atom_feed_is_read_without_complaint(self) -> None:
        feeds = sorted(self.site.rglob("feed.xml"))
        self.assertGreater(len(feeds), 10)
        for path in feeds:
            with self.subTest(feed=str(path.relative_to(self.site))):
                feed = feedparser.parse(path.read_bytes())
                self.assertFalse(feed.bozo, feed.get("bozo_exception"))
                self.assertEqual(feed.version, "atom10")
                own = [link.href for link in feed.feed.links if link.rel == "self"]
                self.assertEqual(self.file_of(own[0]), path)
                self.assertTrue(feed.feed.title and feed.feed.id and feed.feed.updated_parsed)
                ids = [entry.id for entry in feed.entries]
                self.assertEqual(len(ids), len(set(ids)))
                for entry in feed.entries:
                    self.assertTrue(entry.title and entry.summary and entry.updated_parsed and entry.published_parsed)
                    self.assertTrue(self.file_of(entry.link).is_file(), entry.link)
                updates = [entry.updated_parsed for entry in feed.entries]
                self.assertGreaterEqual(feed.feed.updated_parsed, max(updates, default=feed.feed.updated_parsed))

    def test_every_json_feed_says_the_same_as_the_atom_feed_beside_it(self) -> None:
        for path in sorted(self.site.rglob("feed.json")):
            with self.subTest(feed=str(path.relative_to(self.site))):
                feed = json.loads(path.read_text(encoding="utf-8"))
                self.assertEqual(feed["version"], "https://jsonfeed.org/version/1.1")
                self.assertEqual(self.file_of(feed["feed_url"]), path)
                self.assertTrue(self.file_of(feed["home_page_url"]).is_file())
                atom = feedparser.parse(path.with_name("feed.xml").read_bytes())
                self.assertEqual([item["url"] for item in feed["items"]], [entry.link for entry in atom.entries])
                self.assertEqual([item["title"] for item in feed["items"]], [entry.title for entry in atom.entries])
                for item in feed["items"]:
                    self.assertIsNotNone(datetime.fromisoformat(item["date_published"]).tzinfo)

    def test_links_in_the_texts_of_feeds_lead_to_pages_of_the_site(self) -> None:
        feed = json.loads((self.site / "feed.json").read_text(encoding="utf-8"))
        for item in feed["items"]:
            for address in re.findall(r'(?:href|src)="([^"]*)"', item["content_html"]):
                full = urljoin(item["url"], address)
                self.assertRegex(full, r"^(https?|mailto):")
                if full.startswith(BASE):
                    self.assertTrue(self.file_of(full).is_file(), f"{item['url']}: {address}")

    def test_the_sitemap_names_pages_that_exist_each_once(self) -> None:
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        root = ElementTree.parse(self.site / "sitemap.xml").getroot()
        self.assertEqual(root.tag, f"{space}urlset")
        addresses = [location.text for location in root.iter(f"{space}loc")]
        self.assertEqual(len(addresses), len(set(addresses)))
        for address in addresses:
            self.assertTrue(address.startswith(BASE) and self.file_of(address).is_file(), address)
        for event in self.events:
            self.assertIn(f"{BASE}events/{event['id']}/", addresses)
        self.assertIn(f"Sitemap: {BASE}sitemap.xml", (self.site / "robots.txt").read_text(encoding="utf-8"))

    def test_the_csv_has_the_events_of_the_json_and_no_formula(self) -> None:
        text = (self.site / "data/events.csv").read_bytes().decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual([row["id"] for row in rows], [event["id"] for event in self.events])
        self.assertEqual([row["title"] for row in rows], [event["title"] for event in self.events])
        for row in rows:
            self.assertNotIn(None, row, "a row with too many cells")
            for key, cell in row.items():
                self.assertFalse(cell.startswith(FORMULA), f"{row['id']}: {key}: {cell}")

    def test_every_event_file_is_in_the_data(self) -> None:
        files = [path for path in (REPOSITORY / "content/events").rglob("*.md")]
        self.assertEqual(len(self.events), len(files))


class SmallSites(unittest.TestCase):
    """The small sites of the tests, some of them hostile: what they hold can be read."""

    def test_every_feed_sitemap_and_table_can_be_read(self) -> None:
        for root in sorted((REPOSITORY / "tests/sites").iterdir()):
            with self.subTest(site=root.name), tempfile.TemporaryDirectory() as folder:
                site = Path(folder) / "site"
                build(root, site)
                for path in site.rglob("feed.xml"):
                    feed = feedparser.parse(path.read_bytes())
                    self.assertFalse(feed.bozo, f"{path}: {feed.get('bozo_exception')}")
                for path in site.rglob("*.json"):
                    if path.name == "entities.ftm.json":
                        continue
                    json.loads(path.read_text(encoding="utf-8"))
                ElementTree.parse(site / "sitemap.xml")
                text = (site / "data/events.csv").read_bytes().decode("utf-8")
                cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
                self.assertFalse([cell for cell in cells if cell.startswith(FORMULA)])


if __name__ == "__main__":
    unittest.main()
