"""A change for a terminal."""

from collections.abc import Sequence

from socialvalue.review.changes import Changes
from socialvalue.review.document import Line, document, first_line
from socialvalue.review.form import Form


def write(changes: Changes) -> str:
    """The first line, then each part with its title."""
    out = [first_line(changes)]
    for part in document(changes):
        if part.sentences or part.table or part.ticks:
            out += ["", part.title, *(f"  {each}" for each in part.sentences)]
            out += _columns([part.heads, *part.table]) if part.table else []
            out += [f"  [ ] {tick}" for tick in part.ticks]
    return "\n".join([*out, "", changes.compared, ""])


def _columns(rows: Sequence[Line]) -> list[str]:
    wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return ["  " + "  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip() for row in rows]


FORM = Form("text", write)
