"""Every word that the site says comes from the catalogue: shown by saying it all in a made-up language."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from importlib.resources import files as resources
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel import Locale
from jinja2 import nodes

from publish.pseudo import TAG, pseudo
from socialvalue.publish import publish
from socialvalue.publish.downloads.version import version
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.frame.templating import templates
from socialvalue.publish.site import Site
from socialvalue.records import Valuation

ROOT = Path(__file__).resolve().parents[2]
SAID = ("title", "alt", "aria-label", "placeholder", "data-l", "label")
UNSAID = ("script", "style", "code")
FILE = re.compile(r"[\w./-]+\.(?:csv|json|html|md)\b|%\(\w+\)s")
WORD = re.compile(r"[A-Za-z]{2,}")
ALLOWED = (
    *("CSV", "SVG", "Vega", "Lite", "PNG", "JSON", "Data Package", "SHA", "UTF", "Atom", "kB", "MB", "ONS", "TOMs"),
    *("Creative Commons Attribution",),
)
"""Names of formats and licences, and codes, which no language changes."""
FORGOTTEN = (
    "These words can't be translated. Mark a sentence with _(), N_() or {% trans %}, and run `make words`; say a code "
    "of the data with figures.word, or the filter `word`."
)
IN_WORDS = ("period", "quantity", "where", "worth")
"""What Explore's table shows of a line beside its cells."""


class Said(HTMLParser):
    """What a page says: its text, and the attributes that are read out or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in UNSAID:
            self._within.append(tag)
        self.found += [given[name] or "" for name in SAID if given.get(name)]
        if given.get("name") == "description" or str(given.get("property")) in ("og:title", "og:description"):
            self.found.append(given.get("content") or "")
        if given.get("data-words"):
            self.found += json.loads(given["data-words"] or "").values()

    def handle_endtag(self, tag: str) -> None:
        if self._within and tag == self._within[-1]:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.found.append(data)


@pytest.fixture(scope="module")
def spoken(valuation: Valuation, small: Path) -> Mapping[str, bytes]:
    """The small site in the made-up language."""
    return publish(valuation, language=pseudo())


def told(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Everything that the files say to people, with the file that says it."""
    by_hand = {f"{page.stem}.html" for page in (ROOT / "docs").glob("*.md")}
    for path, content in files.items():
        if path.endswith((".html", ".svg")):
            text = content.decode("utf-8")
            if path in by_hand:
                text = re.sub(
                    r"<article.*?</article>|<head>.*?</head>|<nav aria-label.*?</nav>", "", text, flags=re.DOTALL
                )
            page = Said()
            page.feed(text)
            yield from ((path, said) for said in page.found)
        elif path == "news.xml":
            yield from (
                (path, node.text or "") for node in ElementTree.fromstring(content).iter() if node.tag[-2:] != "id"
            )
        elif path in ("explore/lines.json", "compare/members.json"):
            data = json.loads(content)
            named = [[facet["title"], *(option[1] for option in facet["options"])] for facet in data.get("facets", ())]
            yield from ((path, text) for text in texts([data["texts"], named]))
        elif path == "explore/lines-0.json":
            words = json.loads(content)["words"]
            yield from ((path, text) for text in texts([words[f"_{name}"] for name in IN_WORDS]))
        elif path == "search/index.json":
            data = json.loads(content)
            yield from ((path, text) for text in texts([data["texts"], data["kinds"]]))
        elif path.endswith(".vl.json"):
            data = json.loads(content)
            yield from (
                (path, text) for text in re.findall(r'"title": "([^"]+)"', json.dumps(data, ensure_ascii=False))
            )


def texts(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for name, value in found.items():
            if name != "rows":
                yield from texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from texts(value)


def test_nothing_on_the_site_is_said_in_plain_english(
    spoken: Mapping[str, bytes], valuation: Valuation, small: Path
) -> None:
    """What is left without accents is data, a date of the locale, or a name that no language changes."""
    checksum = version(Site(valuation))
    given = sorted({*data(small, valuation), checksum, *ALLOWED, *dates(), *of_the_frame()}, key=len, reverse=True)
    known = re.compile("|".join([*(rf"(?<!\w){re.escape(text)}(?!\w)" for text in given), FILE.pattern]), re.IGNORECASE)
    forgotten: dict[str, str] = {}
    for path, text in told(spoken):
        said = " ".join(text.split())
        rest = known.sub("", said)
        if WORD.search(rest):
            forgotten.setdefault(said[:150], path)
    assert forgotten == {}, FORGOTTEN


def test_no_template_holds_words_of_its_own(valuation: Valuation) -> None:
    """Text between tags, and attributes that are read out, are always translated, on pages that no test draws too."""
    site = Site(valuation)
    environment = templates(site, Drawings(site))
    forgotten = {}
    for name in environment.list_templates():
        assert environment.loader
        tree = environment.parse(environment.loader.get_source(environment, name)[0])
        text = "".join(node.data for node in tree.find_all(nodes.TemplateData))
        said = re.sub("|".join(ALLOWED), "", re.sub(r"<[^>]*>", " ", text))
        read_out = re.findall(r'(?:title|alt|aria-label|placeholder)="[^"<>]*[A-Za-z]{2}', text)
        if WORD.findall(said) or read_out:
            forgotten[name] = [*WORD.findall(said), *read_out]
    assert forgotten == {}, FORGOTTEN


def data(folder: Path, valuation: Valuation) -> Iterator[str]:
    """The words of the authority: its cells, its descriptors and its settings, but no codes; and those of the check."""
    coded = codes()
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name, cell in row.items():
                    if cell and WORD.search(cell) and (path.stem, name) not in coded:
                        yield cell.strip().rstrip(".")
    for path in folder.rglob("*.json"):
        yield from (text for text in texts(json.loads(path.read_text("utf-8"))) if WORD.search(text))
    checked = valuation.checked
    for rule in checked.catalogue:
        yield from (text.rstrip(".") for text in (rule.group, rule.title, rule.why, rule.mend) if text)
    yield from (finding.message.rstrip(".") for finding in checked.findings)
    settings = checked.settings
    yield from (settings.title, settings.place, settings.description, settings.publisher, settings.announcement)


def codes() -> set[tuple[str, str]]:
    """Table and column of each list of codes in the schemas."""
    found = set()
    for path in (ROOT / "schemas").glob("*/*.json"):
        for field in json.loads(path.read_text("utf-8")).get("fields", []):
            if "enum" in field.get("constraints", {}) or field.get("type") == "boolean":
                found.add((path.stem, field["name"]))
    return found


def dates() -> Iterator[str]:
    """Months as the locale writes them."""
    for width in Locale.parse(TAG).months.values():
        for names in width.values():
            yield from names.values()


def of_the_frame() -> list[str]:
    """The words of mkdocs-material in the language, which it translates itself."""
    file = resources("material").joinpath(f"templates/partials/languages/{TAG}.html")
    return re.findall(r': "([^"]{2,})"', file.read_text(encoding="utf-8"))


def test_a_line_of_a_template_can_be_read() -> None:
    """No line is longer than 160 characters, so no macro stands in one long line."""
    publish = ROOT / "build/socialvalue/publish"
    templates = sorted([*publish.rglob("*.jinja"), *publish.rglob("*.html")])
    long = [
        (path.name, number)
        for path in templates
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if len(line) > 160
    ]
    assert templates
    assert long == []
