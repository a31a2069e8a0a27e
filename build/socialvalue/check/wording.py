"""Write figures and days in messages as people write them."""

from collections.abc import Sequence
from datetime import date

from socialvalue.records import MILLION

REMEMBERED = ("disclosures.csv", "links.csv")
"""The tables that remember what a site has told, and which counts may be of the same people."""
BRING_BACK = (
    "Bring it back as it was, from git or from a copy. Never begin it anew: it remembers what the site has told, and "
    "without it hidden numbers can be worked out."
)
"""What to do where it was lost."""


def figure(millionths: int) -> str:
    """A number held in millionths: 1234500000 -> 1,234.5."""
    whole, part = divmod(abs(int(millionths)), MILLION)
    decimals = f"{part:06d}".rstrip("0")
    sign = "−" if millionths < 0 else ""
    return f"{sign}{whole:,}.{decimals}" if decimals else f"{sign}{whole:,}"


def typed(millionths: int) -> str:
    """The same as it stands in a file: 1234.5."""
    return figure(millionths).replace(",", "").replace("−", "-")


def in_words(day: str) -> str:
    """A day or month of the calendar: 2024-03-31 -> 31 March 2024, 2024-03 -> March 2024. Other text stays as it is."""
    month = len(day) == len("2024-03")
    try:
        found = date.fromisoformat(f"{day}-01" if month else day)
    except ValueError:
        return day
    return f"{found:%B %Y}" if month else f"{found.day} {found:%B %Y}"


def in_list(names: Sequence[str], last: str = "and") -> str:
    """1, 2 and 3."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
