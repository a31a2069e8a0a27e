"""A framework that may be used and not published: valued on this machine, and told to nobody."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from check.test_bad_examples import commit
from socialvalue import run
from socialvalue.cli import main
from socialvalue.errors import BrokenRepository
from socialvalue.publish import publish
from socialvalue.records import Finding, Severity

NAME = "licensed-values"
TELLING = ("Zebra", "zebra", "98765.43", "98,765.43")
"""Words and figures that stand nowhere but in the licensed framework."""


def licensed(small: Path, folder: Path) -> Path:
    """The small repository with a licensed framework beside its own, which no return uses."""
    data = Path(shutil.copytree(small, folder / "data"))
    other = data / "frameworks" / NAME
    shutil.copytree(data / "frameworks" / "example-open", other)
    described = json.loads((other / "datapackage.json").read_text(encoding="utf-8"))
    described |= {"name": NAME, "publish": False, "licenses": [{"name": "CC-BY-NC-ND-4.0"}]}
    (other / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    for table, words, told in (
        ("measures", "What the name says, for tests.", "Zebra words."),
        ("unit-values", "Example Council (invented)", "Zebra Bank (invented)"),
        ("unit-values", ",14.43,", ",98765.43,"),
        ("unit-values", ",16.93,", ",99999.99,"),
        ("unit-values", "OGL v3.0", "CC BY-NC-ND 4.0"),
    ):
        path = other / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, told), encoding="utf-8")
    return data


def signed(data: Path) -> Path:
    """The same with one project, its returns and its promises under the licensed framework."""
    projects = data / "register/projects.csv"
    rows = projects.read_text(encoding="utf-8").splitlines()
    rows = [row.replace("example-open", NAME) if row.startswith("north-road,") else row for row in rows]
    projects.write_text("\n".join(rows) + "\n", encoding="utf-8")
    for path in data.glob("returns/road-fund/north-road/*/datapackage.json"):
        path.write_text(path.read_text(encoding="utf-8").replace("example-open", NAME), encoding="utf-8")
    return data


def site(data: Path) -> Mapping[str, bytes]:
    checked = run.checked(data)
    assert not checked.errors
    return publish(run.valued(run.shareable(checked)))


def test_a_site_is_the_same_with_and_without_it(small: Path, tmp_path: Path) -> None:
    """Of a framework that no return uses, not one byte is on the site."""
    assert site(licensed(small, tmp_path)) == site(small)


def test_what_is_counted_by_it_is_on_no_site(small: Path, tmp_path: Path) -> None:
    """Neither its words nor its values are in any file; nor lines and promises, so that nothing can be divided."""
    data = signed(licensed(small, tmp_path))
    worth = run.valued(run.checked(data)).values
    assert (worth["framework"] == NAME).any()
    files = site(data)
    for path, content in files.items():
        if path.endswith((".html", ".json", ".csv", ".xml", ".svg")) and not path.startswith("assets/"):
            assert [word for word in TELLING if word.encode() in content] == [], path
    for table in ("lines", "values", "steps", "totals", "counts", "delivery", "targets", "unvalued", "returns"):
        assert b"north-road" not in files[f"data/{table}.csv"], table
    assert not [path for path in files if path.startswith("returns/north-road/")]


def test_a_site_says_what_is_kept_off(small: Path, tmp_path: Path) -> None:
    """Nobody is told that a project has sent nothing where it has."""
    files = site(signed(licensed(small, tmp_path)))
    page = files["projects/north-road.html"].decode()
    assert f"It is counted by {NAME}" in page
    assert "No return was sent" not in page
    reported = files["reported.html"].decode()
    kept, _, rest = reported.partition('id="kept-off"')[2].partition("</ul>")
    assert "projects/north-road.html" in kept
    assert "projects/north-road.html" not in rest.partition("</main>")[0]


def test_the_machine_still_values_by_it(small: Path, tmp_path: Path) -> None:
    """`value` shows it in the terminal, and says that it stays there."""
    data = licensed(small, tmp_path)
    open_ = CliRunner().invoke(main, ["value", "--data", str(data)])
    other = CliRunner().invoke(main, ["value", "--data", str(data), "--framework", NAME])
    assert "keep these figures" not in open_.stdout
    assert f"{NAME} is not to be published: keep these figures on this machine." in other.stdout
    assert open_.stdout.partition("kind ")[2] != other.stdout.partition("kind ")[2]


def test_what_the_check_found_there_is_told_to_nobody(small: Path, tmp_path: Path) -> None:
    """A finding repeats cells, so those about such a framework and its returns are not among what a site may show."""
    checked = run.checked(signed(licensed(small, tmp_path)))
    findings = [
        Finding(
            "Zebra",
            owner=NAME,
            file=f"frameworks/{NAME}/unit-values.csv",
            severity=Severity.WARNING,
            rule="range-around-value",
        ),
        Finding("Zebra", owner="north-road/2024-q2", severity=Severity.WARNING, rule="worth-more-than-contract"),
        Finding("Told", owner="skills-centre/2023-24", severity=Severity.WARNING, rule="known-area"),
    ]
    told = run.shareable(replace(checked, findings=tuple(findings)))
    assert [finding.message for finding in told.findings] == ["Told"]
    assert set(told.kept_off) == {"north-road/2023-q4", "north-road/2024-q2"}
    assert NAME not in told.editions


def test_a_comparison_tells_nothing_of_it(small: Path, tmp_path: Path) -> None:
    """What `diff` says is shown to others, as beside a pull request: a licensed value that changed is not in it."""
    data = licensed(small, tmp_path)
    commit(tmp_path)
    values = data / "frameworks" / NAME / "unit-values.csv"
    values.write_text(values.read_text(encoding="utf-8").replace("98765.43", "98765.99"), encoding="utf-8")
    described = data / "frameworks" / NAME / "datapackage.json"
    more = json.loads(described.read_text(encoding="utf-8")) | {"version": "9999.9"}
    described.write_text(json.dumps(more), encoding="utf-8")
    found = CliRunner().invoke(main, ["diff", "--data", str(data), "main"])
    assert found.exit_code == 0, found.output
    assert [word for word in (NAME, "98765", "98,765", "9999.9") if word in found.stdout] == []


def test_nothing_reaches_a_site_by_another_way(small: Path, tmp_path: Path) -> None:
    """What still holds such a framework is refused before a page is drawn."""
    with pytest.raises(BrokenRepository, match="must not publish"):
        publish(run.valued(run.checked(licensed(small, tmp_path))))


def unsigned(data: Path) -> Path:
    """The same where North Road was signed under no framework, so that each return says what counts it."""
    projects = data / "register/projects.csv"
    text = projects.read_text(encoding="utf-8")
    assert ",example-open,2024.1," in text
    projects.write_text(text.replace(",example-open,2024.1,", ",,,"), encoding="utf-8")
    promised = data / "register/targets.csv"  # nobody knows by which framework they are counted
    rows = promised.read_text(encoding="utf-8").splitlines()
    promised.write_text("".join(f"{row}\n" for row in rows if not row.startswith("north-road-")), encoding="utf-8")
    return data


def under(data: Path, period: str, **more: object) -> Path:
    """The same with one return under the licensed framework."""
    path = data / "returns/road-fund/north-road" / period / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8")) | {"framework": NAME} | more
    path.write_text(json.dumps(described), encoding="utf-8")
    return data


def corrected(data: Path, period: str, by: str, **more: object) -> Path:
    """A correction of a return of North Road, with other lines."""
    folder = data / "returns/road-fund/north-road"
    shutil.copytree(folder / period, folder / by)
    path = folder / by / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described |= {"name": f"north-road-{by}", "version": "9.0.0", "supersedes": period, "reason": "Invented.", **more}
    path.write_text(json.dumps(described), encoding="utf-8")
    return data


def said(files: Mapping[str, bytes], path: str) -> str:
    """The words of a page between header and footer."""
    body = files[path].decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_no_sentence_says_that_there_is_none_of_what_is_kept_off(small: Path, tmp_path: Path) -> None:
    """Returns, their periods and the number of promises are no secret: who counts them, counts them in."""
    files = site(signed(licensed(small, tmp_path)))
    reported = said(files, "reported.html")
    assert "2 returns were submitted by those who deliver the project." in reported
    assert "2 of 2 projects have a return." in reported
    assert "October to December 2023, by" not in reported
    assert "October to December 2023" in reported.rpartition("Kept off this site")[2]
    kept = "2 returns are kept off this site."
    for path in (
        "reported",
        "compare",
        "programmes/road-fund",
        "programmes/index",
        "areas/northtown",
        "ledger",
    ):
        assert kept in said(files, f"{path}.html"), path
    assert "2 promises are kept off this site." in said(files, "promises.html")
    for path, none in (
        ("promises", "No public promise has been found"),
        ("compare", "no returns"),
        ("programmes/road-fund", "none yet"),
        ("areas/northtown", "none with figures"),
        ("projects/index", "No return yet"),
    ):
        assert none not in said(files, f"{path}.html"), path
    pages = {path: page.decode() for path, page in files.items() if path.endswith(".html") and "embed/" not in path}
    assert [path for path, page in pages.items() if "Kept off this site: 2 returns and 2 promises." not in page] == []


def test_a_front_page_of_which_all_is_kept_off_says_so(small: Path, tmp_path: Path) -> None:
    """It doesn't say that nothing has been counted."""
    data = signed(licensed(small, tmp_path))
    shutil.rmtree(data / "returns/skills-fund/skills-centre")
    page = said(site(data), "index.html")
    assert "2 returns are kept off this site." in page
    assert "Nothing that people can picture" not in page


def test_a_project_says_that_some_of_its_returns_are_kept_off(small: Path, tmp_path: Path) -> None:
    """What is shown of it is not all that there is."""
    files = site(under(unsigned(licensed(small, tmp_path)), "2024-q2"))
    page = said(files, "projects/north-road.html")
    assert "1 return is kept off this site." in page
    assert "All that it delivered." in page
    assert not [path for path in files if path.startswith("returns/north-road/2024-q2")]


def test_a_replaced_return_is_current_nowhere(small: Path, tmp_path: Path) -> None:
    """An open return goes with the correction that may not be shown; one that an open one corrected again stays."""
    data = corrected(unsigned(licensed(small, tmp_path)), "2024-q2", "2024-q2-later", framework=NAME)
    checked = run.checked(data)
    found = {each.rule for each in checked.findings if each.owner == "north-road/2024-q2-later"}
    assert "correction-kept-off" in found
    told = run.shareable(checked)
    assert set(told.kept_off) == {"north-road/2024-q2", "north-road/2024-q2-later"}
    for table in ("returns", "lines", "superseded-lines"):
        assert not told.tables[table]["owner"].str.startswith("north-road/2024-q2").any(), table
    more = {"framework": "example-open", "version": "9.1.0"}
    again = run.shareable(run.checked(corrected(data, "2024-q2-later", "2024-q2-last", **more)))
    assert set(again.kept_off) == {"north-road/2024-q2-later"}
    returns = again.tables["returns"].set_index("owner")
    assert returns.loc["north-road/2024-q2-last", "supersedes"] == "2024-q2"
    assert returns.loc["north-road/2024-q2", "superseded_by"] == "north-road/2024-q2-last"
    assert "north-road/2024-q2-last" in set(again.tables["lines"]["owner"])
