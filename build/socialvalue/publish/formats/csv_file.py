"""CSV that opens safely: RFC 4180, UTF-8, fixed decimals, no cell that a spreadsheet would run."""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

RISKY = "=+\\-@%\u207a\u207c\u208a\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6a\ufe6b\uff05\uff0b\uff0d\uff1d\uff20"
"""What begins a formula, also in the forms that a spreadsheet reads as the plain ones."""
PARTS = ";|\u037e\ufe14\ufe54\uff1b\uff5c"
"""What parts cells in a spreadsheet of another country, besides tabs and line ends: it takes our comma for text."""
CONTROLS = "\0-\x1f\x7f-\x9f"
UNSEEN = (
    "\0-\x20\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""What a spreadsheet may skip before it looks for a formula: controls, spaces, and what only directs the others."""
BEGINS = f"^(?:[{CONTROLS}]|[{UNSEEN}]*[{RISKY}{PARTS}])"
FOLLOWS = f'([{PARTS}\t\r\n])(?=[{UNSEEN}"]*[{RISKY}])'
"""Quotation marks are stepped over: a reader that cuts there takes those off that our own have doubled."""
NUMBER = r"^-[0-9]+(?:\.[0-9]*)?$"
"""The patterns of the rule. The page that hands out chosen lines has them from here: they are JavaScript's, too."""
_HARMLESS = re.compile(f"[0-9A-Za-z][^{PARTS}\t\r\n]*\\Z")
"""What the rule has nothing to say of, as nearly every cell."""
_BEGINS, _FOLLOWS, _NUMBER = re.compile(BEGINS), re.compile(FOLLOWS), re.compile(NUMBER[:-1] + r"\Z")


def pounds_decimal(pence: int) -> str:
    """Pounds with two decimals: 4183220.00."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"


@lru_cache(maxsize=1 << 16)
def safe(text: str) -> str:
    """Text that a spreadsheet shows instead of running it. A real negative number stays a number.

    An apostrophe goes before a cell that could begin a formula, and behind a sign at which the spreadsheets of other
    countries cut a row into cells, where a formula could begin there.
    """
    if _HARMLESS.match(text):
        return text
    guarded = _FOLLOWS.sub(r"\1'", text)
    return f"'{guarded}" if _BEGINS.match(text) and not _NUMBER.match(text) else guarded


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with one header row; every cell is made safe."""
    return b"".join([csv_header(header), *csv_rows(rows)])


def csv_header(header: Sequence[str]) -> bytes:
    """The header row of a file whose rows are made apart."""
    return b"".join(_written([header]))


def csv_rows(rows: Iterable[Sequence[str]]) -> list[bytes]:
    """Rows of a CSV file, each by itself with its line end; every cell is made safe."""
    return _written(map(safe, row) for row in rows)


def _written(rows: Iterable[Iterable[str]]) -> list[bytes]:
    lines = _Lines()
    csv.writer(lines).writerows(rows)
    return lines


class _Lines(list[bytes]):
    """What a writer of CSV writes, row by row."""

    def write(self, row: str) -> None:
        self.append(row.encode())
