"""What to do about a wrong cell, once it is known what stands around it: names, units, other tables."""

from collections.abc import Callable
from functools import cache
from typing import Any

from socialvalue.check.bad_cells import BadCells
from socialvalue.check.cells import BadCell
from socialvalue.check.scales import Scale, scale_in
from socialvalue.check.tables import Tables
from socialvalue.check.units_said import advice
from socialvalue.records import REFERS_TO

Advised = Callable[[int, str, str], BadCell]


def advisor(bad_cells: BadCells, tables: Tables) -> Advised:
    """A function that gives what is wrong with a text of the column, and what to do, in a row of an owner.

    Its third argument is what stands beside it: the measure of the row for its unit, else the unit of the row.
    """
    column = bad_cells.field["name"]
    kind = "" if bad_cells.own_key else REFERS_TO.get(column, "")
    counts = bad_cells.field["type"] in ("number", "integer")

    @cache
    def judged(code: int, scope: str, beside: str) -> BadCell:
        wrong, text = bad_cells.wrong[code], bad_cells.texts[code]
        if counts and wrong.suggestion:
            return _counted(wrong, text, _unit_of(column, beside), scope, tables)
        if column == "unit" and (scale := scale_in(text)):
            return _in_thousands(wrong, scale)
        if kind and wrong.rule in ("well-formed", "space-around"):
            wrong = _named(wrong, text, kind, scope, bad_cells, tables)
        if column == "unit" and beside and not wrong.suggestion:
            return _of_measure(wrong, beside, scope, tables)
        return wrong

    return lambda code, owner, beside: judged(code, owner if kind == "evidence" else tables.framework_of(owner), beside)


def beside(bad_cells: BadCells, bad: Any) -> list[str]:
    """What stands beside each wrong cell, as `advisor` takes it."""
    column = "measure" if bad_cells.field["name"] == "unit" else "unit"
    return bad_cells.table.loc[bad, column].tolist() if column in bad_cells.table else [""] * int(bad.sum())


def _unit_of(column: str, unit: str) -> str:
    """The unit that a column of numbers is in: that of its row for a quantity."""
    if column == "quantity":
        return unit
    return "gbp" if column.endswith("_gbp") else "headcount" if column in ("headcount", "population") else ""


def _counted(wrong: BadCell, text: str, unit: str, framework: str, tables: Tables) -> BadCell:
    """No number is suggested that was one of something else."""
    message, mend = advice(text, wrong.suggestion, unit, framework, tables)
    return BadCell(wrong.rule, message, mend) if message else wrong


def _named(wrong: BadCell, text: str, kind: str, scope: str, bad_cells: BadCells, tables: Tables) -> BadCell:
    meant = tables.names.meant(kind, text, scope)
    if meant:
        return BadCell(wrong.rule, wrong.message, tables.names.write(kind, meant), meant)
    if wrong.suggestion:  # never from one unknown to another
        return BadCell(wrong.rule, wrong.message, bad_cells.field["description"])
    return wrong


def _in_thousands(wrong: BadCell, scale: Scale) -> BadCell:
    """Thousands are no unit: nobody may be told to write the unit alone."""
    code = ": gbp" if scale.pounds else ""
    mend = f"{scale.order('the quantity')}, and write the code of the unit alone{code}."
    return BadCell(wrong.rule, f"says {scale.words}, which is no unit.", mend)


def _of_measure(wrong: BadCell, measure: str, framework: str, tables: Tables) -> BadCell:
    """A unit is that of its measure. The quantity may be in another one, so it is not suggested."""
    measures = tables["measures"]
    found = measures.loc[(measures["measure"] == measure) & (measures["owner"] == framework), "unit"].tolist()
    if not found or not found[0]:
        return wrong
    mend = f"{measure} is counted in {found[0]}. If the quantity is too, write {found[0]}; if not, work it out first."
    return BadCell(wrong.rule, wrong.message, mend)
