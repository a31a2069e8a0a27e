"""The hidden sheet Lists: what the drop-downs offer, what the formulas look up, and the mark that import knows."""

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.lookup import LETTERS
from socialvalue.workbooks.start_sheet import Places

CHOICES = {"areas": "H", "organisations": "I", "tiers": "J", "statuses": "K", "bounds": "L"}
"""The columns that hold what the drop-downs offer, by their names in the layout."""


def write_lists(book: Workbook, sheet: Worksheet, contents: Contents, places: Places) -> None:
    """Write the sheet, its defined names and the mark."""
    for what, letter in LETTERS.items():
        column = ord(letter) - ord("A")
        sheet.write(0, column, what.replace("_", " "))
        for row, measure in enumerate(contents.measures, start=1):
            sheet.write(row, column, getattr(measure, what))
    offered: Mapping[str, Sequence[str]] = {
        "areas": contents.areas,
        "organisations": contents.organisations,
        "tiers": list(layout.TIERS),
        "statuses": list(layout.STATUSES),
        "bounds": list(layout.BOUNDS),
    }
    for name, letter in CHOICES.items():
        sheet.write_column(0, ord(letter) - ord("A"), [name, *offered[name]])
        book.define_name(layout.NAMES[name], f"=Lists!${letter}$2:${letter}${len(offered[name]) + 1}")
    name = LETTERS["name"]
    book.define_name(layout.NAMES["measures"], f"=Lists!${name}$2:${name}${len(contents.measures) + 1}")
    titles = f"{layout.EVIDENCE}!$A$2:$A${layout.EVIDENCE_ROWS + 1}"
    book.define_name(layout.NAMES["documents"], f"=OFFSET({layout.EVIDENCE}!$A$2,0,0,MAX(1,COUNTA({titles})),1)")
    _mark(book, sheet, contents, places)
    sheet.protect()
    sheet.hide()


def _mark(book: Workbook, sheet: Worksheet, contents: Contents, places: Places) -> None:
    held = {
        "template": layout.TEMPLATE,
        "project": contents.project,
        "period": contents.span.folder,
        "start": contents.span.start.isoformat(),
        "end": contents.span.end.isoformat(),
        "framework": contents.framework,
        "edition": contents.edition,
        "previous": contents.previous,
        **places,
    }
    for row, key in enumerate(layout.MARKS):
        sheet.write_string(row, layout.MARK_COLUMN - 1, key)
        sheet.write_string(row, layout.MARK_VALUE_COLUMN - 1, held[key])
    book.define_name(layout.MARK_NAME, f"=Lists!$R$1:$S${len(layout.MARKS)}")
