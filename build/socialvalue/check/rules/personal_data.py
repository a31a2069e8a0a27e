"""Nothing in a return or in the register tells who or where somebody is, or opens a lock."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.personal import kinds_in
from socialvalue.check.rule import PLACE, Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, held

UNREAD = 1_000_000
"""How much is looked through of what could not be read: enough to tell, and over in a second."""
KindsOf = Callable[[str], list[str]]


def find(tables: Tables) -> Iterator[Hit]:
    kinds_of = cache(kinds_in)  # the same texts stand in many places
    typed = (table for name, table in tables.frames.items() if name != "returns")
    for table in (rows for rows in (*typed, *tables.odd_rows.values()) if len(rows)):
        for column in table.columns.difference(PLACE, sort=False):
            if not pd.api.types.is_numeric_dtype(table[column].dtype):
                yield from _column(table, column, kinds_of)
    yield from _wrong_cells(tables, kinds_of)
    yield from _unread(tables, kinds_of)
    for owner, descriptor in tables.descriptors.items():
        if _has(descriptor, kinds_of):
            for key, text in _texts(descriptor):
                if kinds := kinds_of(text):
                    yield Hit(_said(kinds), "", owner, f"{tables.places[owner]}/datapackage.json", None, key)


def _wrong_cells(tables: Tables, kinds_of: KindsOf) -> Iterator[Hit]:
    """A hit for each cell that is not what its column asks for and has some."""
    for bad_cells in tables.bad_columns:
        wrong = {code: kinds for code in bad_cells.wrong if (kinds := kinds_of(bad_cells.texts[code]))}
        yield from _places(bad_cells.table, bad_cells.field["name"], bad_cells.codes, wrong)


def _unread(tables: Tables, kinds_of: KindsOf) -> Iterator[Hit]:
    """A hit for each column, row or file that is in no table and has some."""
    for file in tables.read:
        for column, text in file.strange.items():
            if kinds := kinds_of(text[:UNREAD]):
                yield Hit(_said(kinds), "", file.owner, file.file, 1, column)
    for trouble in tables.troubles:
        if kinds := kinds_of(trouble.text[:UNREAD]):
            yield Hit(_said(kinds), "", trouble.owner, trouble.file, trouble.row)


def _column(table: pd.DataFrame, column: str, kinds_of: KindsOf) -> Iterator[Hit]:
    """A hit for each cell of the column that has some; each different text is looked at once."""
    codes, texts = held(table[column])
    wrong = {code: kinds for code, text in enumerate(texts) if (kinds := kinds_of(text))}
    yield from _places(table, column, codes, wrong)


def _places(table: pd.DataFrame, column: str, codes: Any, wrong: Mapping[int, list[str]]) -> Iterator[Hit]:
    """A hit for each row that holds one of the wrong texts."""
    if not wrong:
        return
    bad = np.isin(codes, list(wrong))
    places = table.loc[bad, PLACE].itertuples(index=False)
    for (file, row, owner), code in zip(places, codes[bad], strict=True):
        yield Hit(_said(wrong[code]), "", owner, file, int(row), column)


def _has(value: Any, kinds_of: KindsOf) -> bool:
    """Whether any text of a descriptor has some. The keys are only put together where one has."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            if kinds_of(one):
                return True
        elif isinstance(one, dict):
            left += one.values()
        elif isinstance(one, list):
            left += one
    return False


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a descriptor, and its key: submitted_by.mailbox."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)


def _said(kinds: list[str]) -> str:
    return f"There seems to be {' and '.join(kinds)} here. It is not repeated."


RULE = Rule(
    id="personal-data",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="No personal data, and no keys, as far as a program can tell",
    why="Everything in the data is public, and git keeps it even after it was deleted. What finds a person, or opens "
    "a lock, may never get in. Its form gives it away: e-mail addresses, phone numbers, full postcodes, dates of "
    "birth, numbers of National Insurance, the NHS, cards, bank accounts, passports and taxes, keys, passwords and "
    "links to a file store. Names, home addresses and stories have no form. Somebody has to read for these.",
    example="a public_note with somebody's phone number",
    mend="Take it out. Name a team and its mailbox, an area instead of a postcode, and a page that anybody may open. "
    "If it was committed already, tell whoever keeps the repository: it must be taken out of the history too.",
    find=find,
    looks_at_wrong_cells=True,
)
