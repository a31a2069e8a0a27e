"""Judge the header of each file: every column there, once, in its order, and no other."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit
from socialvalue.check.scales import scale_in
from socialvalue.check.units_in_headings import units_beside
from socialvalue.check.units_said import ALIASES
from socialvalue.records import FileRead

UPGRADE = "Put it back in its place; or, after taking a newer version of the program, run: socialvalue upgrade."
FEW = 3
"""Columns that are told of one by one; more than these are one slip."""


def absent(files: tuple[FileRead, ...], schemas: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """The file and name of each column that a file lacks."""
    wanted = _wanted(schemas)
    return frozenset(
        (file.file, name)
        for file in files
        if file.header and file.header != wanted[file.table]
        for name in wanted[file.table]
        if name not in file.header
    )


def nameless(lacking: Set[tuple[str, str]], files: tuple[FileRead, ...]) -> frozenset[str]:
    """The files in which no column has its name, so that nobody knows what is in their cells."""
    lost = Counter(file for file, _ in lacking)
    return frozenset(file.file for file in files if lost[file.file] > len(file.header) / 2)


def headers(
    files: tuple[FileRead, ...], schemas: Mapping[str, Any], troubled: Set[str] = frozenset()
) -> Iterator[tuple[str, Hit]]:
    """The rule and the hit for everything that is wrong with a header, and for a file without rows.

    `troubled` are the files with rows that could not be read: they are not without rows.
    """
    wanted = _wanted(schemas)
    for file in files:
        if file.header and file.header != wanted[file.table]:
            yield from _header(file, wanted[file.table], schemas[file.table].get("version", 1) > 1)
        if file.header and not file.rows and file.table == "lines" and file.file not in troubled:
            yield "no-rows", Hit("There is a header and no line below it.", "", file.owner, file.file)


def _wanted(schemas: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The header that each table should have."""
    return {table: tuple(field["name"] for field in schema["fields"]) for table, schema in schemas.items()}


def _header(file: FileRead, wanted: tuple[str, ...], grew: bool) -> Iterator[tuple[str, Hit]]:
    """What is wrong with one header. `grew`: an earlier version of its schema had fewer columns."""

    def hit(message: str, column: str, mend: str = "", suggestion: str = "") -> Hit:
        return Hit(message, mend, file.owner, file.file, 1, column, column, suggestion)

    whole = f"The whole first row is: {','.join(wanted)}"
    missing = [name for name in wanted if name not in file.header]
    extra = [name for name in dict.fromkeys(file.header) if name not in wanted]
    meant = dict(_meant(extra, missing, file.header, wanted))
    missing = [name for name in missing if name not in meant.values()]
    if len(meant) > FEW:
        said = f"{len(meant)} columns are called something else: {_some([quoted(name) for name in meant])}."
        yield "extra-column", hit(said, "", whole)
    for name in extra:
        if name not in meant:
            said = f"{quoted(name)} is no column here." if name else "A column has no name."
            yield "extra-column", hit(said, name)
        elif scale := scale_in(name):
            said = f"{quoted(name)} says {scale.word}, and {meant[name]} holds figures that are not in {scale.words}."
            mend = f"{scale.order('each')}, then name the column {meant[name]}."
            yield "extra-column", hit(said, name, mend)
        elif other := _other_unit(name, meant[name]):
            its = _its_unit(meant[name])
            said = f"{quoted(name)} says {other}, and {meant[name]} holds figures in {its}."
            yield "extra-column", hit(said, name, f"Work each out in {its}, then name the column {meant[name]}.")
        elif len(meant) <= FEW:
            yield "extra-column", hit(f"{quoted(name)} is no column here.", name, f"Write {meant[name]}.", meant[name])
    if len(missing) > FEW:
        yield "missing-column", hit(f"{len(missing)} columns are missing: {_some(missing)}.", "", whole)
    for name in missing if len(missing) <= FEW else ():
        yield "missing-column", hit(f"The column {name} is missing.", name, UPGRADE if grew else "")
    for name in sorted({name for name in file.header if file.header.count(name) > 1}):
        if name in wanted:
            yield "doubled-column", hit(f"The column {name} is there {file.header.count(name)} times.", name)
    for said, name, mend in _out_of_place(file.header, wanted):
        yield "swapped-columns", hit(said, name, mend)


def _out_of_place(header: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The first column that stands elsewhere than it should: what is wrong, its name, and what to do."""
    known = [name for name in dict.fromkeys(header) if name in wanted]
    order = [name for name in wanted if name in known]
    if known != order:
        first = next(found for found, right in zip(known, order, strict=True) if found != right)
        place = order.index(first)
        after = f"after {order[place - 1]}" if place else "first"
        yield f"The column {first} is not in its place.", first, f"It comes {after}."


def _meant(
    extra: Sequence[str], missing: Sequence[str], header: Sequence[str], wanted: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Each name that is none of a column, and the missing column that it stands for: by its letters, or its place."""
    left = list(missing)
    for name in extra:
        here = wanted[header.index(name)] if len(header) == len(wanted) else ""
        spelt = (m for m in left if m == re.sub(r"[\s_-]+", "_", name.strip().casefold()))
        close = next(spelt, "") or next(iter(difflib.get_close_matches(name, left, 1, 0.8)), "")
        found = close or (here if name and here in left else "")
        if found:
            left.remove(found)
            yield name, found


def _other_unit(name: str, column: str) -> str:
    """What a heading says of the unit of a column of figures, where that isn't its own; else empty."""
    if not _its_unit(column):
        return ""
    own = {"pounds": "gbp", "per cent": "percent", "people": "headcount"}.get(_its_unit(column), "")
    return next((said for said in units_beside(name) if said.casefold() not in ALIASES.get(own, ())), "")


def _its_unit(column: str) -> str:
    """What the figures of a column are in, in words; empty for a column that holds none."""
    endings = {"_gbp": "pounds", "_percent": "per cent", "headcount": "people", "population": "people"}
    if column == "quantity":
        return "the unit of its row"
    return next((unit for ending, unit in endings.items() if column.endswith(ending)), "")


def _some(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    rest = len(names) - FEW
    return ", ".join(names[:FEW]) + (f" and {rest} more" if rest > 0 else "")
