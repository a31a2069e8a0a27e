"""The sheet Evidence: a row for each document that shows a figure."""

from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.looks import MAY, Looks

PLACE = {column.field: at for at, column in enumerate(layout.EVIDENCE_COLUMNS)}


def write_evidence(sheet: Worksheet, looks: Looks, contents: Contents) -> None:
    """Write the sheet. Every cell is text, so that 2025-06 stays what was typed."""
    sheet.hide_gridlines(2)
    for at, column in enumerate(layout.EVIDENCE_COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write(0, at, column.heading, looks["fill_in"])
    sheet.set_row(0, 36)
    sheet.freeze_panes(1, 1)
    for row in range(1, layout.EVIDENCE_ROWS + 1):
        given = contents.documents[row - 1] if row <= len(contents.documents) else {}
        for name, at in PLACE.items():
            sheet.write(row, at, given.get(name, ""), looks["typed"])
    last = layout.EVIDENCE_ROWS
    sheet.data_validation(1, PLACE["title"], last, PLACE["title"], {
        "validate": "any", "input_title": "Title",
        "input_message": "What the document is called, as in: Apprentice log, April to June. No names of people.",
    })  # fmt: skip
    sheet.data_validation(1, PLACE["kind"], last, PLACE["kind"], {
        "validate": "list", "source": list(contents.kinds), "error_type": "information",
        "error_title": "Not in the list", "error_message": "We will ask about it.",
    })  # fmt: skip
    sheet.data_validation(1, PLACE["checked_by"], last, PLACE["checked_by"], {
        "validate": "list", "source": f"={layout.NAMES['organisations']}", "error_type": "information",
        "error_title": "Not in the list", "error_message": "We will ask about this organisation.",
    })  # fmt: skip
    sheet.conditional_format(
        f"B2:B{last + 1}", {"type": "formula", "criteria": '=AND($A2<>"",$B2="")', "format": looks["ask"]}
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, len(PLACE) - 1)
    sheet.protect("", MAY)
