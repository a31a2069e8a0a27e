"""An edition in use stays what it was: seen by what git knows was published, and by what was recorded."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from check.repository import GOOD, TODAY
from check.test_bad_examples import commit
from check.test_history import edited
from socialvalue import run
from socialvalue.check import check
from socialvalue.check.columns import typed
from socialvalue.domain.editions import RESTS_ON, Moved, Said, checksum, moved, moved_since, said
from socialvalue.load import load
from socialvalue.recording import record
from socialvalue.records import Source, rows
from test_beginning import invoke

FRAMEWORK = Path("frameworks/example-open")
VALUES, DEDUCTIONS, MEASURES, UNITS = (
    f"{FRAMEWORK}/{name}.csv" for name in ("unit-values", "adjustments", "measures", "units")
)
SOURCED = "An invented source,,Example Council (invented),https://example.org/values,OGL v3.0,first-hand,A,,"
GUIDE = "Some would have found work anyway.,An invented guide,,B"
Change = Callable[[Path], None]

EXPECTED = {
    "measures": "b4072e62625db94d90c4f4cdb7d339b6b3c84b65a0bb85bc37aaa3feba0bff2d",
    "unit-values": "3031e1b5e9adef49ba75d930d91f6e60ac31e0336e01663dc1904d3f60fdaec4",
    "units": "614596404739c7e8f15d75d2e8207fa50b783d9864777e089889604b46b4283e",
    "adjustments": "2a6ba0972c5e7c49113f96ea9f3b174777ee835549ffa86be61c66c3c13de9f3",
}
"""The checksums of the first rows. They stand in the data for good, so their recipe never changes."""


class Was(NamedTuple):
    """The good repository as it was published, with its editions recorded."""

    data: Path
    source: Source
    says: Said
    recorded: Mapping[tuple[str, str], str]


@pytest.fixture(scope="module")
def was(tmp_path_factory: pytest.TempPathFactory) -> Was:
    data = Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("was") / "data"))
    (written,), _ = record(check(load(data, today=TODAY)), data)
    assert written == ("example-open", "2024.1", 11 + 2 + 8 + 1)
    source = load(data, today=TODAY)
    recorded = {(row.table, row.name): row.checksum for row in rows(source.tables["editions"])}
    return Was(data, source, said_in(data), recorded)


def added(file: str, row: str) -> Change:
    return lambda data: (data / file).write_text((data / file).read_text("utf-8") + row + "\n", "utf-8") and None


def raised(data: Path) -> None:
    path = data / FRAMEWORK / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"version": "2024.1"', '"version": "2025.1"'), "utf-8")


def turned(data: Path) -> None:
    for table in (VALUES, DEDUCTIONS, MEASURES, UNITS):
        header, *table_rows = (data / table).read_text("utf-8").splitlines()
        (data / table).write_text("\n".join([header, *reversed(table_rows), ""]), "utf-8")


def each(*changes: Change) -> Change:
    return lambda data: [change(data) for change in changes] and None


def value(name: str, amount: str, edition: str = "", measure: str = "iw1") -> str:
    return f"{name},{measure},fiscal,total,{amount},,,2023-24,yes,{edition},,,,,,{SOURCED}"


NEW_MEASURE = "iw9,Another,,What the name says.,,fte_years,inclusive-workforce,flow,no,none,no,no,no,,,,,"
MOVED: dict[str, tuple[Change, list[str]]] = {
    "a value": (edited(VALUES, "value_gbp", "9900"), ["claimant-fiscal"]),
    "a value and the version": (each(edited(VALUES, "value_gbp", "9900"), raised), ["claimant-fiscal"]),
    "how long it lasts": (edited(VALUES, "benefit_years", "3"), ["claimant-fiscal"]),
    "its prices": (edited(VALUES, "uprate", "no"), ["claimant-fiscal"]),
    "a value gone": (edited(VALUES, "", ""), ["claimant-fiscal"]),
    "a value gone with the version": (each(edited(VALUES, "", ""), raised), ["claimant-fiscal"]),
    "a value given to a new edition": (each(edited(VALUES, "edition", "2025.1"), raised), ["claimant-fiscal"]),
    "a value where there was none": (added(VALUES, value("hours", "5", measure="fw2")), ["hours"]),
    "a value of the edition that goes before": (
        added(VALUES, value("other", "5", "2024.1")),
        ["claimant-fiscal", "other"],
    ),
    "a deduction": (edited(DEDUCTIONS, "rate", "0.3"), ["claimant-deadweight"]),
    "a deduction and the version": (each(edited(DEDUCTIONS, "rate", "0.3"), raised), ["claimant-deadweight"]),
    "a deduction gone": (edited(DEDUCTIONS, "", ""), ["claimant-deadweight"]),
    "another deduction": (added(DEDUCTIONS, f"fade,framework,,,drop-off,0.1,,{GUIDE}"), ["fade"]),
    "what a measure is": (edited(MEASURES, "adds_up", "stock", "le2"), ["le2"]),
    "a measure gone": (edited(MEASURES, "", "", "po2"), ["po2"]),
    "a measure under another code": (edited(MEASURES, "measure", "po9", "po2"), ["po2"]),
    "a unit": (edited(UNITS, "level", "yes", "jobs"), ["jobs"]),
    "a unit gone": (each(edited(UNITS, "", "", "homes"), edited(MEASURES, "", "", "po2")), ["homes", "po2"]),
}
KEPT: dict[str, Change] = {
    "rows in another order": turned,
    "a number written otherwise": edited(VALUES, "value_gbp", "9800.00"),
    "its source in other words": edited(VALUES, "source_title", "The same source"),
    "why it is taken off": edited(DEDUCTIONS, "reason", "In other words."),
    "another name": edited(VALUES, "unit_value", "claimant"),
    "a new edition beside it": each(
        edited(VALUES, "edition", "2024.1"), added(VALUES, value("claimant-2025", "9900")), raised
    ),
    "a new rate beside the old": each(
        edited(DEDUCTIONS, "edition", "2024.1"),
        added(DEDUCTIONS, f"new,measure,iw1,,deadweight,0.3,,{GUIDE}"),
        raised,
    ),
    "a value of the new edition alone": each(added(VALUES, value("next", "9900", "2025.1")), raised),
    "a new measure and its value": each(
        added(MEASURES, NEW_MEASURE),
        added(VALUES, value("nine", "5", measure="iw9")),
        added(DEDUCTIONS, f"nine-deadweight,measure,iw9,,deadweight,0.3,,{GUIDE}"),
    ),
    "a new unit": added(UNITS, "trees,tree,trees,0,no,"),
}


def said_in(data: Path) -> Said:
    """What edition 2024.1 says in a data folder."""
    source = load(data, today=TODAY)
    typed_tables = {name: typed(source.tables[name], source.schemas[name])[0] for name in (*RESTS_ON, "projects")}
    return said(typed_tables, "example-open", "2024.1")


def found(was: Was, to: Path, change: Change) -> tuple[list[Moved], list[Moved]]:
    """What differs after a change: from what was published, and from what was recorded of it."""
    data = Path(shutil.copytree(was.data, to / "data"))
    change(data)
    now = said_in(data)
    return list(moved(was.says, now)), list(moved_since(was.recorded, now))


@pytest.mark.parametrize("name", MOVED)
def test_git_and_the_record_find_the_same(name: str, was: Was, tmp_path: Path) -> None:
    """Each change that moves a figure, or would, is found at the same rows in both ways."""
    change, names = MOVED[name]
    by_git, by_record = found(was, tmp_path, change)
    assert sorted(each.name for each in by_git) == names
    assert [each._replace(columns=()) for each in by_git] == by_record


@pytest.mark.parametrize("name", KEPT)
def test_what_moves_no_figure_is_let_be(name: str, was: Was, tmp_path: Path) -> None:
    """In neither way is anything found."""
    assert found(was, tmp_path, KEPT[name]) == ([], [])


def test_both_ways_tell_of_one_change_once(was: Was, tmp_path: Path) -> None:
    """With git and a record there is one finding, the one that names the column."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    edited(VALUES, "value_gbp", "9900")(data)
    findings = check(replace(load(data, today=TODAY), before=was.source)).findings
    said = [each.message for each in findings if each.rule == "edition-unchanged"]
    assert said == ["value_gbp of claimant-fiscal differs from what edition 2024.1 was published with. Returns use it."]


def test_a_version_that_is_raised_alone_moves_no_figure_unseen(tmp_path: Path) -> None:
    """£230.41 that became £246.38 beside a new version: by git without a record, and by the record without git."""
    data = Path(shutil.copytree(GOOD, tmp_path / "of-git/data"))
    edited(VALUES, "value_gbp", "230.41")(data)
    published = run.valued(run.checked(data))
    record(published.checked, data)
    shutil.copytree(data, tmp_path / "kept")
    commit(data.parent)
    each(edited(VALUES, "value_gbp", "246.38"), raised)(data)
    shutil.copytree(data, tmp_path / "copied")
    (data / FRAMEWORK / "editions.csv").unlink()
    for folder in (data, tmp_path / "copied"):
        done = invoke("check", "--data", folder)
        assert done.exit_code == 1
        assert "claimant-fiscal differs from what edition 2024.1 was published with" in done.stdout
        assert "write 2024.1 into the column edition of the old row, add a row with the new figure" in done.stdout
    assert invoke("build", "--data", tmp_path / "copied", "--out", tmp_path / "site").exit_code == 1
    KEPT["a new edition beside it"](tmp_path / "kept")
    assert run.valued(run.checked(tmp_path / "kept")).totals.equals(published.totals)


def test_a_record_is_not_made_to_fit(was: Was, tmp_path: Path) -> None:
    """A checksum that was changed along with the value, or taken away, is found where git knows the old one."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    table = data / FRAMEWORK / "editions.csv"
    kept = table.read_text("utf-8")
    row = next(line for line in kept.splitlines() if "claimant-fiscal" in line)
    other = f"{row[:-65]}{'0' * 64},"
    for text, how in ((kept.replace(row, other), "another"), (kept.replace(f"{row}\n", ""), "gone")):
        table.write_text(text, "utf-8")
        findings = check(replace(load(data, today=TODAY), before=was.source)).findings
        said = [each.message for each in findings if each.rule == "edition-unchanged"]
        assert f"The checksum of claimant-fiscal in edition 2024.1 is {how}." in " ".join(said)


def test_a_deduction_for_a_project_that_was_published_is_found(was: Was, tmp_path: Path) -> None:
    """Where git knows that nothing of the project was published, whoever keeps the site may record it."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    added(DEDUCTIONS, f"shared,project,north-road,,attribution,0.5,,{GUIDE}")(data)
    source = load(data, today=TODAY)
    targets = was.source.tables["targets"]
    unpromised = replace(was.source, tables={**was.source.tables, "targets": targets.iloc[:0]})
    for before, project, rule in (
        (unpromised, "north-road", "edition-unchanged"),
        (was.source, "south-hall", "edition-unchanged"),
        (unpromised, "south-hall", "deduction-recorded"),
    ):
        published = replace(source, before=before, published_returns=frozenset({f"{project}/2024-q1"}))
        assert [each.rule for each in check(published).errors] == [rule]


def test_recording_adds_and_never_changes(was: Was, tmp_path: Path) -> None:
    """A second run writes nothing; a new measure is added; what differs from the record stops it."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    table = data / FRAMEWORK / "editions.csv"
    before = table.read_text("utf-8")
    assert "Nothing was written" in invoke("record", "--data", data).stdout
    added(MEASURES, NEW_MEASURE.replace("flow,no,none,no,no,no,,", "flow,no,none,no,no,no,None.,"))(data)
    done = invoke("record", "--data", data).stdout
    assert "1 row of edition 2024.1" in done
    assert "4 texts of its measures and units" in done
    assert table.read_text("utf-8").startswith(before)
    listed = json.loads((data / FRAMEWORK / "datapackage.json").read_text("utf-8"))["resources"]
    assert [entry["path"] for entry in listed].count("editions.csv") == 1
    edited(VALUES, "value_gbp", "9900")(data)
    now = table.read_text("utf-8")
    done = invoke("record", "--data", data)
    assert (done.exit_code, "claimant-fiscal differs" in done.stderr) == (1, True)
    assert table.read_text("utf-8") == now


def test_returns_with_errors_are_not_said_to_be_recorded(was: Was, tmp_path: Path) -> None:
    """They are left aside, and it is said how many; nothing is forgotten for them."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    table = data / FRAMEWORK / "editions.csv"
    before = table.read_text("utf-8")
    lines = list(data.glob("returns/*/*/*/lines.csv"))
    for path in lines:
        path.write_text(path.read_text("utf-8").replace("measure", "mesure", 1), "utf-8")
    done = invoke("record", "--data", data)
    assert (done.exit_code, table.read_text("utf-8")) == (1, before)
    assert "with errors" in done.stdout.splitlines()[0]
    assert "left aside: see socialvalue check." in done.stdout
    assert "Every edition that others use is recorded." in done.stdout


def test_a_checksum_is_that_of_the_cells_that_figures_rest_on(was: Was) -> None:
    """No other cell, no place of the row, no name of a value."""
    tables = check(was.source).tables
    first = {table: next(rows(tables[table])) for table in RESTS_ON}
    assert {table: checksum(table, row) for table, row in first.items()} == EXPECTED


def test_an_edition_that_nothing_uses_is_forgotten(was: Was, tmp_path: Path) -> None:
    """As after the example of a new repository: its measures may then change, and are recorded anew. While a promise
    is left, it is kept."""
    data = Path(shutil.copytree(was.data, tmp_path / "data"))
    kept = Path(shutil.move(data / "returns/road-fund", tmp_path / "aside"))
    assert "Every edition in use is recorded." in invoke("record", "--data", data).stdout
    targets = data / "register/targets.csv"
    targets.write_text(targets.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert "22 rows of edition 2024.1, which nothing uses" in invoke("record", "--data", data).stdout
    edited(VALUES, "value_gbp", "9900")(data)
    shutil.move(kept, data / "returns/road-fund")
    assert invoke("check", "--data", data).exit_code == 0
    assert "22 rows of edition 2024.1, for good" in invoke("record", "--data", data).stdout
