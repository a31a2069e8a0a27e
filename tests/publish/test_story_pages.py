"""The front page, the project pages and the return pages: what they must say, and what they must not."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from socialvalue import run
from socialvalue.publish.drawings import Drawings
from socialvalue.publish.frame.questions import question_address
from socialvalue.publish.frame.templating import rendered, templates
from socialvalue.publish.page import Page
from socialvalue.publish.pages.home import PAGE as HOME
from socialvalue.publish.pages.measure import PAGE as MEASURE
from socialvalue.publish.pages.one_return import PAGE as ONE_RETURN
from socialvalue.publish.pages.project import PAGE as PROJECT
from socialvalue.publish.pages.project import most_valued
from socialvalue.publish.site import Site
from socialvalue.publish.story.explaining import in_plain_words
from socialvalue.records import Checked, Settings, Valuation

EXAMPLE = Path(__file__).parents[1] / "examples" / "small" / "data"


@pytest.fixture(scope="module")
def valuation() -> Valuation:
    return run.valued(run.checked(EXAMPLE))


def drawn(valuation: Valuation, page: Page) -> dict[str, str]:
    """Every page of a kind by its path."""
    site = Site(valuation)
    template = templates(site, Drawings(site)).get_template(f"{page.name}.jinja")
    return {entry.path: rendered(template, entry.path, entry=entry, **entry.context) for entry in page.entries(site)}


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


@pytest.mark.parametrize("page", [HOME, PROJECT, ONE_RETURN], ids=lambda page: page.name)
def test_pages_are_well_formed_and_name_each_id_once(valuation: Valuation, page: Page) -> None:
    """Tags close in order, an id names one thing, no style attribute and no script of ours."""
    for path, markup in drawn(valuation, page).items():
        checker = Nesting()
        checker.feed(markup)
        assert checker.open == [], path
        assert len(checker.ids) == len(set(checker.ids)), path
        assert not checker.forbidden, path


def test_a_project_tells_its_story_in_order(valuation: Valuation) -> None:
    """The answers, then promises, what was delivered, what it is worth, what isn’t known; then more, money first."""
    markup = drawn(valuation, PROJECT)["projects/north-road.html"]
    found = re.findall(r'<(?:h2|details class="ov-fold2") id="([^"]+)"', markup)
    assert markup.index('<dl class="ov-ans">') < markup.index("<h2")
    assert found[:7] == [
        "promised-and-delivered",
        "delivered",
        "worth",
        "workings",
        "what-we-dont-know",
        "more",
        "cost",
    ]


def test_kinds_are_never_added(valuation: Valuation) -> None:
    """No page holds the sum of all kinds, in any of the ways in which we say pounds."""
    totals = valuation.totals
    every = totals[(totals["dimension"] == "project") & (totals["member"] == "north-road")]
    for chosen in (every, every[every["status"] != "committed"], every[every["kind"] != "local"]):
        whole = f"£{(int(chosen['net'].sum()) + 50) // 100:,}"
        for markup in drawn(valuation, PROJECT).values():
            assert whole not in markup


def test_compiled_figures_say_that_nobody_sent_them(valuation: Valuation) -> None:
    """A return from public statements says so on its page and its project's, with the month of reading."""
    project = plain(drawn(valuation, PROJECT)["projects/skills-centre.html"])
    page = plain(drawn(valuation, ONE_RETURN)["returns/skills-centre/2023-24.html"])
    for text in (project, page):
        assert "Compiled, not submitted." in text
        assert "November 2026" in text
    assert "Compiled, not submitted." not in plain(drawn(valuation, PROJECT)["projects/north-road.html"])


def test_what_all_lines_of_a_return_share_is_said_once(valuation: Valuation) -> None:
    """How sure they are and what shows it stand above the table; where lines differ each says its own."""
    page = "returns/north-road/2024-q2.html"
    assert 'data-l="Status"' in drawn(valuation, ONE_RETURN)[page]
    for changed, said in (({"status": "evidenced"}, 0), ({"status": "evidenced", "evidence": "e1"}, 1)):
        alike = replace(valuation, lines=valuation.lines.assign(**changed))
        markup = drawn(alike, ONE_RETURN)[page]
        assert markup.count("Status of each line") == 1
        assert 'data-l="Status"' not in markup
        assert ('data-l="Evidence"' not in markup) is bool(said)
        assert markup.count("Evidence for each line") == said


def test_a_part_of_another_line_is_shown_and_not_added(valuation: Valuation) -> None:
    """The line says which line holds it, and its own pounds are nowhere in the working."""
    text = plain(drawn(valuation, PROJECT)["projects/north-road.html"])
    assert "Already inside line 2 (spend with local firms), so not added again." in text
    assert "How the £300,000" not in text


def test_counts_come_first_where_nothing_has_a_value(valuation: Valuation) -> None:
    """A project without a £ opens with what was counted and says why it has no £."""
    text = plain(drawn(valuation, PROJECT)["projects/skills-centre.html"])
    assert "Counted 143 jobs" in text
    assert "A job created by a supported firm is not the project’s alone to claim." in text


def test_bounds_are_kept_and_named_as_a_gap(valuation: Valuation) -> None:
    """“At least” stands by its figure and in what we don’t know."""
    text = plain(drawn(valuation, PROJECT)["projects/north-road.html"])
    assert "at least £1,200,000" in text
    assert "1 is a bound or rounded: at least £2,000,000.50." in text


@pytest.mark.parametrize("page", [PROJECT, ONE_RETURN], ids=lambda page: page.name)
def test_a_page_tells_a_pound_as_the_command_does(valuation: Valuation, page: Page) -> None:
    """Every line and promise with a £ is told on its page in the very words and figures of `socialvalue explain`."""
    told, targets = 0, valuation.targets
    replaced = set(targets.loc[~targets["counted"], "key"])
    for path, markup in drawn(valuation, page).items():
        found = re.findall(r'<details class="ov-work"[^>]*>(.*?)</details>', markup, re.DOTALL)
        texts = [" ".join(unescape(plain(re.sub(r"</?a\b[^>]*>", "", each))).split()) for each in found]
        owner = path.removeprefix("returns/").removeprefix("projects/").removesuffix(".html")
        wanted = [
            " ".join(in_plain_words(each).split())
            for each in valuation.explanations.values()
            if each.workings and each.key not in replaced
            if (each.in_project == owner or each.key.startswith(f"{owner}#"))
        ]
        assert texts == wanted, path
        told += len(texts)
    assert told > 2


def test_each_number_of_a_working_leads_to_its_row(valuation: Valuation) -> None:
    """The quantity, the worth of one, the prices and each deduction are links to rows that the site shows."""
    markup = drawn(valuation, ONE_RETURN)["returns/north-road/2024-q2.html"]
    working = markup[markup.index('<details class="ov-work"') :]
    for said, where in (
        ("6.25 full-time years", "#line-2024-q2-3"),
        ("£9,800.00", "../../measures/fw2.html#claimant-fiscal"),
        ("£13,478.77", "../../data.html#file-deflators"),
        ("20%", "../../measures/fw2.html#claimant-deadweight"),
    ):
        assert f'<a href="{where}">{said}</a>' in working
    site = Site(valuation)
    template = templates(site, Drawings(site)).get_template("measure.jinja")
    page = next(entry for entry in MEASURE.entries(site) if entry.path == "measures/fw2.html")
    shown = rendered(template, page.path, entry=page, **page.context)
    assert all(f'id="{name}"' in shown for name in ("claimant-fiscal", "claimant-deadweight"))
    assert 'id="line-2024-q2-3"' in markup


def test_questions_go_where_the_authority_says_and_nowhere_else(valuation: Valuation) -> None:
    """Without a repository or a contact each leads to the page that says how; with one the question names the row."""
    asked = re.findall(r'class="ov-ask" href="([^"]*)"', drawn(valuation, PROJECT)["projects/north-road.html"])
    assert set(asked) == {"../about.html#question"}
    settings = replace(valuation.checked.settings, repository="https://example.org/data")
    asking = replace(valuation, checked=replace(valuation.checked, settings=settings))
    markup = drawn(asking, PROJECT)["projects/north-road.html"]
    assert "https://example.org/data/issues/new?title=Question+about+north-road%2F2023-q4%231" in markup
    assert question_address(Settings(contact="team@example.gov.uk"), "a b").startswith("mailto:team@example.gov.uk?")
    assert question_address(Settings(contact="https://example.org/ask"), "a") == "https://example.org/ask"
    assert question_address(Settings(contact="javascript:alert(1)"), "a") == ""


def test_the_front_page_answers_with_what_is_published(valuation: Valuation) -> None:
    """Kinds, promises, sureness, places and stated figures each have their sentence, and nothing is empty."""
    text = plain(drawn(valuation, HOME)["index.html"])
    for said in (
        "There is no grand total.",
        "0 of 2 public promises are rated good",
        "73% of the lines rest on the word of those who did the work",
        "3 of 6 figures have a £ beyond local spending (50%), so the £ leads.",
        "143 jobs created",
        "Others have stated 1 total. None came with all that it takes to check it.",
    ):
        assert said in text
    assert "none" not in text.replace("counts in none", "")


class Nesting(HTMLParser):
    """Follows tags that must close, and remembers ids and what may not be in a page."""

    VOID = frozenset({"input", "br", "img", "hr", "meta", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "style" or name.startswith("on") or tag == "script":
                self.forbidden.append(f"{tag} {name}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()


def test_a_long_page_shows_the_working_of_its_most_valued_lines() -> None:
    """Most of one kind first; a line without a £ last; of two as much the first."""
    lines = [{"key": key, "worth": [{"net": net} for net in nets]} for key, *nets in (
        ("a", 5), ("b",), ("c", 70), ("d", 20, 30), ("e", 30), ("f", 1),
    )]  # fmt: skip
    assert [line["key"] for line in most_valued(lines)] == ["c", "d", "e"]


def test_a_count_of_at_least_and_one_of_up_to_may_be_more_or_less_in_the_download(checked: Checked) -> None:
    """The published bound of a sum of two bounds that differ is neither of them."""
    lines = checked.tables["lines"]
    mine = lines[(lines["measure"] == "le1") & (lines["part_of"] == "")]
    other = lines.assign(status="self-reported", bound=lines["bound"].mask(lines.index == mine.index[0], "up to"))
    other["bound"] = other["bound"].mask(lines.index == mine.index[1], "at least")
    found = run.valued(replace(checked, tables={**checked.tables, "lines": other})).counts
    mine = found[(found["measure"] == "le1") & (found["dimension"] == "all") & (found["status"] == "self-reported")]
    assert mine["bound"].tolist() == ["more or less"]
