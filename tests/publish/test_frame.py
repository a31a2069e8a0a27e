"""The frame: drawn once, stamped many times, the same on every machine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest

from socialvalue.errors import BrokenRepository
from socialvalue.publish.frame.mkdocs_frame import DEEPEST, Frame, build_frame, stamp
from socialvalue.publish.frame.sitemap import robots, sitemap
from socialvalue.publish.page import PageText
from socialvalue.publish.page_addresses import canonical

ROOT = Path(__file__).parents[2]
ADDRESS = "https://example.org/value/"
LINK = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture(scope="module")
def frame() -> Frame:
    """A frame with everything that can be given."""
    return build_frame(
        ROOT,
        title="Open Social Value",
        place="Exampleshire",
        description="What was promised & delivered.",
        base_url="https://example.org/value",
        repo_url="https://example.org/repository",
        announce="Invented <data>",
    )


def page(path: str, **given: object) -> PageText:
    """A small page at a path."""
    return PageText(path, "North Road", "A road.", "<h1>North Road</h1>", **given)  # type: ignore[arg-type]


def stamped(frame: Frame, text: PageText) -> str:
    return stamp(frame, text).decode()


@pytest.mark.parametrize("depth", range(DEEPEST + 1))
def test_links_of_the_frame_are_right_at_every_depth(frame: Frame, depth: int) -> None:
    """Each asset that a stamped page names is a file of the frame, in whatever folder the page stands."""
    path = "a/" * depth + "page.html"
    links = LINK.findall(stamped(frame, page(path)))
    assets = [link for link in links if "assets/" in link]
    assert len(assets) >= 4
    for link in assets:
        assert urljoin(f"https://example.org/{path}", link).removeprefix("https://example.org/") in frame.files


def test_every_local_link_is_relative(frame: Frame) -> None:
    """A page works from a subfolder or a file share: no link starts at the root of a server."""
    links = LINK.findall(stamped(frame, page("projects/north-road.html")))
    assert [
        link for link in links if link.startswith(("/", ADDRESS)) and link != ADDRESS + "projects/north-road.html"
    ] == []


def test_a_page_too_deep_is_refused(frame: Frame) -> None:
    """There is a shell for each depth up to three, and no guessing beyond."""
    with pytest.raises(ValueError, match="deeper than 3"):
        stamp(frame, page("a/b/c/d/page.html"))


def test_head_says_what_the_page_is(frame: Frame) -> None:
    """Title, description, canonical link and Open Graph text are the page's own."""
    found = stamped(frame, page("projects/north-road.html"))
    assert "<title>North Road – Open Social Value Exampleshire</title>" in found
    assert '<meta name="description" content="A road.">' in found
    assert '<meta property="og:title" content="North Road – Open Social Value Exampleshire">' in found
    assert f'<link rel="canonical" href="{ADDRESS}projects/north-road.html">' in found
    assert f'<meta property="og:url" content="{ADDRESS}projects/north-road.html">' in found


def test_title_of_the_front_page_is_not_doubled(frame: Frame) -> None:
    """A page that is called like the site has the site's name as its title, once."""
    text = PageText("index.html", frame.name, "", "")
    assert "<title>Open Social Value Exampleshire</title>" in stamped(frame, text)


def test_a_folder_page_goes_by_its_folder() -> None:
    """The canonical address of index.html is that of its folder, and no other page loses part of its name."""
    assert canonical(ADDRESS, "projects/index.html") == ADDRESS + "projects/"
    assert canonical(ADDRESS, "index.html") == ADDRESS
    assert canonical(ADDRESS, "projects/the-index.html") == ADDRESS + "projects/the-index.html"


def test_text_can_not_pass_for_a_slot_or_for_markup(frame: Frame) -> None:
    """Slots, markup and quotes in a title stay text; the page's body is put in once and not read again."""
    hostile = '"><script>%%ov-body%% {{ 7 * 7 }}'
    found = stamped(frame, PageText("index.html", hostile, hostile, "<p>%%ov-title%%</p>", ((hostile, hostile),)))
    assert found.count("<p>%%ov-title%%</p>") == 1
    assert "<script>%%ov" not in found
    assert found.count("&#34;&gt;&lt;script&gt;%%ov-body%% {{ 7 * 7 }}") == 6


def test_a_setting_can_not_pass_for_a_slot() -> None:
    """What the authority calls its site and says on every page stays text, even where it reads like a slot."""
    slot = "%%ov-body%%"
    frame = build_frame(ROOT, title=slot, place=slot, description=slot, announce=slot)
    found = stamped(frame, page("index.html"))
    assert found.count("<h1>North Road</h1>") == 1
    assert found.count(slot) > 3
    assert frame.files["about.html"].decode().count(slot) > 3


def test_menu_marks_the_section(frame: Frame) -> None:
    """The menu names the section of a page, and only that one."""
    found = stamped(frame, page("projects/north-road.html", section="projects"))
    assert '<a href="../projects/index.html" aria-current="true">Projects</a>' in found
    assert found.count("aria-current") == 1
    assert "aria-current" not in stamped(frame, page("projects/north-road.html"))


def test_contents_hide_where_there_are_none(frame: Frame) -> None:
    """The list of what is on a page holds its headings, and is hidden on a page without any."""
    found = stamped(frame, page("index.html", toc=(("lines", "The lines"),)))
    assert '<li><a class="md-nav__link" href="#lines">The lines</a></li>' in found
    assert '<div class="ov-toc">' in found
    assert '<div class="ov-toc" hidden>' in stamped(frame, page("index.html"))


def test_announcement_and_place_come_from_the_authority(frame: Frame) -> None:
    """Every page says what the authority wants said, as text, and none names a place of ours."""
    for content in (stamped(frame, page("index.html")), frame.files["about.html"].decode()):
        assert "Invented &lt;data&gt;" in content
        assert '<span class="ov-brand__place">Exampleshire</span>' in content
    quiet = build_frame(ROOT, title="Title", place="", description="")
    bare = stamped(quiet, page("index.html"))
    assert "md-banner" not in bare
    assert "canonical" not in bare
    assert "<title>North Road – Title</title>" in bare


def test_decisions_and_shells_are_not_published(frame: Frame) -> None:
    """The site holds the hand-written pages, not the records of decisions nor the shells."""
    written = {f"{path.stem}.html" for path in (ROOT / "docs").glob("*.md")}
    assert {path for path in frame.files if path.endswith(".html")} == written | {"404.html"}
    assert not [doc for doc in frame.search_docs if "shell" in doc["location"]]


def test_missing_page_helps(frame: Frame) -> None:
    """The 404 page has a skip link, ways on, and links that work from any depth."""
    found = frame.files["404.html"].decode()
    assert '<a href="#content" class="md-skip">' in found
    assert 'href="/value/projects/index.html"' in found
    assert 'href="https://example.org/repository/issues"' in found
    assert '<meta name="robots" content="noindex">' in found


def test_sitemap_lists_pages_without_dates() -> None:
    """The sitemap names each page's canonical address; the page for what is missing is not in it."""
    found = sitemap(ADDRESS, ["b.html", "index.html", "404.html"]).decode()
    assert re.findall(r"<loc>(.*?)</loc>", found) == [ADDRESS + "b.html", ADDRESS]
    assert "lastmod" not in found
    assert robots(ADDRESS).decode().endswith(f"Sitemap: {ADDRESS}sitemap.xml\n")
    assert "Sitemap" not in robots("").decode()


def test_dark_colours_are_the_same_with_scripts_and_without(frame: Frame) -> None:
    """The stylesheet gives its dark colours once for each way to ask for them; both lists are equal."""
    style = frame.files["assets/site.css"].decode()
    asked = re.search(r'\[data-md-color-scheme="slate"\]\{(.*?)\}', style, re.DOTALL)
    device = re.search(r"\.no-js body:not\(\[data-md-color-media\]\)\{(.*?)\}", style, re.DOTALL)
    assert asked
    assert device
    assert asked[1].split(";") == device[1].split(";")
    assert asked[1].count("--ov-") > 30


def test_a_complaint_of_mkdocs_is_told_plainly(tmp_path: Path) -> None:
    """A missing file, or a link to a heading that is not there, stops the build with plain words."""
    with pytest.raises(BrokenRepository, match="hand-written pages"):
        build_frame(tmp_path, title="", place="", description="")
    (tmp_path / "docs").mkdir()
    with pytest.raises(BrokenRepository, match=r"There is no .*mkdocs\.yml"):
        build_frame(tmp_path, title="", place="", description="")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/page.md").write_text("# Page\n\n[there](#nowhere)\n")
    with pytest.raises(BrokenRepository, match=r"mkdocs says: .*#nowhere"):
        build_frame(tmp_path, title="Title", place="", description="")


SCRIPT = """
import hashlib, sys
from pathlib import Path
from socialvalue.publish.frame.mkdocs_frame import build_frame, stamp
from socialvalue.publish.page import PageText
from socialvalue.publish.search.documents import documents
from socialvalue.publish.search.index import index

frame = build_frame(Path(sys.argv[1]), title="Title", place="Place", description="")
page = PageText("a/b.html", "Title", "", "<p>body</p>")
files = {**frame.files, "a/b.html": stamp(frame, page), **index(documents([page], frame.search_docs))}
for path in files:
    print(path, hashlib.sha256(files[path]).hexdigest())
"""


def test_two_builds_are_equal_byte_for_byte() -> None:
    """Time zone, language, hash seed, umask and folder of the machine leave no trace."""
    machines = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C", "TMPDIR": "/var/tmp"},
    ]
    found = [
        subprocess.run(
            ["sh", "-c", f'umask {umask}; exec "$0" "$@"', sys.executable, "-c", SCRIPT, str(ROOT)],
            env={**os.environ, **machine},
            capture_output=True,
            check=True,
        ).stdout
        for machine, umask in zip(machines, ("022", "077"), strict=True)
    ]
    assert found[0] == found[1]
    assert found[0].count(b"\n") > 10
