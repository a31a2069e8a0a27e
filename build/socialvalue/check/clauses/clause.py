"""A rule as data: what is asked of each row, what is said where it holds, and what to do.

The words have slots in braces: a column of the row, `{start:day}` for a day in words, or one of ways.toml, which says
the same thing in the words of a file and of a form.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from socialvalue.check.clauses.evaluating import Numbers, Texts, Value, holds
from socialvalue.check.clauses.expression import parsed
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

    def hits(self, tables: Tables) -> Iterator[Hit]:
        """Where it holds, in the order of the rows."""
        columns = RowColumns(tables, self.table)
        at = np.flatnonzero(holds(parsed(self.when), columns, np.arange(len(columns.frame))))
        if not len(at):
            return
        templates = (self.say, self.mend, self.suggest, self.value)
        filled = zip(*(_filled(template, columns, at) for template in templates), strict=True)
        places = columns.frame.iloc[at]
        rows = places["row"] if "row" in places else [None] * len(at)
        for (say, mend, suggest, value), owner, file, row in zip(
            filled, places["owner"], places["file"], rows, strict=True
        ):
            yield Hit(say, mend, owner, file, None if row is None else int(row), self.column, value, suggest)


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
        return [asdict(clause) | {"when": parsed(clause.when)} for clause in about]


OF_A_RETURN = ("lines", "evidence", "returns")


def _filled(template: str, columns: RowColumns, at: Ints) -> list[str]:
    """The template for each of the rows at these places."""
    text = in_words_of(FILES, template)
    found = [text] * len(at)
    for name, as_day in dict.fromkeys(SLOT.findall(text)):
        cells = _shown(columns.column(name, at), len(at))
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
