"""Slips of people who never saw JSON, and files by another name or in another place. Everything here is invented."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from check.repository import PROJECT, RETURN, TODAY
from load.judging import judged, rules
from socialvalue.check import check, report
from socialvalue.load import limits, load

JSON = {
    ('"version": "1.0.0",', '"version": "1.0.0",,'): (5, "a comma too many"),
    ('"end": "2024-06-30"', '"end": "2024-06-30",'): (9, "a comma too many"),
    ('"version": "1.0.0",', '"version": "1.0.0"'): (5, "a comma is missing at the end of the line"),
    ('"version": "1.0.0",', '"version": 1.0.0,'): (5, "a comma or a quotation mark is missing"),
    ('"version": "1.0.0",', "'version': '1.0.0',"): (5, "single quotation marks"),
    ('"version": "1.0.0",', "“version”: “1.0.0”,"): (5, "curly quotation marks"),
    ('"version": "1.0.0",', '"version": “1.0.0”,'): (5, "curly quotation marks"),
    ('"version": "1.0.0",', '"version": "1.0.0,'): (5, "opened and not closed"),
    ('"version": "1.0.0",', 'version: "1.0.0",'): (5, "not between quotation marks"),
    ('"version": "1.0.0",', '"version" "1.0.0",'): (5, "a colon is missing"),
    ('"version": "1.0.0",', '"version": "1\\0",'): (5, "a backslash"),
    ('"period": true,', '"period": True,'): (7, "true or false, in small letters"),
    ('"period": true,', '"period": yes,'): (7, "true or false, in small letters"),
}


@pytest.mark.parametrize("change", JSON, ids=lambda change: change[1])
def test_a_slip_in_a_descriptor_is_named_at_its_line(change: tuple[str, str], data: Path) -> None:
    """It is said in plain words what is wrong, and the line is the one to be mended."""
    path = data / RETURN / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    old, new = change
    text = text.replace('"period": {', f'{new}\n  "period": {{') if old not in text else text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    source = load(data, today=TODAY)
    checked = check(source)
    (finding,) = checked.findings
    row, words = JSON[change]
    assert (finding.rule, finding.row) == ("not-json", row)
    assert words in finding.message
    assert f"line {row}  error" in report(checked, source, "text")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("lines.csv", "Lines.csv"),
        ("lines.csv", "lines.CSV"),
        ("lines.csv", "lines.csv.csv"),
        ("lines.csv", "lines (1).csv"),
        ("lines.csv", "lines - Copy.csv"),
        ("lines.csv", "lines.xlsx"),
        ("evidence.csv", "Evidence.csv"),
        ("datapackage.json", "datapackage.json.txt"),
    ],
)
def test_a_file_by_another_name_is_one_finding(file: str, name: str, data: Path) -> None:
    """It is told how to rename it, and nothing is said of the file that is missing, nor of what points to it."""
    (data / RETURN / file).rename(data / RETURN / name)
    (finding,) = judged(data).findings
    assert finding.rule == "other-name"
    assert finding.mend.startswith(f"Rename it to {file}.")


def test_a_file_of_another_name_beside_its_own_is_a_stray(data: Path) -> None:
    """Nobody knows which of two is meant: the second has no business there."""
    shutil.copyfile(data / RETURN / "lines.csv", data / RETURN / "lines (1).csv")
    assert rules(judged(data)) == ["unlisted-file"]


@pytest.mark.parametrize("file", ["lines.csv", "evidence.csv"])
def test_a_missing_file_is_one_finding(file: str, data: Path) -> None:
    """Where a file is not there, its name in the descriptor and the rows that point to it are not told of as well."""
    (data / RETURN / file).unlink()
    assert rules(judged(data)) == ["missing-file" if file == "lines.csv" else "resources-listed"]


def higher(folder: Path) -> None:
    for path in folder.iterdir():
        path.rename(folder.parent / path.name)
    folder.rmdir()


def deeper(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.mkdir()
    folder.with_name("moved").rename(folder / "2024-q2")


@pytest.mark.parametrize("move", [higher, deeper])
def test_a_return_in_a_folder_of_the_wrong_depth_is_one_finding(move: Callable[[Path], None], data: Path) -> None:
    """It is told where a return lies, and not that each of its files is missing or does not belong there."""
    move(data / RETURN)
    assert rules(judged(data)) == ["misplaced"]


def test_days_in_british_order_are_turned_round_and_overlap_with_nothing(data: Path) -> None:
    """The day that is meant is suggested. As text it would lie before every other, and seem to overlap with all."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-06-30", "30/06/2024"), encoding="utf-8")
    (finding,) = judged(data).findings
    assert (finding.rule, finding.column) == ("descriptor", "period.end")
    assert (finding.mend, finding.suggestion) == ("Write 2024-06-30.", "2024-06-30")


def test_a_return_whose_end_is_no_day_overlaps_with_nothing(data: Path) -> None:
    """Two others that overlap are told of; beside them it is told of its end alone."""
    shutil.copytree(data / RETURN, data / PROJECT / "2024-q3")
    changes = {
        "2024-q1": {"2024-03-31": "2024-04-30", "2024-04-18": "2024-05-18"},
        "2024-q3": {"2024-06-30": "June"},
    }
    for name, cells in changes.items():
        path = data / PROJECT / name / "datapackage.json"
        text = path.read_text(encoding="utf-8")
        for old, new in cells.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    found = [finding.owner for finding in judged(data).findings if finding.rule == "overlapping-returns"]
    assert found == ["north-road/2024-q2"]


def test_a_day_that_may_be_two_is_asked_about(data: Path) -> None:
    """01/04/2024 is 1 April in Oxford and 4 January in Boston. Nothing is suggested."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-04-01", "01/04/2024"), encoding="utf-8")
    (finding,) = judged(data).findings
    assert finding.mend.startswith("Write 2024-04-01 for 1 April 2024 or 2024-01-04 for 4 January 2024")
    assert finding.suggestion == ""


def test_what_could_not_be_judged_is_said(data: Path) -> None:
    """Of a file that can't be read only the first fault is known, and the report says so."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"submitted"', '"submitted'), encoding="utf-8")
    (finding,) = (each for each in judged(data).findings if each.rule == "not-json")
    assert finding.mend.endswith("Nothing else in this file could be judged.")
    lines = data / RETURN / "lines.csv"
    lines.write_text(lines.read_text(encoding="utf-8") + '9,"fw1', encoding="utf-8")
    (finding,) = (each for each in judged(data).findings if each.rule == "unclosed-quote")
    assert finding.mend.endswith("Nothing else in this file could be judged.")


def test_a_long_descriptor_is_not_told_to_split_its_period(data: Path) -> None:
    """It is long by its words, and a shorter period would not make it shorter."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8") + " " * 100_000, encoding="utf-8")
    (finding,) = (each for each in judged(data).findings if each.file.endswith("json"))
    assert finding.rule == "descriptor-too-large"
    assert "period" not in finding.mend


def test_a_period_that_ends_before_it_begins_is_one_finding(data: Path) -> None:
    """Nobody's hours are held against days that are not there."""
    path = data / RETURN / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-06-30", "2024-03-30"), encoding="utf-8")
    assert rules(judged(data)) == ["period-in-order"]


def test_the_name_of_a_folder_is_set_right_before_the_descriptor_is(data: Path) -> None:
    """A descriptor is never told to take over a name that no return can have."""
    (data / RETURN).rename(data / PROJECT / "Q2 2024")
    (finding,) = judged(data).findings
    assert (finding.rule, finding.suggestion) == ("return-folder", "2024-q2")


@pytest.mark.parametrize(
    ("file", "of_return"),
    [
        ("register/sources.csv", False),
        ("register/datapackage.json", False),
        (f"{RETURN}/lines.csv", True),
        (f"{RETURN}/datapackage.json", True),
    ],
)
def test_what_to_do_about_a_file_that_is_too_large_is_of_its_kind(file: str, of_return: bool, data: Path) -> None:
    """Only a return can be split into shorter periods, and only its descriptor says what a return is about."""
    path = data / file
    path.write_text(path.read_text(encoding="utf-8") + " " * 20_000_001, encoding="utf-8")
    (finding,) = [each for each in judged(data).findings if each.rule in ("too-large", "descriptor-too-large")]
    assert (" return" in finding.mend) == of_return, finding.mend


@pytest.mark.parametrize(("file", "of_return"), [("register/sources.csv", False), (f"{RETURN}/lines.csv", True)])
def test_what_to_do_about_too_many_rows_is_of_the_kind_of_file(
    file: str, of_return: bool, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A register has no periods to be split into."""
    monkeypatch.setattr(limits, "ROWS", 3)
    path = data / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text + 4 * (text.splitlines()[-1] + "\n"), encoding="utf-8")
    (finding,) = [each for each in judged(data).findings if each.rule == "too-many-rows" and each.file == file]
    assert finding.message == "The file has more than 3 rows. None of them was read."
    assert ("shorter periods" in finding.mend, "twice or are empty" in finding.mend) == (of_return, not of_return)


def test_a_population_below_nought_is_no_return_to_send_again(data: Path) -> None:
    """The advice is about the table that it stands in; a line of a return is still superseded."""
    areas, lines = data / "reference/areas.csv", data / RETURN / "lines.csv"
    header, first, *rest = areas.read_text(encoding="utf-8").splitlines()
    at = header.split(",").index("population")
    cells = first.split(",")
    cells[at] = "-50000"
    areas.write_text("\n".join([header, ",".join(cells), *rest, ""]), encoding="utf-8")
    header, first, *rest = lines.read_text(encoding="utf-8").splitlines()
    at = header.split(",").index("quantity")
    cells = first.split(",")
    cells[at] = "-5"
    lines.write_text("\n".join([header, ",".join(cells), *rest, ""]), encoding="utf-8")
    said = {each.file: each.mend for each in judged(data).findings if each.rule == "not-negative"}
    assert "supersedes" not in said["reference/areas.csv"]
    assert "supersedes" in said[f"{RETURN.as_posix()}/lines.csv"]
