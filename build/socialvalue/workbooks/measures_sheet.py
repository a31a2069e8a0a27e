"""The sheet What counts: every measure of the edition, to be looked up."""

from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.looks import MAY, Looks
from socialvalue.workbooks.measures import Measure

COLUMNS = (("Theme", 22, "theme"), ("Measure", 34, "name"), ("Unit", 18, "unit"), ("What counts", 60, "what_counts"),
           ("What does not", 46, "what_does_not"), ("People\nneeded?", 9, "people"), ("Others call it", 46, "others"),
           ("Code", 8, "code"))  # fmt: skip
SMALL = ("what_counts", "what_does_not", "others")
LINE = 12.75
"""The height of a line of small text."""


def write_measures(sheet: Worksheet, looks: Looks, contents: Contents) -> None:
    """Write the sheet, which can be sorted and filtered."""
    for at, (heading, width, _) in enumerate(COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write(0, at, heading, looks["fills_itself"])
    for row, measure in enumerate(contents.measures, start=1):
        for at, (_, _, name) in enumerate(COLUMNS):
            look = "locked_name" if name == "name" else "locked_small" if name in SMALL else "locked"
            sheet.write(row, at, getattr(measure, name), looks[look])
        sheet.set_row(row, LINE * max(2, _lines(measure)))
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(contents.measures), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.protect("", {**MAY, "autofilter": True, "sort": True})


def _lines(measure: Measure) -> int:
    """How many lines the longest of its texts takes."""
    return max(len(getattr(measure, name)) // width + 1 for _, width, name in COLUMNS if name in SMALL)
