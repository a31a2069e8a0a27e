"""Nothing is gathered that is not what was pinned, verified and openly licensed; the others go on."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gathering.authority import read, refused
from gathering.packages import Rows, changed, described, listed
from socialvalue.records.gathered import Gathered

Gather = Callable[[Path], Gathered]


def test_a_package_that_is_as_pinned_is_read(south: Path) -> None:
    """The good twin of all below."""
    assert read(south).told.num_rows == 11


def test_who_fails_is_left_out_and_the_others_go_on(gather: Gather, north: Path, south: Path) -> None:
    """No figure of theirs is anywhere, and where nobody is left there is nothing at all."""
    path = north.parent / "sites.toml"
    found = gather(listed(path, {"north": north, "south": south}, {"south": "0" * 64}))
    assert [each.authority for each in found.publishers] == ["north"]
    assert [each.why for each in found.left_out] == ["other-manifest"]
    assert {name for table in found.tables.values() if "authority" in table for name in table["authority"]} == {"north"}
    none = gather(listed(path, {"north": north}, {"north": "0" * 64}))
    assert (none.publishers, none.tables) == ((), {})


def test_another_manifest_than_the_pinned_one_is_left_out(south: Path) -> None:
    """Both checksums are said."""
    why, words = refused(south, "0" * 64)
    assert why == "other-manifest"
    assert "0" * 64 in words


def test_nothing_is_gathered_unpinned(south: Path) -> None:
    """An authority without a checksum is left out."""
    assert refused(south, "")[0] == "no-pin"


def test_a_file_that_was_changed_is_found(south: Path) -> None:
    """One penny more in a file of which the manifest knows the checksum."""
    path = south / "data/values.csv"
    path.write_bytes(path.read_bytes().replace(b"60000.00", b"60000.01", 1))
    assert refused(south)[0] == "wrong-checksum"


def test_lines_that_do_not_come_to_their_totals_are_refused(south: Path) -> None:
    """One penny more in a line, under right checksums."""

    def more(rows: Rows) -> None:
        row = next(each for each in rows if each["counts_in"] == "total")
        for name in ("gross_gbp", "net_gbp"):
            row[name] = str(Decimal(row[name]) + Decimal("0.01"))

    changed(south, "values", more)
    assert refused(south)[0] == "other-totals"


@pytest.mark.parametrize(
    ("licence", "is_open"),
    [
        ({"name": "CC-BY-4.0", "title": "", "path": ""}, True),
        ({"name": "OGL-UK-3.0", "title": "Open Government Licence"}, True),
        ({"name": "CC-BY-NC-ND-4.0", "title": "Creative Commons Attribution-NonCommercial-NoDerivatives"}, False),
        ({"name": "own", "title": "All rights reserved"}, False),
        ({"name": "OGL-UK-3.0", "title": "OGL v3.0 except the values, which are for members"}, False),
        ({"name": "own", "path": "https://creativecommons.org/licenses/by/4.0/"}, False),
        ({}, False),
    ],
)
def test_only_open_data_are_published_again(south: Path, licence: dict[str, str], is_open: bool) -> None:
    """By the same rule as for frameworks; no licence at all is not an open one."""
    described(south, lambda package: package.update(licenses=[licence] if licence else []))
    if is_open:
        assert read(south).told.num_rows == 11
    else:
        assert refused(south)[0] == "closed-licence"


def test_a_package_of_another_version_is_refused_with_the_column(south: Path) -> None:
    """An older program published values without the vintage of the prices."""
    path = south / "data/values.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("deflator_vintage", "vintage_of_old", 1), encoding="utf-8")

    def renamed(package: dict[str, Any]) -> None:
        (values,) = (each for each in package["resources"] if each["name"] == "values")
        for field in values["schema"]["fields"]:
            field["name"] = field["name"].replace("deflator_vintage", "vintage_of_old")

    described(south, renamed)
    why, words = refused(south)
    assert why == "another-program"
    assert "deflator_vintage" in words


def test_a_column_more_than_we_know_is_left_aside(south: Path) -> None:
    """A newer program may publish more; what we use is still there."""
    path = south / "data/areas.csv"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{first},new", *(f"{row},1" for row in rest)]) + "\n", encoding="utf-8")

    def more(package: dict[str, Any]) -> None:
        (areas,) = (each for each in package["resources"] if each["name"] == "areas")
        areas["schema"]["fields"].append({"name": "new", "type": "string"})

    described(south, more)
    assert read(south).told.num_rows == 11


@pytest.mark.parametrize(
    "path",
    ["../north/data/lines.csv", "/etc/passwd", "data/../../x.csv", "https://example.org/lines.csv", "data\\x.csv"],
)
def test_no_path_leads_out_of_a_package(south: Path, path: str) -> None:
    """However it is written, also where what lies there is a table."""

    def elsewhere(package: dict[str, Any]) -> None:
        (lines,) = (each for each in package["resources"] if each["name"] == "lines")
        lines["path"] = path if path.endswith(".csv") else f"{path}.csv"

    described(south, elsewhere)
    assert refused(south)[0] == "odd-path"


def test_a_link_is_not_followed(south: Path) -> None:
    """A link to just the right file, and a folder that is one."""
    kept = south.parent / "elsewhere.csv"
    shutil.move(south / "data/lines.csv", kept)
    (south / "data/lines.csv").symlink_to(kept)
    assert refused(south)[0] == "link"
    (south / "data/lines.csv").unlink()
    shutil.move(kept, south / "data/lines.csv")
    shutil.move(south / "data", south.parent / "data")
    (south / "data").symlink_to(south.parent / "data")
    assert refused(south)[0] == "link"


def test_a_file_is_not_read_further_than_its_limit(south: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than may be."""
    path = south / "data/values.csv"
    monkeypatch.setattr(
        "socialvalue.gathering.tables.FILE_BYTES", max(each.stat().st_size for each in south.rglob("*.csv"))
    )
    assert read(south).told.num_rows == 11
    path.write_bytes(path.read_bytes() + b"\n" * 1_000_000)
    described(south)
    assert refused(south)[0] == "too-large"


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b"[" * 200_000, b"\xff\xfe", b'{"resources": 1, "licenses": []}', b"null"]
)
def test_what_is_no_package_is_said_to_be_none(south: Path, content: bytes) -> None:
    """Without a traceback, whatever it is."""
    (south / "datapackage.json").write_bytes(content)
    assert refused(south)[0] == "no-package"


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("values", "kind", "joy"),
        ("values", "status", "certain"),
        ("values", "year", "../../2024"),
        ("values", "net_gbp", "NaN"),
        ("values", "net_gbp", "1.005"),
        ("values", "gross_gbp", "9999999999999999.00"),
        ("values", "bound", "roughly"),
        ("lines", "marker", "x"),
        ("lines", "year", "CON"),
        ("lines", "quantity", "1e99"),
        ("lines", "measure", "m" * 5000),
        ("reporting", "every", "whenever"),
    ],
)
def test_cells_that_we_never_publish_are_refused(south: Path, table: str, column: str, cell: str) -> None:
    """Kinds, years and figures that no site of ours has, under right checksums."""

    def odd(rows: Rows) -> None:
        rows[0][column] = cell

    changed(south, table, odd)
    assert refused(south)[0] == "odd-cell"


def test_a_pound_for_a_hidden_line_is_refused(south: Path) -> None:
    """It would tell the number that is hidden."""

    def hide(rows: Rows) -> None:
        row = next(each for each in rows if each["key"] == "north-road/2023-q4#1")
        row["marker"], row["quantity"], row["counted"] = "c", "", "no"

    changed(south, "lines", hide)
    assert refused(south)[0] == "told"


def test_the_same_line_twice_is_refused(south: Path) -> None:
    """Under one key, whatever it says."""
    changed(south, "lines", lambda rows: [*rows, rows[-1]])
    assert refused(south) == ("odd-cell", "Its data hold what the program does not publish (lines: key).")


def test_a_refused_licence_is_said_in_whole_words(south: Path) -> None:
    """However long it is."""
    licence = "Open Government Licence v3.0 for the government figures in it; this edition of the database states " * 3

    def closed(rows: Rows) -> None:
        rows[0]["licence"] = licence

    changed(south, "unit-values", closed)
    why, words = refused(south)
    said = words.split("as an open one: ")[1].split(" …. ")[0]
    assert (why, licence.startswith(f"{said} ")) == ("closed-licence", True)


def test_a_table_that_is_not_there_is_named(south: Path) -> None:
    """It has no columns that could be."""

    def without(package: dict[str, Any]) -> None:
        package["resources"] = [each for each in package["resources"] if each["name"] != "counts"]

    described(south, without)
    why, words = refused(south)
    assert (why, "has no table counts" in words) == ("no-table", True)
