"""The site as pages, charts and exports see it: the valuation, looked up by name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from operator import itemgetter
from typing import Any, TypeVar, cast

import pandas as pd

from socialvalue.domain.invented import holds_invented
from socialvalue.records import KEYS, Explanation, Settings, Valuation
from socialvalue.records.table_rows import Measure, Model, ModelPart, Project, StatedFigure
from socialvalue.records.typed_rows import CountRow, DeliveryRow, LedgerRow, LineRow, SumRow, TargetRow, ValueRow

Row = Mapping[str, Any]
T = TypeVar("T")
WORKED_OUT = {field.name for field in fields(Valuation)} - {"checked", "explanations", "findings"}


@dataclass(frozen=True)
class Site:
    """Everything a page may show. Rows are dictionaries by column; money is pence, quantities millionths."""

    valuation: Valuation
    base_url: str = ""

    version: str = ""
    """Which data it shows: see downloads/version.py."""

    @property
    def settings(self) -> Settings:
        return self.valuation.checked.settings

    @property
    def vintage(self) -> str:
        """When the price index of the real figures was published: a month, or whatever its table calls it."""
        known = self.valuation.checked.tables["deflators"]["vintage"]
        return self.settings.deflator_vintage or str(max(known, default=""))

    @cached_property
    def invented(self) -> bool:
        """Whether it shows invented data, all or some."""
        return holds_invented(self.settings.announcement, self.frame("returns"), self.frame("projects"))

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is worked out once for the whole site: made at the first question for that name."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[no-any-return]

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
        """The rows of a table, or those that hold `value` in `column`, in the table's order.

        Raises:
            KeyError: `table` is a framework's. Its codes mean something beside their framework alone: see `of`.
        """
        if not column:
            return self._all(table)
        if table in OF_FRAMEWORKS:
            raise KeyError(f"{table} are looked up by framework and {column}")
        return self._indexed(table, column).get(value, [])

    def sums(self, table: str, dimension: str, member: str) -> list[Row]:
        """What valuing added up for one member of a dimension: the rows of one of its tables of sums."""
        return [row for row in self.rows(table, "member", member) if row["dimension"] == dimension]

    def lines(self, column: str = "", value: Any = "") -> list[LineRow]:
        """The accepted lines, or those that hold `value` in `column`."""
        return cast("list[LineRow]", self.rows("lines", column, value))

    def targets(self, column: str = "", value: Any = "") -> list[TargetRow]:
        """The promises and forecasts, also those that others replaced; or those that hold `value` in `column`."""
        return cast("list[TargetRow]", self.rows("targets", column, value))

    def values(self, column: str = "", value: Any = "") -> list[ValueRow]:
        """What each line and target is worth by each unit value; or those that hold `value` in `column`."""
        return cast("list[ValueRow]", self.rows("values", column, value))

    def delivery(self, column: str = "", value: Any = "") -> list[DeliveryRow]:
        """What projects delivered of each measure and promised; or those that hold `value` in `column`."""
        return cast("list[DeliveryRow]", self.rows("delivery", column, value))

    def ledger(self, column: str = "", value: Any = "") -> list[LedgerRow]:
        """What corrections changed; or the rows that hold `value` in `column`."""
        return cast("list[LedgerRow]", self.rows("ledger", column, value))

    def projects(self, column: str = "", value: Any = "") -> list[Project]:
        """The projects, or those that hold `value` in `column`."""
        return cast("list[Project]", self.rows("projects", column, value))

    def stated_figures(self, column: str = "", value: Any = "") -> list[StatedFigure]:
        """The totals that public documents state, or those that hold `value` in `column`."""
        return cast("list[StatedFigure]", self.rows("published-figures", column, value))

    def models(self, column: str = "", value: Any = "") -> list[Model]:
        """The national models, or those that hold `value` in `column`."""
        return cast("list[Model]", self.rows("models", column, value))

    def model_parts(self, model: str) -> list[ModelPart]:
        """The parts of a model."""
        return cast("list[ModelPart]", self.rows("model-parts", "model", model))

    def measures(self) -> list[Measure]:
        """The measures of all frameworks."""
        return cast("list[Measure]", self.rows("measures"))

    def counts(self, dimension: str, member: str) -> list[CountRow]:
        """The sums of quantities of one member of a dimension, by measure and status."""
        return cast("list[CountRow]", self.sums("counts", dimension, member))

    def kinds(self, dimension: str, member: str) -> list[SumRow]:
        """The sums of money of one member of a dimension: a row for each kind with a value, in the order of KINDS."""
        return cast("list[SumRow]", self.sums("by_kind", dimension, member))

    def one(self, table: str, key: str, column: str = "") -> Row:
        """The row of a table whose key column (its first, unless named) holds `key`; empty if there is none."""
        return next(iter(self.rows(table, column or KEYS[table], key)), {})

    def of(self, table: str, row: Row, column: str = "", value: Any = "") -> list[Row]:
        """The rows of a framework's table that are of the same framework as `row`: all, or those with such a cell.

        `row` is any row that names its framework: a line, a target, a value, a sum; or is one of a framework's tables.
        """
        named = row["framework"] if "framework" in row else row["owner"]
        if not column:
            return self._indexed(table, "owner").get(named, [])
        return self._indexed(table, "owner", column).get((named, value), [])

    def lines_of(self, dimension: str, member: str) -> list[LineRow]:
        """The lines of a member of a dimension, as they stand in its sums: of an area those that count in it."""
        return self.lines("place" if dimension == "area" else dimension, member)

    def of_measure(self, table: str, measure: Row) -> list[Row]:
        """The rows of lines or targets that count by this measure of this framework."""
        return [row for row in self.rows(table, "measure", measure["measure"]) if row["framework"] == measure["owner"]]

    def measure(self, row: Row) -> Measure:
        """The measure of a row, as the row's own framework defines it; empty if it does not."""
        return cast("Measure", next(iter(self.of("measures", row, "measure", row["measure"])), {}))

    def unit(self, row: Row) -> Row:
        """The unit of a row, as the row's own framework calls it; empty if it does not."""
        return next(iter(self.of("units", row, "unit", row["unit"])), {})

    def theme(self, row: Row) -> Row:
        """The theme of a row, as the row's own framework calls it; empty if it does not."""
        return next(iter(self.of("themes", row, "theme", row["theme"])), {})

    def unit_value(self, row: Row) -> Row:
        """The unit value of a row, of the row's own framework; empty if it has none of that name."""
        return next(iter(self.of("unit-values", row, "unit_value", row["unit_value"])), {})

    def place(self, row: Row, name: str) -> str:
        """Where the page of the row's measure shows a unit value or a deduction of the row's framework.

        The framework that speaks for the measure has the plain names: another may use one for something else.
        """
        first = self.leading("measures", row["measure"])["owner"]
        anchor = name if row["framework"] == first else f"{name}-{row['framework']}"
        return f"measures/{row['measure']}.html#{anchor}"

    def signed_under(self, project: str) -> str:
        """The framework that a project was signed under, or else the only one that there is; empty for none."""
        known = dict.fromkeys(row["owner"] for row in self.rows("measures"))
        return self.one("projects", project).get("framework") or (next(iter(known)) if len(known) == 1 else "")

    def definitions(self, table: str, code: str) -> list[Row]:
        """What each framework says of a measure or a theme: the rows of all that have the code, in their order."""
        return self._indexed(table, KEYS[table]).get(code, [])

    def leading(self, table: str, code: str) -> Row:
        """The definition of a measure or theme that speaks for its code: of the first framework with lines of it."""
        return self.once(f"leading of {table}: {code}", lambda: self._leading(table, code))

    def _leading(self, table: str, code: str) -> Row:
        signed = {line["framework"] for line in self.rows("lines", KEYS[table], code)}
        found = self.definitions(table, code)
        return next((row for row in found if row["owner"] in signed), found[0])

    def each(self, table: str) -> list[Row]:
        """Each measure or theme once, by the definition that speaks for its code."""
        return [self.leading(table, code) for code in dict.fromkeys(row[KEYS[table]] for row in self.rows(table))]

    @cached_property
    def _made(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _cache(self) -> dict[tuple[str, ...], dict[Any, list[Row]]]:
        return {}

    @cached_property
    def _tables(self) -> dict[str, list[Row]]:
        return {}

    def _all(self, table: str) -> list[Row]:
        if table not in self._tables:
            frame = self.frame(table)
            columns, names = [_cells(column) for _, column in frame.items()], [str(name) for name in frame.columns]
            self._tables[table] = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        return self._tables[table]

    def _indexed(self, table: str, *columns: str) -> dict[Any, list[Row]]:
        """The rows by their cell in a column, or by the tuple of their cells in several."""
        index = self._cache.get((table, *columns))
        if index is None:
            index = self._cache[table, *columns] = {}
            key = itemgetter(*columns)
            for row in self._all(table):
                index.setdefault(key(row), []).append(row)
        return index


def _cells(column: "pd.Series[Any]") -> list[Any]:
    """The cells of a column, with None for nothing."""
    cells, nothing = column.astype(object), column.isna()
    return (cells.where(~nothing, None) if nothing.any() else cells).tolist()


OF_FRAMEWORKS = (
    *("adjustments", "benchmarks", "crosswalk", "edition-words", "editions", "families"),
    *("measures", "model-matches", "themes", "unit-values", "units"),
)
"""The tables that each framework has of its own: a code of one framework says nothing about that of another."""
