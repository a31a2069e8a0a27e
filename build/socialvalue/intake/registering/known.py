"""The rows of the register as they stand and as this import adds to them, found by the names that people use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

import pandas as pd

from socialvalue.check.names import plain
from socialvalue.records.naming import NAME_CHARACTERS, name_meant

KEYS = {
    **{"organisations": "organisation", "projects": "project", "sites": "site", "targets": "target", "areas": "area"},
    **{"programmes": "programme", "sources": "source"},
}
"""The column that names a row of each table that may get new ones."""
REFERS = {
    "programme": "programmes",
    "promoter": "organisations",
    "contractor": "organisations",
    "area": "areas",
    "within": "areas",
    "project": "projects",
    "source": "sources",
}
"""The columns that name a row of another table, but for the key of their own."""
MADE = ("programmes", "organisations")
"""The tables that get a new row where a list names something that they lack."""
LINKS = ("project-areas", "project-organisations")
"""The tables that say what belongs together."""
CALLED = ("name", "short_name", "slug", "identifier", "title")
"""The columns by which people know a row, besides its key."""
PLACE = ("file", "row", "owner")
"""The columns that say where a row stands."""
WORD = re.compile(r"[a-z0-9]+")
FORMS = {"ltd", "limited", "plc", "llp", "cic"}
"""What the name of one and the same firm is written with or without."""
Row = dict[str, str]


@dataclass
class Known:
    """The tables as rows of text, and where a name leads."""

    tables: Mapping[str, pd.DataFrame]
    """The tables of the register as text, as room 1 reads them."""
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    """Rows by table and key; those of LINKS by all their cells."""
    _named: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """The keys that each form of a name leads to, by table."""

    def __post_init__(self) -> None:
        for table in (*KEYS, *LINKS):
            for each in self.tables[table].drop(columns=list(PLACE)).to_dict("records"):
                row = {str(column): str(cell) for column, cell in each.items()}
                self.put(table, row[KEYS[table]] if table in KEYS else "/".join(row.values()), row)

    def put(self, table: str, key: str, row: Row) -> None:
        """Add a row, or take it in the place of the one with its key."""
        self.rows.setdefault(table, {})[key] = row
        named = self._named.setdefault(table, {})
        for name in (key, *(row.get(column, "") for column in CALLED)):
            for form in self.forms(table, name):
                keys = named.setdefault(form, [])
                if key not in keys:
                    keys.append(key)

    def called(self, table: str, text: str) -> list[str]:
        """The keys of all rows that are called `text`: by its whole name, or else without Ltd and its like."""
        named = self._named.get(table, {})
        found = next((named[form] for form in self.forms(table, text) if form in named), [])
        return [text] if text in found else list(found)

    def find(self, table: str, text: str) -> str:
        """The key of the one row that is called `text`; "" for none, and where there are several."""
        found = self.called(table, text)
        return found[0] if len(found) == 1 else ""

    @staticmethod
    def forms(table: str, name: str) -> Iterator[str]:
        """A name as it is compared; that of a firm also without Ltd and its like."""
        if whole := plain(name.replace("&", " and ")):
            yield whole
            if table == "organisations":
                words = [word for word in WORD.findall(name.casefold()) if word not in FORMS]
                if words and (short := plain("".join(words))) != whole:
                    yield short

    def near(self, table: str, text: str) -> list[str]:
        """The keys of rows whose names are like `text`, or begin with it."""
        named = self._named.get(table, {})
        wanted = next(iter(self.forms(table, text)), "")
        close = get_close_matches(wanted, named, n=4, cutoff=0.85)
        longer = [form for form in named if len(wanted) > 4 and (form.startswith(wanted) or wanted.startswith(form))]
        alike = (form for form in (*close, *longer) if form == wanted or len(form) > 4)
        return list(dict.fromkeys(key for form in alike for key in named[form]))[:4]

    def free(self, table: str, name: str) -> str:
        """A key for a new row, made of its name, that no row has."""
        stem = name_meant(name) or table.rstrip("s")
        taken, key, number = self.rows.get(table, {}), stem, 1
        while key in taken:
            number += 1
            key = f"{stem[: NAME_CHARACTERS - 4]}-{number}"
        return key
