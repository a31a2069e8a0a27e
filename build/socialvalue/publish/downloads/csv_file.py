"""CSV that opens safely: RFC 4180, UTF-8, fixed decimals, no cell that a spreadsheet would run."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

RISKY = tuple("=+-@")
UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Kinds of characters that a spreadsheet may skip before it looks for a formula."""


def pounds_decimal(pence: int) -> str:
    """Pounds with two decimals: 4183220.00."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"


def safe(text: str) -> str:
    """Text that a spreadsheet shows instead of running it. A real negative number stays a number."""
    first = next((at for at, character in enumerate(text) if unicodedata.category(character) not in UNSEEN), None)
    if first is None:
        return text
    hidden = first > 0 and unicodedata.category(text[0]) == "Cc"
    risky = unicodedata.normalize("NFKC", text[first]).startswith(RISKY)
    if hidden or (risky and not _number(text)):
        return "'" + text
    return text


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with one header row; every cell is made safe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _number(text: str) -> bool:
    whole, _, part = text.removeprefix("-").partition(".")
    return whole.isascii() and whole.isdigit() and (not part or (part.isascii() and part.isdigit()))
