"""The site as pages, charts and exports see it: the valuation, looked up by name."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import pandas as pd

from socialvalue.records import Explanation, Settings, Valuation

Row = dict[str, Any]
WORKED_OUT = {field.name for field in fields(Valuation)} - {"checked", "explanations", "findings"}


@dataclass(frozen=True)
class Site:
    """Everything a page may show. Rows are dictionaries by column; money is pence, quantities millionths."""

    valuation: Valuation
    base_url: str = ""

    @property
    def settings(self) -> Settings:
        return self.valuation.checked.settings

    @property
    def vintage(self) -> str:
        """When the price index of the real figures was published: a month, or whatever its table calls it."""
        known = self.valuation.checked.tables["deflators"]["vintage"]
        return self.settings.deflator_vintage or str(max(known, default=""))

    def explained(self, keys: Iterable[str]) -> list[Explanation]:
        """How the lines and targets of these keys came to their £: those that have one."""
        found = (self.valuation.explanations[key] for key in keys)
        return [each for each in found if each.workings]

    def frame(self, table: str) -> pd.DataFrame:
        """A whole table: one of the valuation's frames by its name, else a checked table."""
        if table in WORKED_OUT:
            return getattr(self.valuation, table)  # type: ignore[no-any-return]
        return self.valuation.checked.tables[table]

    def rows(self, table: str, column: str = "", value: Any = "") -> list[Row]:
        """The rows of a table, or those that hold `value` in `column`, in the table's order."""
        if not column:
            return self._all(table)
        return self._indexed(table, column).get(value, [])

    def sums(self, table: str, dimension: str, member: str) -> list[Row]:
        """What valuing added up for one member of a dimension: the rows of one of its tables of sums."""
        return [row for row in self.rows(table, "member", member) if row["dimension"] == dimension]

    def one(self, table: str, key: str, column: str = "") -> Row:
        """The row of a table whose key column (its first, unless named) holds `key`; empty if there is none."""
        found = self.rows(table, column or KEYS[table], key)
        return found[0] if found else {}

    @cached_property
    def _cache(self) -> dict[tuple[str, str], dict[Any, list[Row]]]:
        return {}

    @cached_property
    def _tables(self) -> dict[str, list[Row]]:
        return {}

    def _all(self, table: str) -> list[Row]:
        if table not in self._tables:
            frame = self.frame(table)
            frame = frame.astype(object).where(frame.notna(), None)
            self._tables[table] = [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]
        return self._tables[table]

    def _indexed(self, table: str, column: str) -> dict[Any, list[Row]]:
        if (table, column) not in self._cache:
            index: dict[Any, list[Row]] = {}
            for row in self._all(table):
                index.setdefault(row[column], []).append(row)
            self._cache[table, column] = index
        return self._cache[table, column]


KEYS = {
    "areas": "area",
    "lines": "key",
    "measures": "measure",
    "organisations": "organisation",
    "programmes": "programme",
    "projects": "project",
    "published-figures": "figure",
    "returns": "owner",
    "sources": "source",
    "targets": "key",
    "themes": "theme",
    "unit-values": "unit_value",
    "units": "unit",
}
