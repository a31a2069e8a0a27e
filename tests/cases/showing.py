"""Show a case on the method page: what was given and what comes out, from the file that the test runs."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from cases.running import Case, steps

Row = Mapping[str, Any]
GIVEN = {
    "lines": "A line",
    "unit-values": "A unit value",
    "adjustments": "A deduction",
    "targets": "A promise",
    "target-profiles": "A step on the way",
    "returns": "A return",
    "projects": "A project",
    "measures": "A measure",
    "deflators": "A price index",
    "editions": "A current edition",
}
THEN = {
    "totals": "In the total",
    "counts": "In the count",
    "delivery": "Promised and delivered",
    "lines": "The line",
    "unvalued": "Without a £",
    "ledger": "In the ledger",
    "at_current_edition": "At the current edition",
    "suppressed": "Hidden",
}
LOOKS = {"gross": ' class="line"', "net": ' class="total"'}


def shown(case: Case) -> str:
    """The case as a block of the page that opens: one block of HTML, without an empty line in it."""
    opening = f'<details class="ov-work ov-plain" id="case-{case.name}" data-search-exclude="true">'
    parts = [
        f"{opening}<summary>Example: {escape(case.title)}</summary>",
        f"<p>{escape(case.says)}</p>",
        "<p><b>Given</b></p>",
        "<ul>",
        *(f"<li>{_told(GIVEN[table], row)}</li>" for table, rows in case.given.items() for row in rows),
        "</ul>",
        "<p><b>What comes out</b></p>",
        *_results(case),
        "</details>",
    ]
    return "\n".join(parts)


def _results(case: Case) -> Iterator[str]:
    for row in case.then.get("working", ()):
        yield from _working(row)
    told = [(table, row) for table, rows in case.then.items() if table != "working" for row in rows]
    if told:
        yield "<ul>"
        yield from (f"<li>{_told(THEN[table], row)}</li>" for table, row in told)
        yield "</ul>"


def _working(row: Row) -> Iterator[str]:
    yield f'<table class="ov-sum" aria-label="The working of {escape(row["of"])}"><tbody>'
    for step in steps(row["steps"]):
        look = LOOKS.get(step.what.partition(",")[0], "")
        cells = f'<td class="op">{step.operator}</td><th scope="row">{escape(step.what.capitalize())}</th>'
        yield f'<tr{look}>{cells}<td class="n">{escape(step.number)}</td></tr>'
    yield "</tbody></table>"


def _told(what: str, row: Row) -> str:
    cells = [f"{_name(name)} <b>{escape(_cell(cell))}</b>" for name, cell in row.items() if name != "none"]
    return f"{what}: {'nothing with ' if row.get('none') else ''}{', '.join(cells)}"


def _name(column: str) -> str:
    return escape(column.replace("_gbp", " (£)").replace("_", " "))


def _cell(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"{cell:,}" if isinstance(cell, int) else str(cell) or "not known"
