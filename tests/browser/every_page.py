"""One page of every kind, and what holds for each of them."""

import gzip
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

import socialvalue.publish.pages
from socialvalue.members import members
from socialvalue.publish.page import Page as Kind
from socialvalue.publish.site import Site
from socialvalue.records import Valuation

KINDS: tuple[Kind, ...] = members(socialvalue.publish.pages, "PAGE")
NAMES = [kind.name for kind in KINDS]
WRITTEN = [*sorted(f"{page.stem}.html" for page in (Path(__file__).parents[2] / "docs").glob("*.md")), "404.html"]
"""The pages that are written by hand."""
SCHEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}
"""The colours of the paper."""
WIDTHS = (390, 1280)
NARROWEST = 320
TABLETS, DESKS = (720, 959), (960, 1219, 1220, 1280)
"""Where tables fold and where they do not: the ends of each, and where the contents begin to stand beside them."""
BY_SCRIPT = ("explore", "compare", "prepare")
"""Pages whose script shows more than the page holds without it; their own tests compare the two."""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that look at colours: the only ones that can judge another scheme differently."""
HEAVIEST = 350_000
"""Bytes of a page of text with all that it loads."""
MOST_REQUESTS = 12
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script[^>]* src|img[^>]* src)="([^"#]+)"')
"""What a page loads, as its markup names it."""

WORDS = """() => {
  const article = document.querySelector('.md-content');
  const parts = [...article.querySelectorAll('button, .ov-by-script')];
  const places = parts.map(part => { const place = new Comment(); part.replaceWith(place); return place; });
  const words = article.innerText.replace(/\\s+/g, ' ');
  places.forEach((place, number) => place.replaceWith(parts[number]));
  return words;
}"""
OPENED = "document.querySelectorAll('details').forEach(part => { part.open = true })"
UNALIKE = r"""() => {
  const own = / (href|id|title|aria-\w+|data-\w+|x|y|x1|x2|y1|y2|width|height|points|d|for|headers)="[^"]*"/g;
  const built = new Set();
  const alike = part => part.outerHTML.replace(own, '').replace(/>[^<]+/g, '>');
  for (const part of document.querySelectorAll('tbody tr, li, details, dl > div, label, option')) {
    if (!part.isConnected || part.matches('tr.more')) continue;
    const below = part.nextElementSibling?.matches('tr.more') ? part.nextElementSibling : null;
    const shape = alike(part) + (below ? alike(below) : '');
    if (built.has(shape)) [part, below].forEach(row => row?.remove());
    built.add(shape);
  }
}"""
"""Leave one of the rows, entries and workings that differ in nothing but their words, numbers and addresses."""
COLOURED = """judged => {
  const plain = 'rgba(0, 0, 0, 0),none,1,none,auto,none,normal,';
  const known = new Map();
  const around = part => {
    if (!part) return '';
    if (!known.has(part)) {
      const worn = getComputedStyle(part);
      const { backgroundColor, backgroundImage, opacity, filter, clip, clipPath, mixBlendMode } = worn;
      const alone = ['absolute', 'fixed'].includes(worn.position) ? `alone ${known.size}` : '';
      const own = [backgroundColor, backgroundImage, opacity, filter, clip, clipPath, mixBlendMode, alone].join();
      known.set(part, around(part.parentElement) + own.replace(plain, ''));
    }
    return known.get(part);
  };
  const says = part => [...part.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const covers = part => getComputedStyle(part).position === 'absolute';
  const looks = new Set(judged);
  for (const part of document.querySelectorAll('body *')) {
    part.removeAttribute('data-judged');
    if (!part.getClientRects().length || !(says(part) || part.matches('input, select, textarea'))) continue;
    const { visibility, color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(part);
    const alone = [...part.parentElement.children].some(covers) ? `alone ${looks.size}` : '';
    const own = [part.tagName, part.matches(':disabled'), visibility, color, fontSize, fontWeight, textShadow, alone];
    const beside = [textDecorationLine, getComputedStyle(part.parentElement).color, around(part)];
    const look = [...own, ...beside].join();
    if (look.includes('alone') || !looks.has(look)) part.setAttribute('data-judged', '');
    looks.add(look);
  }
  return [...looks].filter(look => !look.includes('alone'));
}"""
"""Mark one of the texts that have the same colour, size and weight before the same colours: it is judged for all, also
for those of other widths and pages. What lies above or beside something that may cover it stands for itself."""
LOOKS: set[str] = set()
"""The looks that were judged, and found to be right."""
JUDGED = "[data-judged]"
TOO_WIDE = """() => {
  const edge = document.querySelector('.md-content').getBoundingClientRect().right + 1;
  return [...document.querySelectorAll('.md-content :is(table, th, td)')]
    .filter(part => !part.closest('.ov-scroll') && !part.querySelector('svg.ov-bar'))
    .filter(part => part.getBoundingClientRect().right > edge || part.scrollWidth > part.clientWidth + 2)
    .map(part => part.textContent.trim().slice(0, 60));
}"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WEARS = "paper => getComputedStyle(document.body).backgroundColor === paper"

Axe = Callable[..., list[str]]


class Built(NamedTuple):
    """A site that is served on this machine: its files, its address, and the longest page of each kind."""

    files: Mapping[str, bytes]
    url: str
    paths: Mapping[str, str]


def follow(link: Locator) -> None:
    """Click a link and wait until its page is whole: before its styles are there, nothing on it has its place."""
    with link.page.expect_navigation():
        link.click()


def ends_at(page: Page, address: str) -> None:
    """Wait until the page's address ends so: a browser tells of a changed address later than it draws the change."""
    expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))


def fullest(valuation: Valuation, files: Mapping[str, bytes]) -> dict[str, str]:
    """For each kind of page the path of its longest page: what can go wrong is most likely there.

    Where an authority has no page of a kind yet, its front page stands in.
    """
    site = Site(valuation)
    return {
        kind.name: max(
            (each.path for each in kind.entries(site)), key=lambda path: len(files[path]), default="index.html"
        )
        for kind in KINDS
    }


def is_accessible(page: Page, axe: Axe) -> None:
    """No rule of WCAG 2.2 A or AA that axe can judge is broken, with every working opened, however one looks at it.

    Of rows that are built alike, and of texts in the same colours on any page, one stands for all.
    """
    page.evaluate(OPENED)
    page.evaluate(UNALIKE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, paper in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(WEARS, arg=paper)
            looks = page.evaluate(COLOURED, sorted(LOOKS))
            found = axe(page, COLOURS, JUDGED) if page.locator(JUDGED).count() else []
            found += axe(page, without=COLOURS) if scheme == "light" else []
            assert found == [], f"{width} pixels wide, {scheme}"
            LOOKS.update(looks)


def fits_the_narrowest(page: Page) -> None:
    """Nothing scrolls sideways but tables that say that they do."""
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert page.evaluate(SIDEWAYS) <= 0


def keeps_to_its_column(page: Page) -> None:
    """On a tablet nothing scrolls sideways; on a desk each table keeps to its column, each cell to its words."""
    page.evaluate(OPENED)
    for width in (*TABLETS, *DESKS):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) <= 0, f"{width} pixels wide"
        if width in DESKS:
            assert page.evaluate(TOO_WIDE) == [], f"{width} pixels wide"


def fonts_of(page: Page, selector: str) -> set[str]:
    """The fonts in which the first part of a page that fits is really written."""
    asking = page.context.new_cdp_session(page)
    for part in ("DOM", "CSS"):
        asking.send(f"{part}.enable")
    root = asking.send("DOM.getDocument")["root"]["nodeId"]
    node = asking.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = asking.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}


def words_of(page: Page) -> str:
    """The words of a page, without the buttons that only scripts can work."""
    return str(page.evaluate(WORDS))


def loaded_by(page: Page, built: Built, path: str) -> list[str]:
    """Open a page and list the files that it asks for, itself among them."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(built.url).partition("?")[0]))
    page.goto(built.url + path, wait_until="networkidle")
    return [name or "index.html" for name in asked]


def with_its_files(files: Mapping[str, bytes], path: str) -> dict[str, bytes]:
    """A page and the style sheets, scripts and pictures that it names."""
    named = LOADED.findall(files[path].decode("utf-8"))
    its = {path, *(normpath(join(dirname(path), address)) for address in named)}
    return {name: files[name] for name in its & files.keys()}


def weight(files: Mapping[str, bytes], packed: bool = False) -> int:
    """The bytes of some files, as they are or as hosts pack them on their way."""
    return sum(len(gzip.compress(content, 6)) if packed else len(content) for content in files.values())
