"""A rule as data: what is asked of each row, what is said where it holds, and what to do.

The words have slots in braces: a column of the row, `{start:day}` for a day in words, or one of ways.toml, which says
the same thing in the words of a file and of a form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from socialvalue.check.clauses.evaluating import Columns, Numbers, Texts, Value, holds, value
from socialvalue.check.clauses.expression import parsed
from socialvalue.check.clauses.groups import GroupedColumns
from socialvalue.check.clauses.vocabulary import RowColumns
from socialvalue.check.clauses.ways import FILES, in_words_of
from socialvalue.check.rule import Hit
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure, in_words
from socialvalue.records import Ints

SLOT = re.compile(r"\{([a-z_]+)(:day)?\}")


@dataclass(frozen=True)
class Clause:
    """One thing that is asked of each row of a table: where `when` holds, `say` is found in `column`."""

    table: str
    """A table, or "returns" for what a descriptor says: `column` is then a key of it."""
    column: str
    when: str
    """As expression.py reads it."""
    say: str
    mend: str = ""
    """What to do; the rule's own words where it is empty."""
    suggest: str = ""
    value: str = ""
    """What stands there, as the finding repeats it."""
    among: str = ""
    """Of which rows it is asked, where it is asked what the rows beside a row come to; see groups.py."""
    alike: tuple[str, ...] | None = None
    """In what these are alike beside being of one return; None where nothing is asked of other rows."""
    names: tuple[tuple[str, str], ...] = ()
    """What else a slot can name, and the expression that it stands for."""

    def hits(self, tables: Tables) -> Iterator[Hit]:
        """Where it holds, in the order of the rows."""
        table = RowColumns(tables, self.table)
        columns, every = self._columns(table)
        at = every[holds(parsed(self.when), columns, every)]
        if not len(at):
            return
        templates = (self.say, self.mend, self.suggest, self.value)
        named = {name: value(parsed(of), columns, at) for name, of in self.names}
        filled = zip(*(_filled(template, columns, at, named) for template in templates), strict=True)
        places = table.frame.iloc[at]
        rows = places["row"] if "row" in places else [None] * len(at)
        for (say, mend, suggest, there), owner, file, row in zip(
            filled, places["owner"], places["file"], rows, strict=True
        ):
            yield Hit(say, mend, owner, file, None if row is None else int(row), self.column, there, suggest)

    def _columns(self, table: RowColumns) -> tuple[Columns, Ints]:
        """The columns that it can name, and the places of the rows that it is asked of."""
        if self.alike is None:
            return table, np.arange(len(table.frame))
        grouped = GroupedColumns(table, parsed(self.among) if self.among else None, self.alike)
        return grouped, grouped.members


class Clauses:
    """The `find` of a rule that is data alone."""

    def __init__(self, *clauses: Clause) -> None:
        self.clauses = clauses

    def __call__(self, tables: Tables) -> Iterator[Hit]:
        for clause in self.clauses:
            yield from clause.hits(tables)

    def as_data(self) -> list[dict[str, Any]]:
        """The clauses about returns and their tables, for JSON: `when` as the tree that expression.py makes of it."""
        about = [clause for clause in self.clauses if clause.table in OF_A_RETURN]
        return [_as_data(clause) for clause in about]


OF_A_RETURN = ("lines", "standing", "series", "evidence", "returns")


def _as_data(clause: Clause) -> dict[str, Any]:
    """A clause for the form: what is empty is left out, and the value, which the form shows in its field."""
    found = asdict(clause) | {"when": parsed(clause.when), "names": {name: parsed(of) for name, of in clause.names}}
    found["among"] = parsed(clause.among) if clause.among else None
    return {name: of for name, of in found.items() if name != "value" and of not in (None, "", {})}


def _filled(template: str, columns: Columns, at: Ints, named: Mapping[str, Value]) -> list[str]:
    """The template for each of the rows at these places."""
    text = in_words_of(FILES, template)
    found = [text] * len(at)
    for name, as_day in dict.fromkeys(SLOT.findall(text)):
        cells = _shown(named[name] if name in named else columns.column(name, at), len(at))
        cells = list(map(in_words, cells)) if as_day else cells
        found = [part.replace(f"{{{name}{as_day}}}", cell) for part, cell in zip(found, cells, strict=True)]
    return found


def _shown(value: Value, many: int) -> list[str]:
    if isinstance(value, Texts):
        return value.each()
    if isinstance(value, Numbers):
        pairs = zip(value.values, value.missing, strict=True)
        return ["" if missing else figure(number) for number, missing in pairs]
    return [str(value)] * many
