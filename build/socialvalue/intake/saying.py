"""What an import says. Every text of the file is made short and safe before it is printed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from socialvalue.check.names import plain
from socialvalue.how_many import many
from socialvalue.intake.amounts import amount
from socialvalue.intake.cell_notes import others
from socialvalue.intake.column import Column
from socialvalue.intake.entry import Change, Gathered, LeftOut
from socialvalue.intake.headings import FIELDS, TOTAL
from socialvalue.intake.packages import CORRECTED, NEW, REDRAFTED, SAME, Package
from socialvalue.intake.questions import OTHERS, Answers, Question
from socialvalue.intake.table import Table
from socialvalue.intake.understood import Understood
from socialvalue.intake.workbook import Cell, Sheet, Workbook, cells_named, letters, shown
from socialvalue.workbooks import layout

CELL = re.compile(r"![A-Z]{1,3}[0-9]")
"""A cell that a question names by itself."""
NAMED = 8
"""Returns that are named one by one."""
FEW = 14
"""Changed cells and other rows that are shown unless all are asked for."""


def columns_of(rows: Sequence[Sequence[str]], indent: str = "  ") -> list[str]:
    """Texts side by side, each column as wide as its longest."""
    widths = [max(len(text) for text in column) for column in zip(*rows, strict=True)]
    return [
        indent + "  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def what_it_is(books: Sequence[Workbook], found: Understood) -> Iterator[str]:
    """Each file, its sheets, and what was noticed about it."""
    for book in books:
        sheets = many(len(book.sheets), "sheet")
        yield f"{book.name}: {book.kind}, {sheets}. Read for its values alone; nothing in it was run, no link followed."
        yield from (f"  {said}" for said in book.noticed)
        rows = [(shown(table.sheet.name), *_table(table)) for own, table in found.tables if own is book]
        rows += [(shown(table.sheet.name), "our own workbook", "") for own, table in found.own if own is book]
        rows += [(shown(sheet.name), _size(sheet), why) for own, sheet, why in found.without if own is book]
        yield from columns_of(rows) if rows else []
        yield from _notes(book)
        yield ""


def _notes(book: Workbook) -> Iterator[str]:
    """What stands on cells of sheets that people see: that is not read, whatever it says."""
    for sheet in book.sheets:
        notes = [] if sheet.hidden else list(others(sheet))
        if notes:
            more = f" and {len(notes) - NAMED:,} more" if len(notes) > NAMED else ""
            yield f"  Notes on cells of {shown(sheet.name)}, which are not read: {'; '.join(notes[:NAMED])}{more}"


def _size(sheet: Sheet) -> str:
    return many(sum(bool(text.strip()) for row in sheet.rows for text in row), "cell")


def _table(table: Table) -> tuple[str, str]:
    below = sum(1 for _ in table.numbers())
    said = [f"above it {many(len(table.titles), 'cell')} of titles"] if table.titles else []
    hidden = [column for column in table.columns if column.sure == "hidden"]
    if hidden:
        said.append(f"hidden: column {', '.join(letters(column.number) for column in hidden)}")
    if table.sheet.hidden_rows:
        said.append(f"{many(len(table.sheet.hidden_rows), 'row')} hidden")
    return f"{many(below, 'row')} below the headings in row {table.header}", "; ".join(said)


def how_read(found: Understood) -> Iterator[str]:
    """The mapping: each heading, what it becomes, an example, and how sure that is."""
    if found.mapping:
        yield f"Known by its headings: data/imports/{found.mapping.name}.toml"
        return
    for _, table in found.tables:
        yield f"How I read {shown(table.sheet.name)}:"
        yield ""
        rows = [("", "your heading", "becomes", "for example", "sure?")]
        rows += [(letters(column.number), *_column(table, column)) for column in table.columns]
        yield from columns_of(rows)
        yield ""


def _column(table: Table, column: Column) -> tuple[str, str, str, str]:
    example = next((text for row in table.numbers() if (text := table.cell(row, column.number))), "")
    becomes = FIELDS[column.field]
    if column.measure:
        becomes = f"figures of {shown(column.measure)}"
    if column.period:
        becomes = f"{becomes}, {shown(column.period)}"
    sure = column.sure
    if column.field == "running_total" and table.of("quantity"):
        becomes = f"left out: {shown(table.of('quantity')[0].heading)} is read"
    if column.field in ("left_out", "running_total") and (same := _same_as(table, column)):
        becomes, sure = f"left out: the same as {shown(same)}", "yes"
    heading = f"{column.group} / {column.heading}" if column.group else column.heading
    return shown(heading, 32), becomes, shown(example), sure


def _same_as(table: Table, column: Column) -> str:
    """The heading of the figures that a column repeats in every row, with or without unit; "" where it doesn't.

    Only one that says so itself, by the same heading or as a total: other figures may coincide.
    """
    for figures in table.of("quantity"):
        total = column.field == "running_total" or TOTAL.fullmatch(column.heading)
        if not (plain(column.heading) == plain(figures.heading) or (total and not figures.measure)):
            continue
        pairs = [(table.cell(row, column.number), table.cell(row, figures.number)) for row in table.numbers()]
        same = all(one == other or not one or amount(one).number == amount(other).number for one, other in pairs)
        if same and any(amount(one).number for one, _ in pairs):
            return figures.heading
    return ""


def question_lines(question: Question, number: int, typed: bool = False, cells: Sequence[Cell] = ()) -> Iterator[str]:
    """A question as it is asked in a terminal, or listed with the way to answer it; and the cells that it is about."""
    default = f" [{question.default}]" if question.default else ""
    yield f"{number}  {question.words}{default}"
    if cells and (question.key.startswith(OTHERS) or not CELL.search(question.words)):
        yield f"     It stands in {cells_named(cells)}."
    yield from (f"     {line}" for line in question.more)
    plain = question.is_plain
    for at, choice in enumerate(question.choices if not plain else (), start=1):
        yield f"     {at}  {choice.words}" if typed else f"     {choice.value:<14}  {choice.words}"
    if question.typed:
        yield f"     or type {question.typed}" if question.choices else f"     Type {question.typed}."
    if not typed:
        yield f"     --answer {question.key}={'yes   or   =no' if plain else '…'}"


def changes_of(found: Understood) -> list[Change]:
    """Every cell that is written otherwise than it stood, each once."""
    once: dict[tuple[str, tuple[int, int], str], Change] = {}
    for entry in found.gathered.entries:
        for change in entry.changes:
            once.setdefault((change.sheet, change.at, change.becomes), change)
    return sorted(once.values(), key=lambda change: (change.sheet, change.at[1], change.at[0]))


def changed(found: Understood, whole: bool) -> Iterator[str]:
    """The list of changed cells, and the rows that are left out."""
    return changed_cells(changes_of(found), found.gathered.left_out, whole)


def changed_cells(changes: Sequence[Change], left_out: Sequence[LeftOut], whole: bool) -> Iterator[str]:
    """The list of some changed cells, and of the rows that are left out."""
    several = len({change.sheet for change in changes}) > 1
    yield f"Changed: {many(len(changes), 'cell')}"
    groups: dict[tuple[str, str, str, str, int], list[str]] = {}
    for change in changes:
        key = (change.sheet if several else "", change.was, change.becomes, change.why, change.at[1])
        groups.setdefault(key, []).append(change.cell)
    rows = [("cell", "was", "is", "why")]
    for (sheet, was, becomes, why, _), cells in groups.items():
        named = " ".join(cells) if whole or len(cells) < 5 else f"{cells[0]} to {cells[-1]} ({len(cells)})"
        where = f"{shown(sheet)}!{named}" if sheet else named
        rows.append((where, shown(was), shown(becomes), shown(why, 60)))
    shown_rows = rows if whole else rows[: FEW + 1]
    yield from columns_of(shown_rows) if len(rows) > 1 else []
    if len(rows) > len(shown_rows):
        yield f"  … {len(rows) - len(shown_rows)} more: --show changes"
    yield from _left_out(left_out, several, whole)


def _left_out(left: Sequence[LeftOut], several: bool, whole: bool) -> Iterator[str]:
    if not left:
        return
    yield f"Left out: {many(len(left), 'cell')}"
    groups: dict[tuple[str, str], list[str]] = {}
    for each in left:
        groups.setdefault((each.sheet if several else "", each.why), []).append(str(each.row))
    for (sheet, why), rows in groups.items():
        once = list(dict.fromkeys(rows))
        named = ", ".join(once) if whole or len(once) < 9 else f"{', '.join(once[:8])} and {len(once) - 8} more"
        place = f"{shown(sheet)} " if sheet else ""
        yield f"  {place}row {named}: {shown(why, 70)}"


def taken(answers: Answers, gathered: Gathered, senders: Sequence[str] = (), own: bool = False) -> Iterator[str]:
    """What was not asked: what the file decides, and what it says once for every row. `senders` are the organisations
    that are taken to send the returns, where the file names none; `own` says that the file is our workbook."""
    rows = []
    for key, value in answers.used.items():
        question = answers.asked[key]
        if value != question.default or key in answers.given or key in answers.kept or key == "mapping":
            continue
        words = next((choice.words for choice in question.choices if choice.value == value), value)
        rows.append((question.words, f"{words}   (--answer {key}=… says otherwise)"))
    if senders:
        named = ", ".join(senders[:NAMED]) + (f" and {len(senders) - NAMED:,} more" if len(senders) > NAMED else "")
        where = f"Organisation on the sheet {layout.START}" if own else "submitted_by in datapackage.json"
        rows.append(("Who sends it?", f"{named}   ({where} says otherwise)"))
    if rows:
        yield "Taken as certain:"
        yield from columns_of(rows)
    if gathered.said_once:
        yield f"For every row that says nothing else: {'; '.join(gathered.said_once)}."


WORDS = {
    NEW: "new",
    SAME: "as before: not touched",
    CORRECTED: "corrected: version raised",
    REDRAFTED: "drafts written again",
}


def states(packages: Sequence[Package]) -> Iterator[str]:
    """How many returns are new, as before and corrected; a few by their project and days, too."""
    counts = Counter(package.state for package in packages)
    if len(packages) > 1:
        yield from (f"  {counts[state]:>5,}  {words}" for state, words in WORDS.items() if counts[state])
    if len(packages) <= NAMED:
        yield from (f"{package.owner}: {package.span.words}" for package in packages)
    for package in packages:
        if package.state == CORRECTED and package.standing:
            yield f"  {package.project}/{package.standing.folder.name} is corrected by {package.owner}:"
            yield from (f"    {shown(line, 100)}" for line in package.changed[:8])
