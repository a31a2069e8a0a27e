"""What the check found in the returns of a file, led back to it: by its cells, and in its own words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from socialvalue.check.clauses.ways import QUOTED, WORKBOOK, said_to
from socialvalue.intake.entry import Entry
from socialvalue.intake.packages import Package
from socialvalue.intake.understood import Understood
from socialvalue.intake.workbook import Cell, Place, shown
from socialvalue.records import Finding, Severity
from socialvalue.workbooks import layout

HEADING = re.compile(r"\{([a-z_]+)\}")
ROW = re.compile(r"\b([Rr])ow ([0-9]+)\b")
LINE = re.compile(r"\b([Ll])ine ([0-9]+)\b")
FIRST = 2
"""The row of lines.csv in which its first line stands."""
OURS = {
    column.field: " ".join(column.heading.partition("(")[0].split())
    for column in (*layout.EVIDENCE_COLUMNS, *layout.FIGURES_COLUMNS)
    if column.field
}
"""The headings of our own workbook. Import knows them in every file."""


@dataclass
class Cause:
    """One thing that is wrong, however many cells it stands in."""

    severity: Severity
    rule: str
    what: str
    mend: str
    owner: str
    """The first return that it was found in."""
    cells: list[Cell] = field(default_factory=list)
    """None for something about the whole return."""
    count: int = 0

    @property
    def words(self) -> str:
        """What is wrong and what to do."""
        return f"{self.what} {self.mend}".strip()


def causes(found: Understood, findings: Sequence[Finding]) -> list[Cause]:
    """What the check found in the returns of the file, one for each cause, as the check orders it: in those that were
    written, and in those that stand as the file has them."""
    owners = {package.owner: package for package in found.packages}
    once: dict[tuple[Severity, str, str, str], Cause] = {}
    for finding in findings:
        if finding.owner not in owners or finding.accepted:
            continue
        package = owners[finding.owner]
        cell = cell_of(found, package, finding)
        numbered = finding.file.endswith("/lines.csv")
        what, mend = (_in_words(text, found, package, cell, numbered) for text in (finding.message, finding.mend))
        key = (finding.severity, finding.rule, what, mend)
        cause = once.setdefault(key, Cause(finding.severity, finding.rule, what, mend, finding.owner))
        cause.count += finding.count
        cause.cells += [cell] if cell else []
    return list(once.values())


def cell_of(found: Understood, package: Package, finding: Finding) -> Cell | None:
    """The sheet and the cell that a finding is about; None where there is none."""
    table = finding.file.rpartition("/")[2]
    if table == "datapackage.json":
        return found.gathered.head_cells.get(re.split(r"[./]", finding.column)[-1])
    if not finding.row:
        return None
    if table == "lines.csv":
        entry = _entry(package, finding.row)
        return (entry.sheet, _place(found, entry, finding.column)) if entry else None
    if table == "evidence.csv" and FIRST <= finding.row < len(package.evidence) + FIRST:
        return _document(found, package, package.evidence[finding.row - FIRST]["title"].casefold(), finding.column)
    return None


def _place(found: Understood, entry: Entry, column: str) -> Place:
    """Where a field of a line stands, or belongs where its cell is empty; the figure's cell where it has no column."""
    tables = [table for _, table in [*found.own, *found.tables] if table.sheet.name == entry.sheet]
    empty = [(entry.at[0], each.number) for table in tables for each in table.of(column)]
    return entry.places.get(column) or next(iter(empty), entry.at)


def _entry(package: Package, row: int) -> Entry | None:
    """What a row of lines.csv was read from; None for a line that the file doesn't have."""
    stands = package.stands_as
    return package.read_from.get(stands[row - FIRST]["line"]) if FIRST <= row < len(stands) + FIRST else None


def _document(found: Understood, package: Package, title: str, column: str) -> Cell | None:
    if title in found.gathered.described:
        sheet, places = found.gathered.described[title]
        return sheet, places.get(column, places["title"])
    for entry in package.entries:
        if entry.document.get("title", "").casefold() == title:
            return entry.sheet, entry.places.get(column, entry.places["evidence"])
    return None


def _in_words(text: str, found: Understood, package: Package, cell: Cell | None, numbered: bool) -> str:
    """A finding's text in the words of a workbook, with this one’s headings, and rows where they are `numbered`."""
    sheet = cell[0] if cell else next((entry.sheet for entry in package.entries), "")
    headings = {**OURS, **_headings(found, sheet)}
    text = _unquoted(text, lambda part: _with_rows(part, package, sheet)) if numbered else text
    return _unquoted(said_to(WORKBOOK, text), lambda part: HEADING.sub(lambda at: headings.get(at[1], at[1]), part))


def _unquoted(text: str, change: Callable[[str], str]) -> str:
    """The text with all changed but what stands in quotation marks, which is a sender's."""
    parts = QUOTED.split(text)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


def _headings(found: Understood, sheet: str) -> Mapping[str, str]:
    """The headings of a sheet by what they are read as; the first, where several are."""
    tables = [table for _, table in found.tables if table.sheet.name == sheet]
    return {column.field: shown(column.heading) for table in tables for column in reversed(table.columns)}


def _with_rows(text: str, package: Package, sheet: str) -> str:
    """The text with rows and lines of lines.csv named as the rows of the sheet that they come from."""
    rows = {line["line"]: row for row, line in enumerate(package.stands_as, start=FIRST)}
    text = ROW.sub(lambda at: _row_named(at[1], int(at[2]), package, sheet), text)
    return LINE.sub(lambda at: _row_named(at[1], rows.get(at[2], 0), package, sheet), text)


def _row_named(letter: str, row: int, package: Package, sheet: str) -> str:
    """Row 12, for a row of lines.csv that was read from it; in other words where the file doesn't have it."""
    entry = _entry(package, row)
    if entry is None:
        return f"{'A' if letter.isupper() else 'a'} row that is not in the file"
    other = f" of {shown(entry.sheet)}" if entry.sheet != sheet else ""
    return f"{'Row' if letter.isupper() else 'row'} {entry.at[0]}{other}"
