"""Write the workbook of a return, sheet by sheet, with XlsxWriter. The same contents give the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import ClassVar

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.evidence_sheet import write_evidence
from socialvalue.workbooks.example_sheet import write_example
from socialvalue.workbooks.figures_sheet import write_figures
from socialvalue.workbooks.lists_sheet import write_lists
from socialvalue.workbooks.looks import Looks
from socialvalue.workbooks.measures_sheet import write_measures
from socialvalue.workbooks.start_sheet import write_start

MADE = datetime(2000, 1, 1)
"""The day that every workbook says it was made on, so that a build can be repeated byte for byte."""
MOST_FORMULAS = 10_000
"""Formulas that are known at a time."""
OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that looks for newer functions once in each formula, as most stand in the workbook of every project.

    XlsxWriter looks for thirty of them each time, which was a third of the time that a workbook takes.
    """

    _known: ClassVar[dict[tuple[str, bool], str]] = {}

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        key = formula, expand_future_functions
        if key not in self._known:
            if len(self._known) >= MOST_FORMULAS:
                self._known.clear()
            self._known[key] = super()._prepare_formula(formula, expand_future_functions)
        return self._known[key]


def written(contents: Contents) -> bytes:
    """The workbook, as .xlsx."""
    out = BytesIO()
    book = Workbook(out, OPTIONS)
    _mark(book, contents)
    looks = Looks(book)
    sheets = {name: book.add_worksheet(name, _Sheet) for name in layout.SHEETS}
    places = write_start(sheets[layout.START], looks, contents)
    write_figures(book, sheets[layout.FIGURES], looks, contents, places)
    write_evidence(sheets[layout.EVIDENCE], looks, contents)
    write_example(sheets[layout.EXAMPLE], looks, contents)
    write_measures(sheets[layout.WHAT_COUNTS], looks, contents)
    write_lists(book, sheets[layout.LISTS], contents, places)
    for sheet in list(sheets.values())[:-1]:
        sheet.set_paper(9)
        sheet.set_footer("&L&A&R&P of &N")
    sheets[layout.START].activate()
    book.close()
    return out.getvalue()


def _mark(book: Workbook, contents: Contents) -> None:
    title = f"Social value return: {contents.name}, {contents.span.words}"
    said = "Fill in and send back. What you send becomes public."
    book.set_properties({"title": title, "subject": "Social value return", "comments": said, "created": MADE})
    held = {
        "template": layout.TEMPLATE,
        "project": contents.project,
        "period": contents.span.folder,
        "edition": f"{contents.framework} {contents.edition}",
    }
    for key, name in layout.PROPERTIES.items():
        book.set_custom_property(name, held[key], "text")
