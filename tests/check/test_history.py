"""What a published figure or its rating rests on doesn't change unseen: cell by cell, and through a rename."""

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from check.repository import GOOD, TODAY
from socialvalue.check import check
from socialvalue.check.rules import changed_in_place
from socialvalue.check.watched import SETTINGS, WATCHED
from socialvalue.domain import editions
from socialvalue.load import load
from socialvalue.records import Source

RETURN = "returns/road-fund/north-road/2024-q2"
WORDS = {
    "name",
    "plain_name",
    "short_name",
    "title",
    "words",
    "note",
    "what",
    "what_it_is",
    "reason",
    "story",
    "public_note",
}
WORDS |= {"what_counts", "what_does_not", "how_others_do_it", "no_value_reason", "derivation", "caution", "said", "why"}
WORDS |= {"case_in_words", "known", "not_known", "missing", "compare_with", "method", "about", "period", "developer"}
SOURCES = {
    "source",
    "source_title",
    "source_edition",
    "publisher",
    "address",
    "licence",
    "read_as",
    "confidence",
    "read_on",
}
SOURCES |= {"published_on", "hand", "archived_copy", "population_confidence", "stated_on", "paid_by"}
LOOKS = {"slug", "order", "tile_column", "tile_row", "kind", "origin", "one", "many", "role", "identifier", "led_by"}
NO_FIGURES = {
    *("accepted-warnings", "crosswalk", "families", "benchmarks", "model-matches", "model-parts", "models", "themes"),
    *("organisations", "programmes", "project-organisations", "sources", "trap-cases", "minimum-wages", "area-sets"),
    *("disclosures", "links", "editions", "edition-words"),
}
"""Tables on which no published figure or rating of ours rests; the last four are held by rules of their own."""
OTHERWISE = {
    ("projects", "start"): "shown, and nothing is worked out from it",
    ("projects", "local_area_set"): "asked of new returns",
    ("projects", "renamed_from"): "followed, and held by earlier-name",
    ("measures", "theme"): "where a figure stands",
    ("measures", "needs_narrative"): "asked of new returns",
    ("measures", "replaced_by"): "remembered in links.csv",
    ("measures", "retired_on"): "asked of new returns",
    **{(table, "edition"): "where a row applies, which edition-unchanged asks" for table in editions.OF_EDITION},
    ("procurements", "began"): "shown, and nothing is worked out from it",
    ("procurements", "notice"): "an address",
    ("deflators", "status"): "shown beside the index",
}

ROWS = {
    "sites": "field,Field (invented),road-fund,West,E07000901,,300,,permission,A site.,2022,,,,example-page,A\n",
    "left-out": "share,north-road,A road,A share,80,percent,,2023,a share without a base,No base.,example-page,A\n",
}


def watched() -> set[tuple[str, str]]:
    """The columns of shared tables that a rule of history looks at, and those that name a row."""
    found = set()
    for table, each in WATCHED.items():
        found |= {(table, column) for column in (*each.key, *each.columns)}
    for table, (own, weighs) in editions.RESTS_ON.items():
        found |= {(table, column) for column in (own, *weighs)}
    found |= {("lines", column) for column in (*changed_in_place.OF_LINE, "line", "evidence")}
    return found | {("evidence", column) for column in (*changed_in_place.OF_EVIDENCE, "evidence")}


@pytest.fixture(scope="module")
def was(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Source]:
    data = Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("was") / "data"))
    (data / "register/target-profiles.csv").write_text(
        "target,by,quantity,source\nnorth-road-weeks,2024-06-30,150,example-page\n"
    )
    for table, row in ROWS.items():
        with (data / f"register/{table}.csv").open("a") as file:
            file.write(row)
    areas = data / "reference/areas.csv"
    areas.write_text(areas.read_text().replace("district,,,,,,", "district,,,50000,2023,A,", 1))
    descriptor = data / "register/datapackage.json"
    described = json.loads(descriptor.read_text())
    described["resources"].append({"name": "target-profiles", "path": "target-profiles.csv"})
    descriptor.write_text(json.dumps(described))
    return data, load(data, today=TODAY)


def test_every_column_is_watched_or_no_figure_rests_on_it(was: tuple[Path, Source]) -> None:
    """A new column has to be given its place: seen when it changes, or said why it needn't be."""
    for table, schema in was[1].schemas.items():
        for column in () if table in NO_FIGURES else (field["name"] for field in schema["fields"]):
            free = column in WORDS | SOURCES | LOOKS or (table, column) in OTHERWISE
            assert ((table, column) in watched()) or free, (table, column)


def edited(file: str, column: str, value: str, name: str = "") -> Callable[[Path], None]:
    """Change a cell of the row that begins with `name`, or take the row away where there is no column."""

    def change(data: Path) -> None:
        with (data / file).open(newline="") as opened:
            header, *table = list(csv.reader(opened))
        row = next(row for row in table if row[0].startswith(name))
        if column:
            row[header.index(column)] = value
        else:
            table.remove(row)
        with (data / file).open("w", newline="") as opened:
            csv.writer(opened, lineterminator="\n").writerows([header, *table])

    return change


def edited_settings(line: str) -> Callable[[Path], None]:
    """Another line in the place of the setting of its name."""

    def change(data: Path) -> None:
        path = data / "authority.toml"
        name = line.split(" ", maxsplit=1)[0]
        kept = [each for each in path.read_text().splitlines() if each.split(" ")[0] != name]
        path.write_text("\n".join([*kept, line, ""]))

    return change


def compiled(data: Path) -> None:
    path = data / RETURN / "datapackage.json"
    found = json.loads(path.read_text())
    path.write_text(json.dumps({**found, "basis": "compiled", "compiled_on": "2024-08"}))


CHANGES = {
    "a step": ("register-changed", edited("register/target-profiles.csv", "quantity", "1")),
    "a step gone": ("register-changed", edited("register/target-profiles.csv", "", "")),
    "the end of a contract": ("register-changed", edited("register/projects.csv", "contract_end", "2030-12-31")),
    "whose promise it is": ("register-changed", edited("register/targets.csv", "project", "south-hall")),
    "when it was made": ("register-changed", edited("register/targets.csv", "stated_on", "2012-01")),
    "homes": ("register-changed", edited("register/sites.csv", "homes", "9")),
    "people who live there": ("register-changed", edited("reference/areas.csv", "population", "1000")),
    "an index": ("register-changed", edited("reference/deflators.csv", "index", "77.5")),
    "what a place lies in": ("register-changed", edited("reference/areas.csv", "within", "E10000017")),
    "what kind somebody is": ("register-changed", edited("register/organisations.csv", "kind", "charity")),
    "where a page stands": ("register-changed", edited("register/sources.csv", "address", "https://example.org/x")),
    "whose page it is": ("register-changed", edited("register/sources.csv", "publisher", "example-roofer")),
    "the year of prices": ("register-changed", edited_settings('real_year = "2022-23"')),
    "which prices": ("register-changed", edited_settings('deflator_vintage = "other"')),
    "what was left out": ("register-changed", edited("register/left-out.csv", "", "")),
    "how a return came": ("changed-in-place", compiled),
    "what a document is": ("changed-in-place", edited(f"{RETURN}/evidence.csv", "kind", "timesheet", "e2")),
    "who checked it": ("changed-in-place", edited(f"{RETURN}/evidence.csv", "checked_by", "example-roofer", "e2")),
}


def found(was: tuple[Path, Source], to: Path, change: Callable[[Path], None]) -> list[tuple[str, str]]:
    data = Path(shutil.copytree(was[0], to / "data"))
    change(data)
    judged = check(replace(load(data, today=TODAY), before=was[1]))
    history = ("register-changed", "changed-in-place", "return-removed", "edition-unchanged")
    return [(finding.rule, finding.message) for finding in judged.findings if finding.rule in history]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_in_place_is_seen(name: str, was: tuple[Path, Source], tmp_path: Path) -> None:
    """Each by itself, in a repository in which nothing else changed."""
    rule, change = CHANGES[name]
    assert [each for each, _ in found(was, tmp_path, change)] == [rule]


def test_each_change_is_said_as_people_write_it_with_what_to_do_there(was: tuple[Path, Source], tmp_path: Path) -> None:
    """An index is no number of millionths, and only a promise is told to name another in replaces."""
    data = Path(shutil.copytree(was[0], tmp_path / "data"))
    for name in ("an index", "homes", "a step", "where a page stands", "which prices"):
        CHANGES[name][1](data)
    judged = check(replace(load(data, today=TODAY), before=was[1]))
    said = [each for each in judged.findings if each.rule == "register-changed"]
    index = next(each for each in said if each.column == "index")
    assert index.message.endswith("and is now 77.5.")
    assert "vintage" in index.mend
    assert [each.column for each in said if "replaces" in each.mend] == ["quantity"]
    assert {each.column for each in said if each.file == "authority.toml"} <= set(SETTINGS)


def renamed(data: Path) -> None:
    """The project gets another name, as docs/settings.md says."""
    for path in (data / "register").glob("*.csv"):
        with path.open(newline="") as opened:
            header, *table = list(csv.reader(opened))
        for row in table:
            for at, column in enumerate(header):
                if column == "project" and row[at] == "north-road":
                    row[at] = "new-road"
                    if path.stem == "projects":
                        row[header.index("renamed_from")] = "north-road"
        with path.open("w", newline="") as opened:
            csv.writer(opened, lineterminator="\n").writerows([header, *table])
    folder = data / "returns/road-fund/north-road"
    for path in folder.glob("*/datapackage.json"):
        path.write_text(path.read_text().replace('"north-road', '"new-road'))
    folder.rename(folder.with_name("new-road"))


def test_a_rename_alone_changes_nothing(was: tuple[Path, Source], tmp_path: Path) -> None:
    """Returns, promises and facts go with the project to its new name."""
    assert found(was, tmp_path, renamed) == []


def test_a_rename_hides_no_change(was: tuple[Path, Source], tmp_path: Path) -> None:
    """A figure, a promise and a cost that changed on the way are found."""

    def change(data: Path) -> None:
        renamed(data)
        edited("returns/road-fund/new-road/2024-q2/lines.csv", "quantity", "999")(data)
        edited("register/targets.csv", "quantity", "2")(data)
        edited("register/projects.csv", "contract_gbp", "99")(data)
        shutil.rmtree(data / "returns/road-fund/new-road/2024-q1")

    said = dict.fromkeys(found(was, tmp_path, change))
    assert sorted(rule for rule, _ in said) == ["changed-in-place", *["register-changed"] * 2, "return-removed"]
    assert any("published as 62.5, and is now 999" in words for _, words in said)
    assert "new-road/2024-q1 was published, and is gone." in [words for _, words in said]


def test_what_was_published_in_an_earlier_shape_is_compared_too(tmp_path: Path) -> None:
    """An upgrade adds columns and takes some away: a change that comes with it is seen as any other."""
    before = Path(shutil.copytree(GOOD, tmp_path / "before"))
    projects = before / "register/projects.csv"
    with projects.open(newline="") as opened:
        table = [[*row[:-1], "gone"] for row in csv.reader(opened)]
    with projects.open("w", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(table)
    data = Path(shutil.copytree(GOOD, tmp_path / "data"))
    published = load(before, today=TODAY)
    assert not check(replace(load(data, today=TODAY), before=published)).findings
    edited("register/projects.csv", "contract_end", "2030-12-31")(data)
    edited("register/targets.csv", "quantity", "2")(data)
    judged = check(replace(load(data, today=TODAY), before=published))
    assert {each.column for each in judged.findings if each.rule == "register-changed"} == {"contract_end", "quantity"}


@pytest.mark.parametrize(("was", "now"), [("org-a", ""), ("", "org-a")])
def test_what_a_descriptor_lost_or_gained_is_said_as_nothing(was: str, now: str) -> None:
    """One cell of a descriptor that was filled in, or emptied, and no other, is told of."""
    alike = {"owner": "road/q2", "file": "datapackage.json", "invented": False}
    alike |= dict.fromkeys(changed_in_place.OF_RETURN, "alike")
    column, key = next(iter(changed_in_place.OF_RETURN.items()))
    before, after = (SimpleNamespace(**alike | {column: text}) for text in (was, now))
    (hit,) = changed_in_place._descriptor(after, before, "")
    assert (hit.column, hit.value) == (key, now)
    assert hit.message == f"This was published with {was or 'nothing'}, and is now {now or 'nothing'}."
