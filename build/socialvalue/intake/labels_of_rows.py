"""Measures across the top, and a first column called KPI: its cells name no measure, and say what each row is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from socialvalue.intake.amounts import amount
from socialvalue.intake.column import GUESSED, NO_HEADING, Column
from socialvalue.intake.headings import DONE, NOT_DONE, TOTAL, field_of, says_so_far
from socialvalue.intake.measures import named
from socialvalue.intake.register import Register
from socialvalue.intake.two_headings import split_period
from socialvalue.intake.workbook import Sheet

OF_FIGURES = ("quantity", "running_total")
OF_DAYS = ("period", "start", "day")
MOSTLY = 2
"""One cell in so many has to be a period, or a project, in a column whose heading says nothing."""
LEAST = 2
"""Filled cells in a row that make it more than a note."""


def labelled(sheet: Sheet, header: int, columns: Sequence[Column], register: Register) -> list[Column]:
    """The columns, with what a column of measures really says where the headings name these: the period, the project or
    the organisation of each row, or in other words what the row is."""
    figures = [column for column in columns if column.field in OF_FIGURES]
    if any(not column.measure for column in figures):
        return list(columns)
    return [_labels(sheet, header, column, columns, register) for column in columns]


def _labels(sheet: Sheet, header: int, column: Column, columns: Sequence[Column], register: Register) -> Column:
    across = any(each.measure for each in columns)
    unread = across and column.field == "left_out" and column.sure in ("not known", NO_HEADING)
    texts = list(_texts(sheet, header, column.number)) if unread or column.field == "measure" else []
    if not texts or any(named(register, text, register.framework("")) for text in texts):
        return column
    if not across and not (all(_is_label(text, register) for text in texts) and _some_figures(sheet, header, column)):
        return column
    there = {each.field for each in columns}
    days = [says_period(text) for text in texts]
    if any(days) and not there & set(OF_DAYS) and (not unread or MOSTLY * sum(days) >= len(texts)):
        return replace(column, field="period", sure=GUESSED if unread else column.sure)
    field, certain = _names(texts, [text for row in sheet.rows[: header - 1] for text in row], register)
    count = sum(bool(register.exact(field, text)) for text in texts) if field else 0
    if count and field not in there and (not unread or MOSTLY * count >= len(texts)):
        return replace(column, field=field, sure=column.sure if certain and not unread else GUESSED)
    return column if unread else replace(column, field="row")


def _names(texts: Sequence[str], titles: Sequence[str], register: Register) -> tuple[str, bool]:
    """Whether texts are names of projects or of organisations, and whether that is certain.

    Of some that are both, as a firm with a project of its own, most decide. Where a title names another project, its
    rows are those who worked on it.
    """
    projects, firms = ([text for text in texts if register.exact(kind, text)] for kind in ("project", "organisation"))
    named = {project for title in titles for project in register.projects_in(title)}
    others = bool(named) and not named & {register.exact("project", text) for text in projects}
    if not firms or not projects:
        return "project" if projects else "organisation" if firms else "", not (projects and others)
    if len(projects) != len(firms):
        return ("project" if len(projects) > len(firms) else "organisation"), not set(projects) & set(firms)
    return ("organisation" if others else "project"), False


def says_period(text: str) -> bool:
    """Whether a cell is a period, a month or a quarter, with or without a word of what its figures are."""
    return not text.isdigit() and bool(split_period(text, True)[1])


def _is_label(text: str, register: Register) -> bool:
    """Whether a cell says what its row is: a period, a target, what was done, a total so far, a project."""
    words = set(re.findall(r"[a-z]+", text.casefold()))
    known = words & (NOT_DONE | DONE) or TOTAL.fullmatch(text) or says_so_far(text) or field_of(text) in OF_FIGURES
    return bool(known) or says_period(text) or bool(register.exact("project", text))


def _some_figures(sheet: Sheet, header: int, column: Column) -> bool:
    """Whether other cells beside the labels are figures."""
    rows = sheet.rows[header:]
    return any(amount(text).number for row in rows for at, text in enumerate(row, start=1) if at != column.number)


def _texts(sheet: Sheet, header: int, number: int) -> Iterator[str]:
    """The texts of a column, in the rows that have more than one cell."""
    for row in range(header + 1, len(sheet.rows) + 1):
        text = sheet.cell(row, number).strip()
        if text and sum(bool(each.strip()) for each in sheet.rows[row - 1]) >= LEAST:
            yield text
