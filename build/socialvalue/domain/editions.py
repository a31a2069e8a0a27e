"""What an edition of a framework says: the rows that the figures of its contracts rest on, and a checksum of each.

One table serves every edition: a row that names none is for all of them. So an edition is the rows that apply to its
contracts, and it stays what it was as long as these say what they said, whatever else the table holds.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

import pandas as pd

from socialvalue.records import rows

RESTS_ON = {
    "measures": ("measure", ("unit", "adds_up", "needs_headcount", "sensitivity", "disadvantaged", "local")),
    "unit-values": (
        "unit_value",
        (
            *("measure", "kind", "counts_in", "value_gbp", "low_gbp", "high_gbp", "price_year", "uprate", "area"),
            *("valid_from", "valid_to", "benefit_years", "net_of"),
        ),
    ),
    "units": ("unit", ("decimals", "record_only", "level")),
    "adjustments": ("adjustment", ("scope", "applies_to", "kind", "effect", "rate")),
}
"""For each table of a framework the column that names a row, and those that figures rest on."""
OF_EDITION = ("unit-values", "adjustments")
"""The tables whose rows may be for one edition alone."""
FOREVER = "9999-12-31"
OF_PROJECT = ("project", "line")
"""The scopes of deductions that name a project."""
NO_NAMES: Mapping[str, str] = {}
NO_MEANT: Mapping[tuple[str, str], str] = {}
ALIKE = ("scope", "applies_to", "kind", "effect")
"""Of deductions that say the same here, one applies: that of the edition, and then the later row."""

Said = Mapping[str, Mapping[str, Any]]
"""The rows of an edition: for each table of RESTS_ON a row by its name."""


class Moved(NamedTuple):
    """A row of an edition that differs from what it was."""

    table: str
    name: str
    how: Literal["changed", "new", "gone"]
    columns: tuple[str, ...] = ()
    """Of a row that changed the columns that say something else, where they are known."""


def named(tables: Mapping[str, pd.DataFrame], framework: str) -> set[str]:
    """The editions that the tables of a framework name in their rows."""
    return {edition for table in (*OF_EDITION, "editions") for edition in _of(tables[table], framework)["edition"]}


def differing(tables: Mapping[str, pd.DataFrame], framework: str, measure: str) -> set[str]:
    """The editions that a measure has values or deductions of its own in."""
    values, deductions = (_of(tables[table], framework) for table in OF_EDITION)
    about = (deductions["scope"] != "measure") | (deductions["applies_to"] == measure)
    return {*values.loc[values["measure"] == measure, "edition"], *deductions.loc[about, "edition"]} - {""}


def said(tables: Mapping[str, pd.DataFrame], framework: str, edition: str, now: Mapping[str, str] = NO_NAMES) -> Said:
    """The rows that decide the figures of contracts of an edition, without those that another row takes the place of.

    `now` gives projects that were renamed their name of today, for the deductions of one project or line.
    """
    found: dict[str, dict[str, Any]] = {}
    for table, (name, _) in RESTS_ON.items():
        each = list(rows(_of(tables[table], framework)))
        if table in OF_EDITION:
            each = [row for row in each if row.edition in ("", edition)]
        if table == "unit-values":
            own = [row for row in each if row.edition]
            each = [row for row in each if row.edition or not any(_covers(other, row) for other in own)]
        elif table == "adjustments":
            each = _applying([row._replace(applies_to=_applies_to(row, now)) for row in each])
        found[table] = {getattr(row, name): row for row in each}
    return found


def _applying(deductions: Iterable[Any]) -> list[Any]:
    """Of deductions that are alike the one that applies: that of the edition, and then the later row."""
    ranked = sorted(deductions, key=lambda row: row.edition != "")  # sorted() keeps the order of rows alike
    return list({tuple(getattr(row, column) for column in ALIKE): row for row in ranked}.values())


def checksum(table: str, row: Any) -> str:
    """The SHA-256, in hexadecimal, of what a row says in the columns that figures rest on; empty cells are left out.

    So it stays the same when a table gets a column, its rows another order, or a project another name. Numbers are
    whole millionths. The code of a measure and of a unit is part of it; the name of a value or a deduction is not.
    """
    without = "applies_to" if table == "adjustments" and row.scope in OF_PROJECT else ""
    cells = [f"{column}={text}" for column, text in _cells(table, row).items() if text and column != without]
    return hashlib.sha256("\n".join([table, *cells]).encode()).hexdigest()


def moved(was: Said, now: Said) -> Iterator[Moved]:
    """What differs between an edition as it was published and as it stands."""
    before = {(table, name): _cells(table, row) for table, each in was.items() for name, row in each.items()}
    for each in _moved(before, now, _cells):
        if each.how != "changed":
            yield each
            continue
        cells, others = (_cells(each.table, rows_of[each.table][each.name]) for rows_of in (was, now))
        yield each._replace(columns=tuple(column for column in cells if cells[column] != others[column]))


def moved_since(
    recorded: Mapping[tuple[str, str], str],
    now: Said,
    meant: Mapping[tuple[str, str], str] = NO_MEANT,
    names: Mapping[str, str] = NO_NAMES,
) -> Iterator[Moved]:
    """What differs between an edition as checksums by table and name, and as it stands; no columns can be named.

    A checksum doesn't say which project or line a deduction is for: `meant` does, by the names of today, of those of
    which it is known. `names` gives projects that were renamed their name of today.
    """

    def same(old: tuple[str, str], new: tuple[str, str]) -> bool:
        return not meant.get(old) or meant[old] == _applies_to(now[new[0]][new[1]], names)

    return _moved(recorded, now, checksum, same)


def _moved(
    before: Mapping[tuple[str, str], Any],
    now: Said,
    what: Callable[[str, Any], Any],
    same: Callable[[tuple[str, str], tuple[str, str]], bool] = lambda old, new: True,
) -> Iterator[Moved]:
    """What differs: `before` holds, by table and name, what `what` gives for a row.

    A value or deduction under another name that says the same has only been renamed. A new row moves no figure where
    nothing that was there is counted by it: a measure, a unit, or what is about a measure that is new as well.
    """
    after = {(table, name): what(table, row) for table, each in now.items() for name, row in each.items()}
    lost, found = ([key for key in each if key not in other] for each, other in ((before, after), (after, before)))
    pairs = [(old, new) for old in lost for new in found if before[old] == after[new] and same(old, new)]
    renamed = {key for pair in pairs for key in pair}
    for key, says in after.items():
        if key in before:
            if before[key] != says:
                yield Moved(*key, "changed")
        elif key not in renamed and _counts(key[0], now[key[0]][key[1]], before):
            yield Moved(*key, "new")
    for key in lost:
        if key not in renamed:
            yield Moved(*key, "gone")


def _cells(table: str, row: Any) -> dict[str, str]:
    """The cells that figures rest on, as text: yes for yes, nothing for no. A measure and a unit are known by name."""
    name, columns = RESTS_ON[table]
    chosen = columns if table in OF_EDITION else (name, *columns)
    return {column: _text(getattr(row, column)) for column in chosen}


def _text(cell: Any) -> str:
    if pd.isna(cell) or cell is False:
        return ""
    return "yes" if cell is True else str(cell)


def _counts(table: str, row: Any, before: Mapping[tuple[str, str], str]) -> bool:
    """Whether a new row is about something that an edition had already."""
    if table == "unit-values":
        return ("measures", row.measure) in before
    return table == "adjustments" and (row.scope != "measure" or ("measures", row.applies_to) in before)


def _covers(own: Any, row: Any) -> bool:
    """Whether the value of one edition always goes before one for all editions."""
    same = (own.measure, own.kind, own.counts_in) == (row.measure, row.kind, row.counts_in)
    place = own.area in ("", row.area)
    return (
        same and place and own.valid_from <= row.valid_from and (own.valid_to or FOREVER) >= (row.valid_to or FOREVER)
    )


def _applies_to(deduction: Any, now: Mapping[str, str]) -> str:
    """What a deduction applies to, with its project by the name that it has now."""
    named = str(deduction.applies_to)
    return by_name_now(named, now) if deduction.scope in OF_PROJECT else named


def by_name_now(named: str, now: Mapping[str, str]) -> str:
    """A project or line with the project by the name that it has now."""
    project, slash, rest = named.partition("/")
    return f"{now.get(project, project)}{slash}{rest}"


def _of(table: pd.DataFrame, framework: str) -> pd.DataFrame:
    return table[table["owner"] == framework]
