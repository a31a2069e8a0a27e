"""CSV that opens safely: RFC 4180, UTF-8, fixed decimals, no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence

RISKY = tuple("=+-@\t\r\n＝＋－＠")


def pounds_decimal(pence: int) -> str:
    """Pounds with two decimals: 4183220.00."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"


def safe(text: str) -> str:
    """Text that a spreadsheet shows instead of running it. A real negative number stays a number."""
    if text.startswith(RISKY) and not _number(text):
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
