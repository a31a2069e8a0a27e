"""Read a workbook from standard input and write its cells as JSON: a process of its own, which may come to an end.

The reader makes room for every cell up to the furthest one, and stops the whole process when there is none. So it runs
here, with as much memory and time as it may take:
`python -m socialvalue.intake.calamine_child SECONDS BYTES CHARACTERS`.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from socialvalue import system


def text_of(value: Any) -> str:
    """A cell as text: 412.5, 2025-06-30, TRUE, or as it stands."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time | timedelta):
        return str(value)
    return "" if value is None else str(value)


def number(value: float) -> str:
    """A number in the 15 digits that a spreadsheet shows, written out: 1.2e+16 -> 12000000000000000."""
    found = f"{Decimal(format(value, '.15g')):f}"
    return found.rstrip("0").rstrip(".") if "." in found else found


def merged(sheet: Any) -> list[tuple[int, int, int, int]]:
    """Merged cells, each as first row, first column, last row, last column, counted from 1."""
    ranges = sheet.merged_cell_ranges or []
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]


def main(seconds: int, memory: int, characters: int) -> None:
    """Write {"sheets": [{"name", "hidden", "rows", "merged"}]}, or {"wrong": what}."""
    system.bound(seconds, memory)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
        sheets = []
        for sheet in book.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(sheet.name)
            cells = found.to_python(skip_empty_area=False)
            rows = [[text_of(value) for value in row] for row in cells]
            characters -= sum(len(text) for row in rows for text in row)
            if characters < 0:
                sys.stdout.write(json.dumps({"wrong": "text"}))
                return
            hidden = sheet.visible != SheetVisibleEnum.Visible
            sheets.append({"name": sheet.name, "hidden": hidden, "rows": rows, "merged": merged(found)})
    except PasswordError:
        sys.stdout.write(json.dumps({"wrong": "password"}))
    except (CalamineError, OSError, ValueError) as error:
        sys.stdout.write(json.dumps({"wrong": "damaged", "said": str(error)[:200]}))
    else:
        sys.stdout.write(json.dumps({"sheets": sheets}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
