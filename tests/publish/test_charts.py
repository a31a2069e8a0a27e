"""Charts: one table, and every form of it says the same numbers."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

import socialvalue.publish.charts
from socialvalue import run
from socialvalue.kept import VARIABLE
from socialvalue.members import members
from socialvalue.publish import drawings
from socialvalue.publish.chart import NUMBERS, Chart, Subject
from socialvalue.publish.drawing import chart_cells as cells
from socialvalue.publish.drawing import shapes
from socialvalue.publish.drawing.shapes import Part
from socialvalue.publish.drawing.svg_file import picture
from socialvalue.publish.drawings import Drawings, content_of, files
from socialvalue.publish.frame.templating import rendered, templates
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import current, speaking
from socialvalue.records import KINDS, MILLION, plain

EXAMPLE = Path(__file__).parents[1] / "examples" / "small" / "data"
CHARTS: tuple[Chart, ...] = members(socialvalue.publish.charts, "CHART")
SUBJECTS = (
    Subject(),
    Subject("project", "north-road", "North Road"),
    *(Subject("project", "north-road", "North Road", kind) for kind in KINDS),
    *(Subject(kind=kind) for kind in KINDS),
)


@pytest.fixture(scope="module")
def site() -> Site:
    """The small invented site, whose two projects have contracts of £2 million and spend money nearby."""
    checked = run.checked(EXAMPLE)
    projects = checked.tables["projects"].assign(contract_gbp=2_000_000)
    lines = plain(checked.tables["lines"])
    spent = lines[lines["measure"] == "le1"].tail(1).assign(owner="skills-centre/2023-24", line=9, area="E07000902")
    changed = {"projects": projects, "lines": pd.concat([lines, spent], ignore_index=True)}
    return Site(run.valued(replace(checked, tables={**checked.tables, **changed})))


def drawn(site: Site, chart: Chart) -> Iterator[tuple[Subject, list[Row]]]:
    """Each subject that this chart has something to draw for."""
    for subject in SUBJECTS:
        rows = chart.table(site, subject)
        if rows and chart.compares(rows):
            yield subject, rows


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_every_form_of_a_chart_says_the_same_numbers(site: Site, chart: Chart) -> None:
    """Description, picture, CSV, specification and page hold each number of the table."""
    subjects = list(drawn(site, chart))
    assert subjects, "the example must have something to draw"
    for subject, rows in subjects:
        found = files(chart, rows, content_of(chart, rows, subject), "x", "Example")
        header, *body = list(csv.reader(found["x.csv"].decode().splitlines()))
        spec = json.loads(found["x.vl.json"])
        picture_text = found["x.svg"].decode()
        page = page_of(site, chart, subject)
        for row, line, datum in zip(rows, body, spec["data"]["values"], strict=True):
            assert datum == dict(zip(header, line, strict=True))
            for column in chart.columns:
                assert datum[column.name] == cells.filed(row, column)
                if column.said in NUMBERS and row[column.name] is not None:
                    number = cells.said(row, column)
                    assert number in spec["description"]
                    assert number in unescape(picture_text)
                    assert not column.shown or number in page


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_chart_is_one_xml_picture_that_asks_for_nothing(site: Site, chart: Chart) -> None:
    """The SVG file is well formed, has a title and a description, no style attribute, script or address."""
    for subject, rows in drawn(site, chart):
        content = files(chart, rows, content_of(chart, rows, subject), "x", "Example")["x.svg"]
        root = ElementTree.fromstring(content)
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
        assert all("style" not in element.attrib for element in root.iter())
        assert "href" not in content.decode()
        assert "var(" not in content.decode()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_a_title_is_a_finding(site: Site, chart: Chart) -> None:
    """The title is made from the data: it has a number, or names what is most, or says that all are alike."""
    for subject, rows in drawn(site, chart):
        title = chart.title(rows, subject)
        assert re.search(r"\d|All|None|The (one|site)", title), title
        assert not title.endswith(".")


def test_a_specification_is_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build takes each as it was, without Altair, which takes a fifth of a second to come; by its chart."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    specification = drawings._specification.__wrapped__
    made = [specification(chart, current()) for chart in CHARTS]
    as_read = [{key: json.loads(part) for key, part in each.items()} for each in made]
    assert as_read == [json.loads(json.dumps(chart.spec().to_dict())) for chart in CHARTS]
    assert len({json.dumps(each) for each in made}) > 1

    def never() -> Any:
        raise AssertionError("made again")

    again = [replace(chart, spec=never) for chart in CHARTS]
    assert [specification(chart, current()) for chart in again] == made
    with speaking(replace(current(), own=(("Lines", "Rows"),))), pytest.raises(AssertionError, match="made again"):
        specification(again[0], current())


def test_local_value_never_shares_a_scale(site: Site) -> None:
    """The longest bar of local value is as long as the longest of the others, whatever the pounds."""
    chart = next(chart for chart in CHARTS if chart.id == "value-by-kind")
    assert chart.bar is not None
    rows = chart.table(site, Subject())
    local = next(row for row in rows if row["kind"] == "local")
    assert rows[-1] is local
    assert local["apart"]
    before = chart.bar(rows[0], rows)
    assert chart.bar(rows[0], [*rows[:-1], {**local, "self-reported": 10**12}]) == before


def test_local_value_is_kept_apart_from_its_first_row_on(site: Site) -> None:
    """However the lines are ordered, the rule stands above the largest measure of local value."""
    chart = next(chart for chart in CHARTS if chart.id == "value-by-measure")
    sums = site.rows("by_measure", "member", "all")
    first = next(row for row in sums if row["kind"] == "local")
    sums.append({**first, "measure": "fw1", "net": 10 * first["net"]})
    rows = chart.table(site, Subject())
    sums.pop()
    local = [row for row in rows if row["kind"] == "local"]
    assert [bool(row.get("apart")) for row in local] == [True] + [False] * (len(local) - 1)
    assert len(local) > 1


def test_a_share_without_an_end_is_in_no_title(site: Site) -> None:
    """More or less than 99.5% of a value may be any share of it."""
    chart = next(chart for chart in CHARTS if chart.id == "value-by-measure")
    rows = chart.table(site, Subject())
    rough = [{**row, "bound": "more or less", "of_kind": {**row["of_kind"], "bound": "more or less"}} for row in rows]
    assert "%" in chart.title(rows, Subject())
    assert chart.title(rough, Subject()).endswith(" value by measure")


def test_the_picture_of_promises_says_the_share_that_its_bars_show(site: Site) -> None:
    """A bar that ends at 38% of the promise has 38% beside it, not the promise."""
    chart, subject = next(chart for chart in CHARTS if chart.id == "promised-and-delivered"), SUBJECTS[1]
    rows = chart.table(site, subject)
    drawn_to_take = files(chart, rows, content_of(chart, rows, subject), "name", "Publisher")["name.svg"].decode()
    beside = re.findall(r'<text class="b" x="100%"[^>]*>([^<]*)<', drawn_to_take)
    assert beside == [figures.bounded(figures.percent(row["share"], MILLION), row["share_bound"]) for row in rows]
    assert [row["share_bound"] for row in rows] == ["", "more or less"]


def test_a_waterfall_ends_where_its_steps_lead(site: Site) -> None:
    """Gross less every deduction is net, to the penny."""
    chart = next(chart for chart in CHARTS if chart.id == "gross-to-net")
    rows = chart.table(site, Subject("project", "north-road", "", "fiscal"))
    *before, net = [row["pounds"] for row in rows]
    assert sum(before) == net
    assert len(rows) == 4


def test_hostile_words_stay_words() -> None:
    """A title with markup is text in the picture."""
    drawing = shapes.bar([Part("local", "verified", 1)], 2)
    from socialvalue.publish.drawing.svg_file import rows_of_bars

    content = picture(
        "<script>x</script>", "&<b>", rows_of_bars([("<i>", drawing, '"1"')]), "</style><script>"
    ).decode()
    assert "<script" not in content
    assert "<i>" not in content
    ElementTree.fromstring(content)


def test_each_status_has_its_own_texture() -> None:
    """Solid, hatched, tinted and dashed differ in shape, not only in colour."""
    textures = {
        status: re.sub(r'(x|y|width|height)="[^"]*"', "", shapes.block("local", status, "0", "1", "0", "1"))
        for status in ("verified", "evidenced", "self-reported", "committed")
    }
    assert len(set(textures.values())) == 4


def test_shares_are_whole_arithmetic() -> None:
    """A third is 33.33 percent, and nothing of nothing is nothing."""
    assert shapes.share(1, 3) == "33.33%"
    assert shapes.share(0, 0) == "0.00%"


def page_of(site: Site, chart: Chart, subject: Subject) -> str:
    """The chart as it stands in a page."""
    template = templates(site, Drawings(site)).from_string("{{ chart(id, dimension, member, name, kind) }}")
    markup = rendered(
        template, "x.html", id=chart.id, dimension=subject.dimension, member=subject.member, name="", kind=subject.kind
    )
    assert " style=" not in markup
    return unescape(markup)


def test_a_bar_without_another_to_compare_it_with_is_not_drawn(site: Site) -> None:
    """£5,000 alone on its scale would be as long as £7 million: a sentence says it, and no file is offered."""
    drawings = Drawings(site)
    kinds = next(chart for chart in CHARTS if chart.id == "value-by-kind")
    every = kinds.table(site, Subject())
    local, other = every[-1], every[0]
    assert not kinds.compares([other])
    assert not kinds.compares([other, local])
    assert not kinds.compares([every[0], {**every[1], "net": 0, "committed": 0}])
    assert kinds.compares(every[:2])
    page = drawings_of(drawings, "status-split", "return_id", "skills-centre/2023-24")
    assert page.startswith('<p class="ov-finding">')
    assert "<svg" not in page
    assert drawings.files == {}


def test_a_bar_alone_on_its_scale_shows_how_sure_it_is_or_nothing(site: Site) -> None:
    """The bar of local value beside other kinds is drawn where its parts differ in how sure they are."""
    chart = next(chart for chart in CHARTS if chart.id == "value-by-kind")
    assert chart.bar is not None
    *others, local = chart.table(site, Subject())
    alike = {**local, "verified": 0, "evidenced": 0, "committed": 0, "self-reported": 5}
    assert chart.bar(alike, [*others, alike]) == ""
    assert "<rect" in chart.bar({**alike, "evidenced": 5}, [*others, alike])


def test_one_promise_keeps_its_table_and_loses_its_bar(site: Site) -> None:
    """What one promise was, and how it is rated, stays a table."""
    chart = next(chart for chart in CHARTS if chart.id == "promised-and-delivered")
    one = replace(chart, table=lambda site, subject: chart.table(site, subject)[:1])
    drawings = Drawings(site)
    drawings._charts["promised-and-delivered"] = one
    page = drawings_of(drawings, "promised-and-delivered", "project", "north-road")
    assert "<table" in page
    assert "ov-bar" not in page
    assert drawings.files == {}


def drawings_of(drawings: Drawings, chart: str, dimension: str, member: str) -> str:
    """A chart as these drawings put it into a page."""
    template = templates(drawings.site, drawings).from_string("{{ chart(id, dimension, member) }}")
    return rendered(template, "x.html", id=chart, dimension=dimension, member=member).strip()
