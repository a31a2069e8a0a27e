"""26*, and below the table: * of which 10 in the quarter before. What the sign stands for is said with the question."""

import re
from collections.abc import Sequence

from socialvalue.intake.workbook import Sheet, place, shown

SIGN = re.compile(r"([*†‡§¹²³⁴]+)\s*$|\[superscript ([^\]]{1,3})\]")
LONG = 80
MOST = 3


def footnotes(sheet: Sheet, text: str) -> Sequence[str]:
    """What a sheet says of the sign behind a figure: the texts that begin with it."""
    found = SIGN.search(text)
    if not found:
        return ()
    sign = found[1] or found[2]
    begins = re.compile(rf"\s*[(\[]?{re.escape(sign)}(?![*0-9])[)\].:]?\s*\S*[a-z]", re.IGNORECASE)
    notes = (
        f"{place(row, column)} says “{shown(said, LONG)}”."
        for row, line in enumerate(sheet.rows, start=1)
        for column, said in enumerate(line, start=1)
        if begins.match(said) and said.strip() != text
    )
    return [note for note, _ in zip(notes, range(MOST), strict=False)]
