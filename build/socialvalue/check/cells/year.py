"""Years of columns that hold no day: the calendar's, the financial one, and that of a price."""

from collections.abc import Callable, Mapping

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.check.cells.day import DATED, of_a_year, part
from socialvalue.domain.years import financial_year_from, is_financial_year, is_year

YEAR = "(19|2[01])[0-9]{2}"
FINANCIAL = f"^{YEAR}-[0-9]{{2}}$"
PRICED = f"^({YEAR}(-[0-9]{{2}})?|delivery)$"


def financial(text: str) -> str:
    """A financial year, as 2023-24: its second half is the year after the first, which no form can say."""
    first = text[:4]
    if len(text) == len("2023-24") and is_year(of_a_year(text)[:4]) and not is_financial_year(text):
        said = "is no financial year: its second half is the year after the first."
        right = f"Write {financial_year_from(int(first))} for April {first} to March {int(first) + 1}."
        raise BadCell("well-formed", said, right)
    return text


def year(text: str) -> str:
    """A year of the calendar."""
    return of_a_year(text) if len(text) == len("2023") else text


def of_prices(text: str) -> str:
    """A year of the calendar, a financial year, or the word delivery."""
    return year(text) if "-" not in text else financial(text)


JUDGES: Mapping[str, Callable[[str], str]] = {DATED: part, f"^{YEAR}$": year, FINANCIAL: financial, PRICED: of_prices}
"""What judges a text of each form before the form does, since it can say more."""
