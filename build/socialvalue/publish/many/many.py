"""What was gathered, as pages and downloads see it: tables by name, rows by their cells, names by their codes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

import pandas as pd

from socialvalue.publish.many.columns import TABLES
from socialvalue.publish.many.reasons import reason
from socialvalue.records.gathered import Gathered, Publisher

Row = dict[str, Any]
T = TypeVar("T")
DIGITS = 8


@dataclass(frozen=True)
class Many:
    """Everything that a page may show. Money is pence, quantities millionths."""

    gathered: Gathered
    base_url: str = ""
    _made: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def version(self) -> str:
        """The newest day of any data, and the beginning of a checksum of all packages: other data, another version."""
        packages = sorted((each.authority, each.sha256) for each in self.gathered.publishers)
        newest = max((each.as_of for each in self.gathered.publishers), default="")
        return ".".join(filter(None, (newest, sha256(repr(packages).encode()).hexdigest()[:DIGITS])))

    @cached_property
    def named(self) -> Mapping[str, Publisher]:
        """Each authority by its id."""
        return {each.authority: each for each in self.gathered.publishers}

    def frame(self, table: str) -> pd.DataFrame:
        """A table by its published name."""
        if table == "authorities":
            found = [
                {
                    **asdict(each),
                    **asdict(each.quality),
                    "as_of": each.as_of,
                    "invented": "yes" if each.invented else "no",
                }
                for each in self.gathered.publishers
            ]
            return pd.DataFrame(found, dtype=object)
        if table == "left-out":
            left = [
                {"authority": each.authority, "name": each.name, "why": reason(each)} for each in self.gathered.left_out
            ]
            return pd.DataFrame(left, columns=TABLES[table].columns.split(), dtype=object)
        return self.gathered.tables[table.replace("-", "_")]

    def rows(self, table: str, *columns: str, of: Sequence[Any] = ()) -> list[Row]:
        """The rows of a table whose cells in `columns` are `of`; all without any."""
        key = f"{table} {' '.join(columns)}"
        if key not in self._made:
            self._made[key] = _grouped(self.frame(table), columns)
        found: list[Row] = self._made[key].get(tuple(of), [])
        return found

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is worked out once for the whole site."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[no-any-return]

    def measure(self, authority: str, row: Row) -> Row:
        """The measure of a row, as that authority defines it; empty if it does not."""
        place = (authority, row["framework"], row["measure"])
        return next(iter(self.rows("measures", "authority", "framework", "measure", of=place)), {})

    def counted(self, row: Row) -> Row:
        """A row of counts with the name and the unit of its measure, as those who counted by its method define it."""
        place = (row["framework"], row["measure"], row["method"])
        measure = next(iter(self.rows("measures", "framework", "measure", "method", of=place)), {})
        one, many = (measure.get(name, row["unit"]) for name in ("unit_one", "unit_many"))
        unit = {"unit": row["unit"], "one": one, "many": many}
        return {**row, "name": measure.get("name", row["measure"]), "in_unit": unit}

    def area(self, code: str) -> str:
        """The name of an area, as the first authority that has one calls it."""
        found = self.rows("areas", "area", of=(code,))
        return str(found[0]["name"]) if found else code

    def organisation(self, identity: str) -> str:
        """The name of an organisation, as the first authority that has one calls it."""
        found = self.rows("organisations", "identity", of=(identity,))
        return str(found[0]["name"]) if found else identity


def _grouped(frame: pd.DataFrame, columns: Sequence[str]) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in frame.to_dict("records"):
        cells: Row = {str(name): cell for name, cell in row.items()}
        found.setdefault(tuple(cells[column] for column in columns), []).append(cells)
    return found
