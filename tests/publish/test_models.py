"""The same figures by the national models: from the real tables, each part with the measures that count it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pandas import DataFrame, concat

from publish.test_story_pages import drawn
from socialvalue import run
from socialvalue.beginning import OPEN
from socialvalue.publish import publish
from socialvalue.publish.pages.model import PAGE as MODEL
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.models import parts_of, projects_under

PROCUREMENTS = "procurement,project,began,value_gbp,notice,source,confidence,note\n"


@pytest.fixture(scope="module")
def arranged(tmp_path_factory: pytest.TempPathFactory, small: Path) -> tuple[Site, Mapping[str, bytes]]:
    """The small repository with the real models, a match of its own measures, and two procurements."""
    data = Path(shutil.copytree(small, tmp_path_factory.mktemp("models") / "data"))
    for folder, tables in (("reference", ("models", "model-parts")), ("register", ("procurements",))):
        listed(data / folder, tables)
    for table in ("models", "model-parts"):
        shutil.copyfile(OPEN / f"reference/{table}.csv", data / f"reference/{table}.csv")
    listed(data / "frameworks/example-open", ("model-matches",))
    (data / "frameworks/example-open/model-matches.csv").write_text(
        "measure,model,part,match,confidence,note\nfw1,social-value-model-2025,2,close,C,\n"
        "co1,social-value-model-2025,2,related,C,Near it.\nfw1,social-value-model-2020,2-1,related,C,\n",
        encoding="utf-8",
    )
    (data / "register/procurements.csv").write_text(
        f"{PROCUREMENTS}north,north-road,2027-01-01,5000000,,example-page,A,\n"
        "skills,skills-centre,2026-12-31,,,example-page,A,\n",
        encoding="utf-8",
    )
    checked = run.checked(data)
    assert not checked.errors
    valuation = run.valued(checked)
    return Site(valuation), publish(valuation)


def listed(folder: Path, tables: tuple[str, ...]) -> None:
    """Name more tables in the descriptor of a folder."""
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["resources"] += [{"name": name, "path": f"{name}.csv"} for name in tables]
    path.write_text(json.dumps(described), encoding="utf-8")


def page(files: Mapping[str, bytes], path: str) -> str:
    return unescape(files[path].decode())


def test_each_model_has_a_page_that_says_whose_reading_it_is(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """Every row of models.csv is a page, listed on the page of all models."""
    site, files = arranged
    every = page(files, "models/index.html")
    for model in site.rows("models"):
        said = page(files, f"models/{model['model']}.html")
        assert f"{model['model']}.html" in every
        assert ("our own reading" in said) == (model["by"] == "matches")
        for part in parts_of(site, model):
            assert (part.words or part.part) in said


def test_a_part_shows_its_measures_and_what_they_counted(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """A part leads to its lines in Explore, and a part that nothing counts says so."""
    site, files = arranged
    skills = next(part for part in parts_of(site, site.one("models", "social-value-model-2025")) if part.part == "2")
    assert [(each.measure["measure"], each.match) for each in skills.matched] == [("fw1", "close"), ("co1", "related")]
    assert skills.lines == sum(line["measure"] in ("fw1", "co1") for line in site.rows("lines")) > 0
    said = page(files, "models/social-value-model-2025.html")
    assert "explore.html?model=social-value-model-2025.2" in said
    assert "No measure of ours counts it." in said.partition("Reduction in crime")[2]


def test_a_measure_leads_to_the_parts_that_it_was_matched_with(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """The page of a measure names each part of the government's models, and links to its place."""
    _, files = arranged
    said = page(files, "measures/co1.html")
    assert 'models/social-value-model-2025.html#2"' in said
    assert "Skills for growth" in said
    assert "of the government’s models" not in page(files, "measures/le1.html")


def test_explore_narrows_by_a_part_of_a_model(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """Each line knows every part that it counts something of, under the codes that addresses use."""
    site, files = arranged
    told, part = (json.loads(files[f"explore/{name}.json"]) for name in ("lines", "lines-0"))
    options = next(facet["options"] for facet in told["facets"] if facet["column"] == "model")
    assert [code for code, *_ in options][:2] == ["social-value-model-2025.2", "social-value-model-2020.2-1"]
    coded, lines = part["words"]["_model"], site.rows("lines")
    for line, place in zip((lines[place] for place in part["place"]), coded["rows"], strict=True):
        both = ["social-value-model-2025.2", "social-value-model-2020.2-1"]
        wanted = {"fw1": both, "co1": both[:1]}.get(line["measure"], [])
        assert set(wanted) <= set(coded["cells"][place])
        assert ("social-value-model-2025.2" in coded["cells"][place]) == (line["measure"] in ("fw1", "co1"))


def test_a_project_says_which_edition_its_procurement_came_under(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """The day of the notice decides, on the project's page and on the model's."""
    _, files = arranged
    north = page(files, "projects/north-road.html").partition('id="procurement"')[2]
    assert "Social Value Model of 2026" in north
    assert "From £5,000,000 on, at least 20% of the marks and 3 measures of performance." in north
    skills = page(files, "projects/skills-centre.html").partition('id="procurement"')[2]
    assert "Social Value Model of 2025" in skills
    assert "of 2026" not in skills.partition("</details>")[0]
    for year, project in (("2026", "north-road"), ("2025", "skills-centre")):
        found = page(files, f"models/social-value-model-{year}.html").partition('id="projects"')[2]
        assert f"projects/{project}.html" in found


def test_a_site_without_models_has_none(small: Path) -> None:
    """Where no model is in the tables there is no page of one, and the list says so."""
    files = publish(run.valued(run.checked(small)))
    assert [path for path in files if path.startswith("models/")] == ["models/index.html"]
    assert "No model is in this site’s reference tables yet." in page(files, "models/index.html")


@pytest.mark.parametrize(
    ("values", "asked", "smaller"),
    [
        ({"a": 1_000_000, "b": 999_999}, ["a"], ["b"]),
        ({"a": 0, "b": None}, [], ["a", "b"]),
        ({"a": 5_000_000, "b": 1_000_001}, ["a", "b"], []),
    ],
)
def test_what_an_edition_does_not_ask_for_stands_apart(
    values: Mapping[str, int | None], asked: list[str], smaller: list[str]
) -> None:
    """Below its threshold, worth nothing, or of a worth that is not known: no project of these is under it."""
    tables = {
        "models": [{"model": "new", "begins": "2027-01-01", "from_gbp": 1_000_000}],
        "procurements": [{"project": key, "began": "2027-02-01", "value_gbp": value} for key, value in values.items()],
        "projects": [{"project": key} for key in values],
    }

    class Here(Site):
        def rows(self, table: str, column: str = "", value: object = "") -> list[Row]:
            return tables[table]

    site = Here(None)  # type: ignore[arg-type]
    assert [row["project"] for row in projects_under(site, "new", asked=True)] == asked
    assert [row["project"] for row in projects_under(site, "new", asked=False)] == smaller


def test_a_figure_rests_on_the_lines_that_are_in_it(arranged: tuple[Site, Mapping[str, bytes]]) -> None:
    """A part of another line is in no sum, as its project is not; and what several projects count may count twice."""
    checked = arranged[0].valuation.checked
    lines, matches = checked.tables["lines"], checked.tables["model-matches"]
    jobs = {**lines[lines["measure"] == "po1"].iloc[0], "owner": "north-road/2024-q2", "evidence": "", "line": 90}
    more = DataFrame([jobs, {**jobs, "line": 91, "part_of": "90"}], columns=lines.columns)
    matched = DataFrame([{**matches.iloc[0], "measure": "po1"}], columns=matches.columns)
    tables = {"lines": concat([lines, more]), "model-matches": concat([matches, matched])}
    valuation = run.valued(replace(checked, tables={**checked.tables, **tables}))
    site = Site(valuation)
    part = next(part for part in parts_of(site, site.one("models", "social-value-model-2025")) if part.part == "2")
    (count,) = [each for each in part.counts if each.measure["measure"] == "po1"]
    assert (count.lines, count.in_figure, count.projects) == (3, 2, 2)
    said = unescape(drawn(valuation, MODEL)["models/social-value-model-2025.html"])
    assert '2 lines<span class="sub">2 projects</span>' in said
    assert "Some jobs may count twice, because several projects are added up." in said
    assert "count twice" not in page(arranged[1], "models/social-value-model-2025.html")
