"""An authority's own words, colours, menu and sign; and the Welsh edition that says that it is unfinished."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from publish.test_colours import TOKENS
from socialvalue import run
from socialvalue.errors import BrokenRepository
from socialvalue.load.contrast import LEAST, PAPERS, contrast, too_faint
from socialvalue.publish import publish
from socialvalue.publish.frame.own_scripts import refuse_scripts
from socialvalue.publish.publishing import refuse_dead_doors
from socialvalue.publish.words.language import spoken
from socialvalue.publish.words.own_words import in_own_words
from socialvalue.records import Checked

OWN = (("programme", "fund"), ("programmes", "funds"))


@pytest.fixture(scope="module")
def own(checked: Checked, small: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small site with all of it set."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "theme/assets").mkdir(parents=True)
    shutil.copyfile(TOKENS.with_name("favicon.svg"), folder / "theme/assets/logo.svg")
    settings = replace(
        checked.settings,
        words="programme=fund, programmes=funds",
        colours="link=#00703c/#5fd38d",
        menu="About us=about.html, The council=https://example.org/",
    )
    return dict(publish(run.valued(replace(checked, settings=settings)), own=folder))


def test_words_are_replaced_whole_and_nothing_else() -> None:
    """Capitals are kept; placeholders, tags, addresses and longer words stand."""
    said = in_own_words('Programmes of <a href="programme/x">this programme</a>: %(programme)s, programmed', OWN)
    assert said == 'Funds of <a href="programme/x">this fund</a>: %(programme)s, programmed'
    assert in_own_words("A return &amp; more", (("amp", "volt"),)) == "A return &amp; more"


def test_the_site_says_their_words(own: dict[str, bytes]) -> None:
    """In the footer and on pages; addresses stay."""
    home = own["index.html"].decode()
    assert re.search(r'<a href="programmes/index.html"[^>]*>Funds</a>', home)
    assert ">Programmes<" not in home


def test_their_menu_and_sign_stand_in_the_header(own: dict[str, bytes]) -> None:
    """On pages at any depth, beside ours."""
    page = own["projects/north-road.html"].decode()
    assert '<a href="../about.html">About us</a>' in page
    assert '<a href="https://example.org/">The council</a>' in page
    assert 'src="../assets/logo.svg"' in page
    assert "assets/logo.svg" in own


def test_a_menu_that_leads_nowhere_is_refused() -> None:
    """A page that is not there; an address of others is theirs to keep."""
    refuse_dead_doors("About us=about.html, The council=https://example.org/", {"about.html"})
    with pytest.raises(BrokenRepository, match=r"About us leads to about-us[.]html, and the site has no such page"):
        refuse_dead_doors("About us=about-us.html", {"about.html"})


def test_their_colours_come_last_for_light_and_dark(own: dict[str, bytes]) -> None:
    """Also where no script runs."""
    style = own["assets/site.css"].decode()
    assert style.rindex("--ov-link:#00703c") > style.rindex("#0b4f8a")
    assert style.count("--ov-link:#5fd38d") == 2


def test_contrast_is_that_of_wcag_and_the_papers_are_ours() -> None:
    """Black on white is 21; the papers are those of tokens.css; our own colours pass."""
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert contrast("#777777", "#777777") == 1
    tokens = TOKENS.read_text(encoding="utf-8")
    dark = tokens.index('[data-md-color-scheme="slate"]')
    blocks = {"light": tokens[:dark], "dark": tokens[dark:]}
    for scheme, block in blocks.items():
        found = dict(reversed(re.findall(r"--ov-([a-z-]+): (#[0-9a-f]{6})", block)))
        assert (found["paper"], found["panel"]) == PAPERS[scheme]
        assert [name for name in LEAST if too_faint(name, found[name], scheme)] == []


def test_welsh_is_a_beginning_and_every_page_says_so(checked: Checked) -> None:
    """Menu, kinds and statuses are Welsh, what is not translated is English, and the notice stands in both kinds."""
    welsh = publish(run.valued(replace(checked, settings=replace(checked.settings, language="cy"))))
    for path in ("index.html", "projects/north-road.html", "method.html"):
        assert "heb ei gorffen" in welsh[path].decode(), path
        assert ">Prosiectau</a>" in welsh[path].decode()
    assert "Economaidd" in welsh["projects/north-road.html"].decode()
    assert not spoken("en-GB").unfinished


SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PICTURES = (
    SCRIPT,
    '<svg xmlns="http://www.w3.org/2000/svg" OnLoad="alert(1)"></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href=" javascript:alert(1)"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_sign_with_a_script_is_refused(picture: str) -> None:
    """Whoever opens the picture by itself would run it."""
    with pytest.raises(BrokenRepository, match=r"assets/logo\.svg has a script"):
        refuse_scripts({}, {"assets/logo.svg": picture.encode()})
    refuse_scripts({}, {"assets/logo.svg": TOKENS.with_name("favicon.svg").read_bytes()})


def test_a_build_refuses_a_sign_or_a_page_with_a_script(checked: Checked, tmp_path: Path) -> None:
    """And takes one that only shows what a script looks like."""
    (tmp_path / "theme/assets").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    page, logo = tmp_path / "docs/ours.md", tmp_path / "theme/assets/logo.svg"
    valuation = run.valued(checked)
    page.write_text("# Ours\n\n```html\n<script>alert(1)</script>\n```\n", "utf-8")
    files = dict(publish(valuation, own=tmp_path))
    assert "alert" in files["ours.html"].decode()
    for path, text in ((page, "# Ours\n\n<script>alert(1)</script>\n"), (logo, SCRIPT)):
        path.write_text(text, "utf-8")
        with pytest.raises(BrokenRepository, match="script"):
            publish(valuation, own=tmp_path)
        path.unlink()
