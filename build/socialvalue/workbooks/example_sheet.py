"""The sheet An example: three rows as they are filled in. Its figures are made up, and it says so."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from socialvalue.workbooks import layout
from socialvalue.workbooks.contents import Contents
from socialvalue.workbooks.looks import MAY, Looks
from socialvalue.workbooks.measures import Measure

COLUMNS = (("Measure", 34), ("How much\nthis period", 14), ("Unit", 18), ("People\nbehind it", 11), ("How sure", 24),
           ("Evidence\n(title)", 34), ("Note for readers", 34), ("Why it is filled in so", 60))  # fmt: skip
TALL = 64
SELF_REPORTED, EVIDENCED = list(layout.STATUSES)[:2]


def write_example(sheet: Worksheet, looks: Looks, contents: Contents) -> None:
    """Write the sheet: a row with a document, one that counts people where there is such a measure, and one with 0."""
    sheet.hide_gridlines(2)
    for at, (heading, width) in enumerate(COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write(1, at, heading, looks["fills_itself"])
    sheet.set_row(0, 30)
    sheet.write(0, 0, "Made up, to show how a row is filled in. Nothing on this sheet is sent.", looks["notice"])
    sheet.set_row(1, 36)
    for row, cells in enumerate(_rows(contents), start=2):
        sheet.set_row(row, TALL)
        for at, value in enumerate(cells):
            look = (
                looks.given(value) if isinstance(value, int | float) else looks["locked_name" if at == 0 else "locked"]
            )
            sheet.write(row, at, value, look)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.protect("", MAY)


def _rows(contents: Contents) -> Sequence[Sequence[str | int | float]]:
    counted = _first(contents, people="no", adds_up="flow")
    with_people = _first(contents, people="yes", adds_up="flow")
    rows: list[Sequence[str | int | float]] = []
    if counted:
        why = "A plain number, for this period alone. The title is one of the sheet Evidence."
        rows.append((counted.name, 26, counted.unit, "", EVIDENCED, "Site log, this period", "", why))
    if with_people:
        why = "This measure asks for the people behind the figure: whole people, each counted once."
        note = "Twelve people, for some weeks each."
        rows.append((with_people.name, 2.25, with_people.unit, 12, SELF_REPORTED, "", note, why))
    if counted:
        why = "0 says that there was none, and is sent. An empty cell says nothing, and is not sent."
        rows.append((counted.name, 0, counted.unit, "", SELF_REPORTED, "", "", why))
    return rows


def _first(contents: Contents, people: str, adds_up: str) -> Measure | None:
    promised = [figure.measure for figure in contents.figures]
    plain = [each for each in (*promised, *contents.measures) if each.narrative == "no" and not each.least]
    return next((each for each in plain if each.people == people and each.adds_up == adds_up), None)
