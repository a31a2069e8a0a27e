"""Names that hide something, and files that are not what their names say. Everything here is invented."""

import json
import os
import shutil
from pathlib import Path

import pytest

from check.repository import GOOD, PROJECT, RETURN, TODAY
from socialvalue.check import check, report
from socialvalue.errors import BrokenRepository
from socialvalue.load import load
from socialvalue.records import Checked, Source

FORMS = ("text", "json", "markdown", "html", "github")
PERSON = "sam.example@mail.invalid"
NUMBER = "AB123456C"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(GOOD, tmp_path / "data")


def judged(data: Path) -> tuple[Checked, Source]:
    source = load(data, today=TODAY)
    return check(source), source


def reports(data: Path) -> dict[str, str]:
    checked, source = judged(data)
    return {form: report(checked, source, form) for form in FORMS}


@pytest.mark.parametrize("period", ["2024\nq3", "2024-q3\u202e", "2024-q3\u200b", "::error::x", "Q3 2024", "%2e%2e"])
def test_a_return_in_a_folder_of_any_name_is_held_back(period: str, data: Path) -> None:
    """The name of the folder is what is wrong, and none of its lines gets any further, however the name is shown."""
    shutil.copytree(data / RETURN, data / PROJECT / period)
    checked, _ = judged(data)
    assert f"north-road/{period}" not in set(checked.tables["lines"]["owner"]) | set(checked.tables["returns"]["owner"])
    said = [finding.message for finding in checked.findings if finding.rule == "return-folder"]
    assert any("no name for the folder of a return" in words for words in said)


@pytest.mark.parametrize("key", ["\n::error::x", "\r::error::x", "\x1b[31mx", "a\u202eb"])
def test_a_key_of_a_descriptor_is_shown_with_nothing_hidden(key: str, data: Path) -> None:
    """No line of a report begins with what stands in a key, so that a log takes none for a command."""
    path = data / RETURN / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), key: 1}), encoding="utf-8")
    for form, text in reports(data).items():
        assert all(c.isprintable() or c == "\n" for c in text)
        assert not any(line.lstrip().startswith("::error::") for line in text.splitlines()), form


@pytest.mark.parametrize("place", ["a column", "a key", "a file", "a folder", "a broken descriptor"])
def test_what_is_personal_is_not_repeated_wherever_it_stands(place: str, data: Path) -> None:
    """A name or a number of a person that stands where a heading or a file name should is in no report."""
    lines, descriptor = data / RETURN / "lines.csv", data / RETURN / "datapackage.json"
    if place == "a column":
        lines.write_text(lines.read_text(encoding="utf-8").replace("public_note", PERSON), encoding="utf-8")
    elif place == "a key":
        descriptor.write_text(descriptor.read_text(encoding="utf-8").replace('"title"', f'"{PERSON}"'), "utf-8")
    elif place == "a file":
        (data / RETURN / f"{PERSON}.csv").write_bytes(b"")
    elif place == "a folder":
        shutil.copytree(data / RETURN, data / PROJECT / NUMBER)
    else:
        descriptor.write_text(f'{{"title": "{PERSON}",,}}', encoding="utf-8")
    checked, _ = judged(data)
    assert checked.errors
    for form, text in reports(data).items():
        assert PERSON not in text, form
        assert NUMBER not in text, form


def test_personal_data_in_a_descriptor_that_is_no_json_is_named(data: Path) -> None:
    """What cannot be read is looked through all the same, so that it is taken out of the history as well."""
    (data / RETURN / "datapackage.json").write_text(f'{{"title": "{PERSON}",,}}', encoding="utf-8")
    checked, _ = judged(data)
    assert {finding.rule for finding in checked.findings} == {"not-json", "personal-data"}


def test_returns_behind_a_link_are_not_read(data: Path, tmp_path: Path) -> None:
    """The folder of all returns is no exception: a link in its place is told of, and nothing behind it is read."""
    (data / "returns").rename(tmp_path / "elsewhere")
    (data / "returns").symlink_to(tmp_path / "elsewhere")
    source = load(data, today=TODAY)
    assert [trouble.file for trouble in source.troubles if trouble.kind == "link"] == ["returns"]
    assert not source.places


@pytest.mark.parametrize("content", ["a = " + "[" * 5_000, "a = " + "9" * 5_000, "= 1", "\x00"])
def test_settings_that_are_no_toml_stop_in_one_sentence(content: str, data: Path) -> None:
    """Nothing that authority.toml can hold ends in anything but words."""
    (data / "authority.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BrokenRepository, match=r"authority\.toml"):
        load(data, today=TODAY)


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_settings_are_read_from_a_plain_file_alone(kind: str, data: Path, tmp_path: Path) -> None:
    """A link could show what lies elsewhere, and a pipe would never end: neither is opened."""
    path = data / "authority.toml"
    path.unlink()
    if kind == "link":
        (tmp_path / "secret.toml").write_text('password = "not to be shown"\n', encoding="utf-8")
        path.symlink_to(tmp_path / "secret.toml")
    else:
        os.mkfifo(path)
    with pytest.raises(BrokenRepository) as stopped:
        load(data, today=TODAY)
    assert "password" not in str(stopped.value)


def test_a_large_file_that_cannot_be_read_is_not_searched_for_ever(data: Path) -> None:
    """Of a table that is turned away whole, the beginning is enough to see whether it tells of a person."""
    from socialvalue.check.rules import personal_data

    path = data / RETURN / "lines.csv"
    filler = "x" * personal_data.UNREAD
    for before, after, told in ((PERSON, filler, True), (filler, PERSON, False)):
        path.write_text(f'line,"{before} {after}', encoding="utf-8")
        checked, _ = judged(data)
        assert ("personal-data" in {finding.rule for finding in checked.findings}) is told
