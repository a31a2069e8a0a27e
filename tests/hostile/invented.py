"""A site made of hostile text: part of the demonstration, with a payload in each cell that takes words.

Everything in it is invented. Its twin holds plain words in the same places.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from demo.odd_cases import HELD_BACK
from demo.write_demo import demonstration
from demo.writing import SCHEMAS, Repository
from hostile.payloads import ADDRESSES, HIDDEN, PAYLOADS
from once import once
from socialvalue import commands, run
from socialvalue.publish import publish
from socialvalue.records import Checked

STRUCTURAL = (
    "applies_to",
    "edition",
    "net_of",
    "reference",
    "replaces",
    "unit",
    "where",
    "financial_year",
    "value",
    "as_written",
    "licence",
)
"""Columns that hold names of other rows, or words with a form, though their schema asks for none."""
LONGEST = max(len(text) for text in PAYLOADS)
PERIODS = ("2023-q3", "2023-24")
Filling = Callable[[], str]


class Cycle:
    """The texts in turn. Two cycles of the same length put each text where the other puts its own."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts, self.turn = texts, 0

    def __call__(self) -> str:
        self.turn += 1
        return self.texts[(self.turn - 1) % len(self.texts)]


def plain(texts: Sequence[str]) -> list[str]:
    """Harmless words, one for each text, with the same first letter, so that lists are cut in the same places."""
    return [f"{text[0]} plain words {number}" for number, text in enumerate(texts)]


def hostile_repository(texts: Sequence[str] = PAYLOADS) -> Repository:
    """The demonstration with one of the texts in each cell that takes words; of its returns a few."""
    repository = demonstration()
    keep = {place for place in repository.returns if place.endswith(PERIODS) or "corrected" in place}
    keep |= {place for place in repository.returns if "audited" in place} | {HELD_BACK}
    fill = Cycle(texts)
    for (folder, table), rows in repository.tables.items():
        columns = wordy("framework" if folder.startswith("frameworks/") else folder, table)
        for row in rows:
            row.update({column: fill() for column in columns if row.get(column)})
    columns, titles = wordy("return", "lines"), wordy("return", "evidence")
    repository.returns = {place: repository.returns[place] for place in repository.returns if place in keep}
    for descriptor, lines, evidence in repository.returns.values():
        descriptor["title"], descriptor["description"] = fill(), fill()
        descriptor["period"]["words"] = fill()
        descriptor["submitted_by"]["team"] = fill()
        if "reason" in descriptor:
            descriptor["reason"] = fill()
        for line in lines:
            line.update({column: fill() for column in columns})
        for row in evidence:
            row.update({column: fill() for column in titles})
    words = {"title": fill(), "place": fill(), "description": fill(), "publisher": fill(), "announcement": fill()}
    repository.settings = {**repository.settings, **words}
    return repository


def wordy(kind: str, table: str) -> list[str]:
    """The columns of a table that take any words, and enough of them."""
    schema = json.loads((SCHEMAS / kind / f"{table}.json").read_text(encoding="utf-8"))
    return [
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and field["name"] not in STRUCTURAL
        and not {"pattern", "enum"} & set(field.get("constraints", {}))
        and field.get("constraints", {}).get("maxLength", LONGEST) >= LONGEST
    ]


def judged(folder: Path, texts: Sequence[str] = PAYLOADS) -> Checked:
    """The hostile repository, written to `folder`, its counts settled, read and checked as any other."""
    hostile_repository(texts).write(folder)
    commands.disclosed(folder)
    return run.checked(folder)


def unchecked(checked: Checked, hidden: Sequence[str] = HIDDEN, addresses: Sequence[str] = ADDRESSES) -> Checked:
    """The same as if the check had let everything through: hidden characters in notes, anything as an address."""
    fill, lead = Cycle(hidden), Cycle(addresses)
    tables = dict(checked.tables)
    for name, schema in checked.schemas.items():
        folder = str(schema["folder"])
        columns = {
            **({"as_written": fill} if name == "published-figures" else {}),
            **{column: fill for column in wordy(folder, name) if column.endswith(("note", "reason", "title", "words"))},
            **{
                field["name"]: lead
                for field in schema["fields"]
                if field["name"] in ("address", "link", "archived_copy")
            },
        }
        tables[name] = _filled(tables[name], columns)
    tables["returns"] = _filled(tables["returns"], dict.fromkeys(("title", "words", "reason"), fill))
    held = {owner: fill() for owner in checked.held_back}
    findings = tuple(dataclasses.replace(finding, message=fill()) for finding in checked.findings)
    settings = dataclasses.replace(checked.settings, repository=lead(), contact=lead(), publisher=hidden[-1])
    return dataclasses.replace(checked, tables=tables, held_back=held, findings=findings, settings=settings)


def _filled(table: pd.DataFrame, columns: Mapping[str, Filling]) -> pd.DataFrame:
    cells: dict[str, Any] = {
        column: [fill() if cell else cell for cell in table[column]] for column, fill in columns.items()
    }
    return table.assign(**cells)


def site_of(checked: Checked) -> dict[str, bytes]:
    """The files of the site, without any check in between."""
    return publish(run.valued(checked))


@cache
def hostile_site() -> Mapping[str, bytes]:
    """The site made of everything, as if there were no check."""

    def make() -> Mapping[str, bytes]:
        with TemporaryDirectory() as folder:
            return site_of(unchecked(judged(Path(folder) / "data")))

    found: Mapping[str, bytes] = once("hostile", make)
    return found
