"""What to do about a wrong cell, once it is known what stands around it: names, units, other tables."""

from collections.abc import Callable
from functools import cache
from typing import Any

from socialvalue.check.cells import Wrong
from socialvalue.check.complaint import Complaint
from socialvalue.check.tables import Tables
from socialvalue.check.units_said import advice
from socialvalue.records import REFERS_TO

Advised = Callable[[int, str, str], Wrong]


def advisor(complaint: Complaint, tables: Tables) -> Advised:
    """A function that gives what is wrong with a text of the column, and what to do, in a row of an owner.

    Its third argument is what stands beside it: the measure of the row for its unit, else the unit of the row.
    """
    column = complaint.field["name"]
    kind = "" if complaint.own_key else REFERS_TO.get(column, "")
    counts = complaint.field["type"] in ("number", "integer")

    @cache
    def judged(code: int, scope: str, beside: str) -> Wrong:
        wrong, text = complaint.wrong[code], complaint.texts[code]
        if counts and wrong.suggestion:
            return _counted(wrong, text, _unit_of(column, beside), scope, tables)
        if kind and wrong.rule in ("well-formed", "space-around"):
            wrong = _named(wrong, text, kind, scope, complaint, tables)
        if column == "unit" and beside and not wrong.suggestion:
            return _of_measure(wrong, beside, scope, tables)
        return wrong

    return lambda code, owner, beside: judged(code, owner if kind == "evidence" else tables.framework_of(owner), beside)


def beside(complaint: Complaint, bad: Any) -> list[str]:
    """What stands beside each wrong cell, as `advisor` takes it."""
    column = "measure" if complaint.field["name"] == "unit" else "unit"
    return complaint.table.loc[bad, column].tolist() if column in complaint.table else [""] * int(bad.sum())


def _unit_of(column: str, unit: str) -> str:
    """The unit that a column of numbers is in: that of its row for a quantity."""
    if column == "quantity":
        return unit
    return "gbp" if column.endswith("_gbp") else "headcount" if column in ("headcount", "population") else ""


def _counted(wrong: Wrong, text: str, unit: str, framework: str, tables: Tables) -> Wrong:
    """No number is suggested that was one of something else."""
    message, mend = advice(text, wrong.suggestion, unit, framework, tables)
    return Wrong(wrong.rule, message, mend) if message else wrong


def _named(wrong: Wrong, text: str, kind: str, scope: str, complaint: Complaint, tables: Tables) -> Wrong:
    meant = tables.names.meant(kind, text, scope)
    if meant:
        return Wrong(wrong.rule, wrong.message, tables.names.write(kind, meant), meant)
    if wrong.suggestion:  # never from one unknown to another
        return Wrong(wrong.rule, wrong.message, complaint.field["description"])
    return wrong


def _of_measure(wrong: Wrong, measure: str, framework: str, tables: Tables) -> Wrong:
    """A unit is that of its measure. The quantity may be in another one, so it is not suggested."""
    measures = tables["measures"]
    found = measures.loc[(measures["measure"] == measure) & (measures["owner"] == framework), "unit"].tolist()
    if not found or not found[0]:
        return wrong
    mend = f"{measure} is counted in {found[0]}. If the quantity is too, write {found[0]}; if not, work it out first."
    return Wrong(wrong.rule, wrong.message, mend)
