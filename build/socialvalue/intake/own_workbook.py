"""Read our own workbook, the one that `socialvalue template` writes. It is known by its mark.

No formula of ours is read: names are looked up instead, so that a file saved without results reads the same."""

import re
from collections.abc import Mapping
from datetime import date

from socialvalue.check.document_titles import says_none, says_some
from socialvalue.domain.corrections import ATTESTATIONS
from socialvalue.domain.spans import Span
from socialvalue.errors import BrokenRepository
from socialvalue.intake.column import Column
from socialvalue.intake.days import ORDERS, day_of
from socialvalue.intake.entry import Context, Gathered
from socialvalue.intake.particulars import NAMED
from socialvalue.intake.periods import period_meant
from socialvalue.intake.table import Table
from socialvalue.intake.words import EMPTY, Words
from socialvalue.intake.workbook import Place, Sheet, Workbook, column_of, shown
from socialvalue.workbooks import layout

TICKED = ("only_this_contract", "of_this_contract")
"""What the mark calls the cells of the two declarations."""
ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,5})")
DOCUMENT = {column.field: at for at, column in enumerate(layout.EVIDENCE_COLUMNS, start=1) if column.field}


def _sheet(book: Workbook, name: str) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def marks_of(book: Workbook) -> dict[str, str]:
    """What our mark in a workbook says: from the hidden sheet Lists, and from the properties of the file."""
    found = {key: book.properties[name] for key, name in layout.PROPERTIES.items() if name in book.properties}
    lists = _sheet(book, layout.LISTS)
    if lists is not None:
        for row in range(1, len(layout.MARKS) + 1):
            key, value = (lists.cell(row, column) for column in (layout.MARK_COLUMN, layout.MARK_VALUE_COLUMN))
            if key in layout.MARKS:
                found[key] = value
    return found


def is_ours(book: Workbook) -> bool:
    """Whether it was made by our template: it bears the mark, and the sheet with the figures is there."""
    return "template" in marks_of(book) and _sheet(book, layout.FIGURES) is not None


def table_of(book: Workbook) -> Table:
    """The rows of Your figures, with the columns that people fill in: what the others show may be a formula of ours."""
    sheet = _sheet(book, layout.FIGURES)
    assert sheet is not None
    columns = [
        Column(number, " ".join(column.heading.split()), field=column.field or "left_out", sure="yes")
        for number, column in enumerate(layout.FIGURES_COLUMNS, start=1)
    ]
    return Table(sheet, 1, columns)


def context_of(book: Workbook, words: Words, gathered: Gathered) -> Context:
    """What its sheet Start here says for every row; who sends it and what is ticked goes to `gathered`.

    Raises:
        BrokenRepository: the mark names a template, a project or a period that is not known here.
    """
    marks = marks_of(book)
    if marks["template"] != layout.TEMPLATE:
        said = f"{book.name} was made by template {shown(marks['template'])}; this program reads {layout.TEMPLATE}."
        raise BrokenRepository(f"{said} Make a new one with socialvalue template, and copy the figures over.")
    project = marks.get("project", "")
    if project not in words.register.projects:
        raise BrokenRepository(f'{book.name} is for "{shown(project)}", which is no project of the register.')
    found = _sheet(book, layout.START)
    start = Sheet("", []) if found is None else found
    _heads(start, marks, gathered, words)
    _documents(book, words, gathered)
    context = Context(project, _span(marks, words.register.quarters))
    for name, mark in (("area", "area"), ("organisation", "done_by"), ("tier", "tier"), ("status", "status")):
        if text := _at(start, marks.get(mark, "")):
            read = words.named(name, text, of_rows=False) if name in NAMED else getattr(words, name)(text)
            code = "" if read.code == EMPTY else read.code
            setattr(context, name, code)
            if code:
                said = f"{shown(text)} ({code})" if code.casefold() != text.casefold() else code
                of_some = name == "tier" and not context.organisation
                gathered.said_once.append(f"{said}, where the row says who did it" if of_some else said)
    return context


def _span(marks: Mapping[str, str], quarters: str) -> Span:
    if marks.get("start") and marks.get("end"):
        return Span(date.fromisoformat(marks["start"][:10]), date.fromisoformat(marks["end"][:10]))
    return period_meant(marks.get("period", ""), quarters)[0]


def place_in(address: str) -> Place | None:
    """The cell that an address of the mark names: C16, or 'Start here'!$C$16; None where it names none."""
    found = ADDRESS.fullmatch(address.rpartition("!")[2].replace("$", ""))
    return (int(found[2]), column_of(found[1].encode())) if found else None


def _at(sheet: Sheet, address: str) -> str:
    at = place_in(address)
    return sheet.cell(*at).strip() if at else ""


def _heads(start: Sheet, marks: Mapping[str, str], gathered: Gathered, words: Words) -> None:
    """Who sends it, and the two ticks."""
    cells = {name: marks.get(name, "") for name in ("organisation", "mailbox")}
    cells["attestations"] = marks.get(TICKED[0], "")
    cells |= zip(ATTESTATIONS, (marks.get(name, "") for name in TICKED), strict=True)
    gathered.head_cells |= {name: (start.name, at) for name, address in cells.items() if (at := place_in(address))}
    for name, mark in zip(ATTESTATIONS, TICKED, strict=True):
        if _at(start, marks.get(mark, "")).casefold() in layout.TICKS:
            gathered.heads[name] = "yes"
    if sender := _at(start, marks.get("organisation", "")):
        code = words.named("organisation", sender, of_rows=False).code
        gathered.heads["organisation"] = "" if code == EMPTY else code
    if mailbox := _at(start, marks.get("mailbox", "")):
        gathered.heads["mailbox"] = mailbox


def _documents(book: Workbook, words: Words, gathered: Gathered) -> None:
    """The documents of the sheet Evidence, by their titles in small letters."""
    sheet = _sheet(book, layout.EVIDENCE)
    for row in range(2, len(sheet.rows) + 1) if sheet else ():
        document = {field: text for field, at in DOCUMENT.items() if sheet and (text := sheet.cell(row, at).strip())}
        if not document.get("title") or says_none(document["title"]) or says_some(document["title"]):
            continue
        for field in ("dated", "checked_on"):
            if field in document:
                document[field] = day_of(document[field], ORDERS[0]) or document[field]
        if "kind" in document:
            document["kind"] = words.kind(document["kind"]).code
        if "checked_by" in document:
            document["checked_by"] = words.named("organisation", document["checked_by"]).code
        assert sheet is not None
        title = document["title"].casefold()
        gathered.described[title] = (sheet.name, {name: (row, at) for name, at in DOCUMENT.items()})
        gathered.documents[title] = {key: v for key, v in document.items() if v not in ("", EMPTY)}
