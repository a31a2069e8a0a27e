"""Whatever we pass, other programs pass: our check beside frictionless and jsonschema. All rows are invented.

The cells are near what is right: that is where two readers differ. Each example is written to a file and read by
frictionless with its own reader, so the reading of quotes, line ends and encodings is compared too.
"""

import copy
import csv
import io
import json
import re
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from check.repository import GOOD, RETURN
from socialvalue.carried import carried
from socialvalue.check.cells import BadCell, judge_of
from socialvalue.check.columns import typed
from socialvalue.check.headers import headers
from socialvalue.check.keys import doubled_keys
from socialvalue.check.profile import misfits, resolved
from socialvalue.check.rows import data_rows
from socialvalue.load.gathering import Gathered
from socialvalue.load.repository import INCOMING, read_schemas

ALL, PROFILE = read_schemas(carried("schemas"), INCOMING)
PLACES = {
    "lines": RETURN / "lines.csv",
    "evidence": RETURN / "evidence.csv",
    "projects": Path("register/projects.csv"),
    "unit-values": Path("frameworks/example-open/unit-values.csv"),
}
FIELDS = {f"{table}.{field['name']}": field for table in PLACES for field in ALL[table]["fields"]}
DERANDOMISED = settings(
    derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ODD = (
    *("", " ", "0", "-0", "00", "007", "+5", "-5", ".5", "5.", "5.0", "1.000000", "0.0000001", "1e3", "1E3", "1,200"),
    *("1_000", "１２", "٣", "²", "NaN", "nan", "inf", "-inf", "999999999999", "9999999999999", "9" * 40, " 5", "5 "),
    *("2024-02-29", "2023-02-29", "2024-2-9", "2024-02-29T00:00", "0000-01-01", "9999-12-31", "20240229", "2024-02"),
    *("yes", "no", "Yes", "true", "1", "x", "X", "a-b", "a--b", "a_b", "-a", "a-", "é", "e\u0301", "a\u200cb", "a b"),
    *("https://example.org/a", "https://example.org/a b", "http://example.org", "E07000901", "e07000901", "A", "B"),
    *("a\nb", "a\r\nb", "a\rb", 'a"b', '""', "a,b", "\ta", "#a", "null", "None", "x" * 60, "x" * 61, "x" * 2_001),
)
cells = st.one_of(
    st.sampled_from(ODD),
    st.text(string.digits + ".-+,eE", max_size=16),
    st.text(string.ascii_lowercase + string.digits + "-_ #/", max_size=12),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
    st.dates().map(str),
)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_a_cell_that_we_pass_is_passed_by_frictionless(field: Mapping[str, Any]) -> None:
    """Cell by cell: what our judge of a column takes, frictionless reads without a note."""
    from frictionless import Field

    theirs = Field.from_descriptor(dict(field)).create_cell_reader()
    judge = judge_of(field)
    likely = field.get("constraints", {}).get("enum", [])
    pattern = field.get("constraints", {}).get("pattern")
    near = st.one_of(cells, st.sampled_from(likely)) if likely else cells
    near = st.one_of(near, st.from_regex(pattern)) if pattern else near

    @settings(DERANDOMISED, max_examples=30)
    @given(near)
    def compare(text: str) -> None:
        try:
            judge(text)
        except BadCell:
            return
        if text:
            _, notes = theirs(text)
            assert not notes

    compare()


def good(table: str) -> list[list[str]]:
    """The rows of a table of the good repository, its header first."""
    with (GOOD / PLACES[table]).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@st.composite
def files(draw: st.DrawFn, table: str) -> bytes:
    """The bytes of a table, with up to two changes to what was right."""
    rows = good(table)
    for _ in range(draw(st.sampled_from((0, 0, 1, 1, 1, 2)))):
        draw(st.sampled_from(CHANGES))(draw, rows)
    quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    ending = draw(st.sampled_from(("\n", "\r\n", "\r")))
    separator = draw(st.sampled_from((*",,,,,,,,,,", ";", "\t")))
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=ending, delimiter=separator).writerows(rows)
    written = text.getvalue()
    written = written.rstrip("\r\n") if draw(st.booleans()) else written
    mark = b"\xef\xbb\xbf" if draw(st.booleans()) else b""
    encoding = draw(st.sampled_from((*("utf-8",) * 10, "cp1252", "utf-16")))
    return mark + written.encode(encoding, "replace")


def _cell(draw: st.DrawFn, rows: list[list[str]]) -> None:
    row = draw(st.sampled_from(rows[1:]))
    if row:
        row[draw(st.integers(0, len(row) - 1))] = draw(cells)


def _row_again(draw: st.DrawFn, rows: list[list[str]]) -> None:
    rows.append(list(draw(st.sampled_from(rows))))


def _cell_less(draw: st.DrawFn, rows: list[list[str]]) -> None:
    del draw(st.sampled_from(rows))[-1:]


def _cell_more(draw: st.DrawFn, rows: list[list[str]]) -> None:
    draw(st.sampled_from(rows)).append(draw(cells))


def _column(draw: st.DrawFn, rows: list[list[str]]) -> None:
    if rows[0]:
        at = draw(st.integers(0, len(rows[0]) - 1))
        rows[0][at] = draw(st.sampled_from(("", " " + rows[0][at], rows[0][at].upper(), rows[0][0], "more")))


def _swap(draw: st.DrawFn, rows: list[list[str]]) -> None:
    rows[0].reverse()


def _blank(draw: st.DrawFn, rows: list[list[str]]) -> None:
    rows.insert(draw(st.integers(1, len(rows))), [])


CHANGES = (_cell, _cell, _cell, _cell, _row_again, _cell_less, _cell_more, _column, _swap, _blank)


def passed(path: Path, table: str) -> bool:
    """Whether our fast path passes a table, looked at alone."""
    schema = ALL[table]
    gathered = Gathered({table: schema})
    gathered.read_file(path, path.name, table, "")
    if gathered.troubles or any(True for _ in headers(tuple(gathered.files), {table: schema})):
        return False
    rows, odd, _ = data_rows(gathered.frame(table), schema)
    frame, bad_columns = typed(rows, schema)
    return odd.empty and not bad_columns and not any(True for _ in doubled_keys(frame, schema))


def passed_by_frictionless(path: Path, table: str) -> bool:
    """Whether frictionless passes the same file by the same schema, with its own reader."""
    from frictionless import Dialect, Resource, Schema
    from frictionless.formats import CsvControl

    schema = Schema.from_descriptor({part: ALL[table][part] for part in ("fields", "primaryKey")})
    dialect = Dialect(controls=[CsvControl(delimiter=",", quote_char='"', double_quote=True, skip_initial_space=False)])
    found = Resource(
        path=path.name, basepath=str(path.parent), schema=schema, dialect=dialect, encoding="utf-8-sig", format="csv"
    )
    return bool(found.validate().valid)


@pytest.mark.parametrize("table", PLACES)
def test_a_table_that_we_pass_is_passed_by_frictionless(table: str, tmp_path: Path) -> None:
    """File by file: what our fast path takes, frictionless takes; and enough of the examples are taken to tell."""
    taken: list[bytes] = []
    path = tmp_path / f"{table}.csv"

    @settings(DERANDOMISED, max_examples=120)
    @given(files(table))
    def compare(content: bytes) -> None:
        path.write_bytes(content)
        if passed(path, table):
            taken.append(content)
            assert passed_by_frictionless(path, table)

    compare()
    assert len(set(taken)) > 10


def keys_and_values(descriptor: Any) -> list[tuple[Any, Any]]:
    """Every place in a descriptor: what holds it, and its key or number there."""
    inside = descriptor.items() if isinstance(descriptor, dict) else enumerate(descriptor)
    found = [(descriptor, key) for key, _ in inside]
    for holder, key in list(found):
        if isinstance(holder[key], dict | list):
            found += keys_and_values(holder[key])
    return found


@st.composite
def descriptors(draw: st.DrawFn) -> Any:
    """The descriptor of the good return with up to three places changed, taken away or added to."""
    descriptor = json.loads((GOOD / RETURN / "datapackage.json").read_text(encoding="utf-8"))
    values = st.one_of(
        cells, st.none(), st.booleans(), st.integers(), st.just([]), st.just({}), st.just([descriptor["resources"]])
    )
    for _ in range(draw(st.integers(0, 3))):
        places = keys_and_values(descriptor)
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        change = draw(st.sampled_from(("put", "put", "take", "name", "optional", "again")))
        if change == "put":
            holder[key] = copy.deepcopy(draw(values))
        elif change == "take":
            del holder[key]
        elif change == "name" and isinstance(holder, dict):
            holder[draw(st.text(max_size=6))] = holder.pop(key)
        elif change == "optional":
            descriptor[draw(st.sampled_from(sorted(PROFILE["properties"])))] = copy.deepcopy(draw(values))
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
    return descriptor


def to_the_end(schema: Any) -> Any:
    """The profile with patterns as JSON Schema means them: Python's $ also stands before a last line end."""
    if isinstance(schema, dict):
        return {k: re.sub(r"\$$", r"\\Z", v) if k == "pattern" else to_the_end(v) for k, v in schema.items()}
    return [to_the_end(entry) for entry in schema] if isinstance(schema, list) else schema


@settings(DERANDOMISED, max_examples=400)
@given(descriptors())
def test_a_descriptor_is_judged_as_json_schema_judges_it(descriptor: Any) -> None:
    """Our words about a descriptor come exactly where jsonschema finds it invalid."""
    theirs = Draft202012Validator(to_the_end(PROFILE)).is_valid(descriptor)
    assert (not list(misfits(descriptor, resolved(PROFILE)))) == theirs
