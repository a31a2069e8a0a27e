"""Record what the editions in use say, so that check sees a later change also where there is no git."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from socialvalue.domain.edition_words import Cell, recorded_words, reworded, unrecorded_words, words
from socialvalue.domain.editions_in_use import RECORDED, in_use, late, unrecorded
from socialvalue.drafting import write_listed
from socialvalue.records import Checked, rows

TABLE = "editions"
WORDS = "edition-words"
NAMED = ("edition", "table", "name")
"""What names a row of the first."""


class Recorded(NamedTuple):
    """What was recorded of one edition."""

    framework: str
    edition: str
    rows: int
    """How many rows are new; below 0, how many were forgotten."""


class Words(NamedTuple):
    """What was recorded of the words of measures and units."""

    new: list[Cell]
    """Those that are new."""
    other: list[Cell]
    """Those that say something else than was recorded."""


def record(checked: Checked, data: Path, words_again: bool = False) -> tuple[list[Recorded], Words]:
    """Record what the editions in use say, and in which words; `words_again`: also words that were mended.

    `checked` is the repository at `data`, without errors outside its returns.
    """
    return _record_rows(checked, data), _record_words(checked, data, words_again)


def without_late(checked: Checked) -> tuple[list[str], Checked]:
    """The deductions that an edition in use was recorded without and that its figures are counted by, by their names.

    Beside them what was checked, without these: what differs in £ is what they move.
    """
    found = (each.deduction for each in late(checked.tables, checked.editions))
    late_ones = {(row.owner, row.adjustment) for row in found}
    table = checked.tables["adjustments"]
    other = [each not in late_ones for each in zip(table["owner"], table["adjustment"], strict=True)]
    without = replace(checked, tables={**checked.tables, "adjustments": table[other].reset_index(drop=True)})
    return sorted(name for _, name in late_ones), without


def _record_rows(checked: Checked, data: Path) -> list[Recorded]:
    """Add to frameworks/<framework>/editions.csv each row that it lacks of an edition in use.

    A row of such an edition stays as it is; where it does not say which project a deduction is for, it does now. One
    that no return or promise uses is forgotten, as after the example that a new repository began with; not while a
    return is held back, for that may be the one that uses it.
    """
    lacking = unrecorded(checked.tables, checked.editions)
    before = list(rows(checked.tables[TABLE]))
    used = set(in_use(checked.tables, checked.editions))
    gone = [row for row in before if not checked.held_back and (row.owner, row.edition) not in used]
    for framework in dict.fromkeys([*(row["owner"] for row in lacking), *(row.owner for row in gone)]):
        there = [row for row in before if row.owner == framework and row not in gone]
        kept = {tuple(getattr(row, name) for name in NAMED): row._asdict() for row in there}
        new = {tuple(row[name] for name in NAMED): row for row in lacking if row["owner"] == framework}
        table = [{name: row[name] for name in RECORDED} for row in {**kept, **new}.values()]
        write_listed(data / "frameworks" / framework, checked, {TABLE: table})
    each = [(row["owner"], row["edition"]) for row in lacking]
    lost = [(row.owner, row.edition) for row in gone]
    return [
        *(Recorded(*edition, each.count(edition)) for edition in dict.fromkeys(each)),
        *(Recorded(*edition, -lost.count(edition)) for edition in dict.fromkeys(lost)),
    ]


def _record_words(checked: Checked, data: Path, again: bool) -> Words:
    """Add to frameworks/<framework>/edition-words.csv the words that it lacks of frameworks in use.

    Words that were mended since are recorded `again` only where that is asked. Those of a framework that nothing
    uses are forgotten, as an edition is.
    """
    lacking, recorded = unrecorded_words(checked.tables, checked.editions), recorded_words(checked.tables)
    used = {framework for framework, _ in in_use(checked.tables, checked.editions)}
    gone = {cell for cell in recorded if not checked.held_back and cell.framework not in used}
    now = words(checked.tables, used)
    other = list(reworded(recorded, now))
    taken = {cell: now[cell] for cell in other if again}
    said = {**{cell: text for cell, text in recorded.items() if cell not in gone}, **taken, **lacking}
    for framework in dict.fromkeys(cell.framework for cell in (*lacking, *taken, *gone)):
        write_listed(data / "frameworks" / framework, checked, {WORDS: _of(framework, said)})
    return Words(list(lacking), other)


def _of(framework: str, said: Mapping[Cell, str]) -> list[dict[str, str]]:
    return [
        {"table": cell.table, "name": cell.name, "column": cell.column, "words": text}
        for cell, text in said.items()
        if cell.framework == framework
    ]
