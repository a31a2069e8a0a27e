"""Run a case of the method: facts in, the program's figures out, and in plain words where the two differ.

A case is a TOML file. `[[given.lines]]`, `[[given.unit-values]]` and so on are rows of the data, with the columns of
the data dictionary; a cell that is left out is empty. `[[then.working]]` is the working of a line or promise as on
paper, `[[then.delivery]]`, `[[then.totals]]` and so on are rows of what is published, as far as the case names them.
"""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd

from cases.facts import repository_of
from socialvalue.domain.rounding import half_up
from socialvalue.publish.words import figures
from socialvalue.records import MILLION, Valuation, Working, WorkingRow
from socialvalue.value import value

Row = Mapping[str, Any]
FOLDER = Path(__file__).parent
STEP = re.compile(r"^\s*([×−=]?)\s*(\S+)\s+(\S.*?)\s*$")
SELECTS = ("key", "dimension", "member", "measure", "target", "kind", "status", "line")
"""The columns by which a row of a case finds its row of what is published."""
QUANTITIES = ("quantity", "promised", "delivered", "expected", "share", "quantity_before", "quantity_after")
MONEY = ("gross", "deducted", "net", "real", "low", "high", "net_before", "net_after", "difference", "net_current")


@dataclass(frozen=True)
class Case:
    """One worked example: the rule of the method page that it belongs to, what it shows, facts and figures."""

    name: str
    rule: str
    """The place on the method page."""
    title: str
    says: str
    given: Mapping[str, list[Row]]
    then: Mapping[str, list[Row]]


@dataclass(frozen=True)
class Step:
    """A row of a working: operator, number, and what it is."""

    operator: str
    number: str
    what: str

    def __str__(self) -> str:
        return f"{self.operator or ' '} {self.number:>14}  {self.what}"


def cases() -> list[Case]:
    """Every case, by its name."""
    return [read(path) for path in sorted(FOLDER.glob("*.toml"))]


def read(path: Path) -> Case:
    """A case as it is written. Its numbers are exact: none is read as a float."""
    found = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str)
    if odd := set(found) ^ {"rule", "title", "says", "given", "then"}:
        raise ValueError(f"{path.name} needs rule, title, says, given and then, and nothing else: see {sorted(odd)}")
    return Case(path.stem, found["rule"], found["title"], found["says"].strip(), found["given"], found["then"])


def steps(text: str) -> list[Step]:
    """The rows of a working as a case writes them."""
    rows = [STEP.match(line) for line in text.strip().splitlines()]
    if None in rows:
        raise ValueError(f"a row of a working is an operator, a number and what it is, not {text.splitlines()}")
    return [Step(*row.groups()) for row in rows if row]


def differences(case: Case) -> list[str]:
    """Where the program and the case disagree, each in words; empty where they don't.

    Raises:
        ValueError: something in the case is not written as it should be; its words say what.
    """
    valuation = value(repository_of(case.given))
    return [words for table, rows in case.then.items() for row in rows for words in _compared(valuation, table, row)]


def _compared(valuation: Valuation, table: str, row: Row) -> Iterator[str]:
    if table == "working":
        said, found = steps(row["steps"]), _worked(valuation, row)
        if said != found:
            diff = difflib.ndiff([str(step) for step in said], [str(step) for step in found])
            yield (
                f"The working of {row['of']} is another one. - is what the case says, + what the program gives:\n"
                + "\n".join(line for line in diff if not line.startswith("?"))
            )
        return
    frame = getattr(valuation, table, None)
    if not isinstance(frame, pd.DataFrame):
        raise ValueError(f"then has no {table}: it may have working, totals, counts, delivery, lines, unvalued, ledger")
    if odd := set(row) - set(frame.columns) - {"none"}:
        raise ValueError(f"then.{table} has no column {sorted(odd)}: it may have {', '.join(sorted(frame.columns))}")
    mine = frame
    for column in (name for name in SELECTS if name in row):
        mine = mine[mine[column].astype(str) == str(row[column])]
    asked = " and ".join(f"{name} {row[name]}" for name in SELECTS if name in row)
    if row.get("none"):
        if len(mine):
            yield f"There should be no row of {table} with {asked}, and there are {len(mine)}."
        return
    if len(mine) != 1:
        yield f"There are {len(mine)} rows of {table} with {asked}. The case means one of these:\n{frame.to_string()}"
        return
    for column in (name for name in row if name not in SELECTS):
        is_now = _written(mine.iloc[0][column], column)
        if is_now != str(row[column]):
            yield f"{column} in {table}, {asked}: the case says {row[column]!r}, the program gives {is_now!r}."


def _worked(valuation: Valuation, row: Row) -> list[Step]:
    """The working of a line or promise; where it has several, the one of the kind that the case names."""
    if row["of"] not in valuation.explanations:
        raise ValueError(f"there is no line or promise {row['of']}: there are {', '.join(valuation.explanations)}")
    workings = valuation.explanations[row["of"]].workings
    mine = [working for working in workings if row.get("kind", working.kind) == working.kind]
    return [_step(each, working) for working in mine[:1] for each in working.rows]


def _step(row: WorkingRow, working: Working) -> Step:
    return Step(row.operator, _number(row), _what(row, working))


def _number(row: WorkingRow) -> str:
    if row.what == "quantity":
        return figures.plain(int(row.number))
    if row.what == "unit value":
        return figures.pounds_number(int(row.number))
    return figures.factor(row.number) if isinstance(row.number, Fraction) else figures.pounds_exact(row.number)


def _what(row: WorkingRow, working: Working) -> str:
    if row.share is not None and row.rate is not None:
        share = figures.rate(half_up(row.share * 10_000) * 100)
        yearly = f", {figures.rate(row.rate)} for each year after the first"
        return f"{row.what}, {share} of what is left{yearly if row.share != Fraction(row.rate, MILLION) else ''}"
    prices = working.year if working.price_year == "delivery" else working.price_year
    return {
        "unit value": f"for one, in {prices} prices",
        "uprating": f"prices of {working.year} against {prices}",
        "net": f"net, in {working.year} prices",
        "real": f"the same in {working.real_year} prices",
    }.get(row.what, row.what)


def _written(cell: Any, column: str) -> str:
    """A cell of what is published as a case writes it."""
    if pd.isna(cell):
        return ""
    if column in QUANTITIES:
        return figures.decimal(int(cell))
    if column in MONEY:
        return figures.pounds_exact(int(cell))
    return (
        {True: "yes", False: "no"}[bool(cell)]
        if isinstance(cell, bool) or str(cell) in ("True", "False")
        else str(cell)
    )
