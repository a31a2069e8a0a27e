"""Numbers, money, dates and periods as the site says them.

Money comes in whole pence, quantities in whole millionths.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from fractions import Fraction

from socialvalue.records import MILLION

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def pounds(pence: int) -> str:
    """Whole pounds for tables: £4,183,220."""
    sign = "−" if pence < 0 else ""
    return f"{sign}£{(abs(pence) + 50) // 100:,}"


def pounds_exact(pence: int) -> str:
    """Pounds and pence for workings: £4,183,220.00."""
    sign = "−" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02}"


def pounds_short(pence: int) -> str:
    """Two or three figures for headlines: £4.2 million, £48,000, £511."""
    whole = (abs(pence) + 50) // 100
    sign = "−" if pence < 0 else ""
    for size, name in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if whole >= size:
            tenths = (whole * 10 + size // 2) // size
            figure = f"{tenths // 10:,}" if tenths % 10 == 0 or tenths >= 1000 else f"{tenths // 10:,}.{tenths % 10}"
            return f"{sign}£{figure} {name}"
    if whole >= 10_000:
        return f"{sign}£{(whole + 500) // 1000 * 1000:,}"
    return f"{sign}£{whole:,}"


def pounds_scale(pence: int) -> tuple[str, int]:
    """The scale for numbers that must be short, as over a column: what it is called, and pence for one."""
    for size, name in ((1_000_000, "£ million"), (10_000, "£ thousand")):
        if pence >= size * 100:
            return name, 100 * (size if name == "£ million" else 1000)
    return "£", 100


def on_scale(pence: int, one: int) -> str:
    """A number on that scale: millions with one decimal, the rest whole."""
    if one == 100_000_000:
        tenths = (20 * pence + one) // (2 * one)
        return f"{tenths // 10:,}.{tenths % 10}"
    return f"{(2 * pence + one) // (2 * one):,}"


def pounds_number(millionths: int) -> str:
    """Pounds of a unit value, which may be finer than a penny: £9,800.00, £0.125."""
    text = plain(millionths)
    whole, _, part = text.partition(".")
    return f"£{whole}.{part:0<2}"


def factor(number: Fraction) -> str:
    """A factor to five decimals, rounded half-up: 1.34348."""
    whole = (2 * number.numerator * 100_000 + number.denominator) // (2 * number.denominator)
    return f"{whole // 100_000}.{whole % 100_000:05}".rstrip("0").rstrip(".")


def plain(millionths: int) -> str:
    """A number with its own decimals and commas: 1,200 or 55.5."""
    sign = "−" if millionths < 0 else ""
    whole, part = divmod(abs(millionths), MILLION)
    return f"{sign}{whole:,}" + (f".{part:06}".rstrip("0") if part else "")


def decimal(millionths: int) -> str:
    """A number for a data file: no commas, no exponent, no more decimals than it has."""
    return plain(millionths).replace(",", "").replace("−", "-")


def quantity(millionths: int, unit: Mapping[str, str]) -> str:
    """A quantity in the words of its unit, a row with unit, one and many: 55.5 weeks, £1,200,000, 79.7%."""
    if unit["unit"] == "gbp":
        pence = millionths // (MILLION // 100)
        return pounds_exact(pence) if pence % 100 else pounds(pence)
    if unit["unit"] == "percent":
        return f"{plain(millionths)}%"
    return f"{plain(millionths)} {unit['one'] if millionths == MILLION else unit['many']}"


def bounded(figure: str, bound: str) -> str:
    """A figure with its bound, as in: at least £4,000,000."""
    return f"{bound} {figure}" if bound else figure


def reach(low: int, high: int) -> str:
    """A range of money: £20,118 to £32,189."""
    return f"{pounds(low)} to {pounds(high)}"


def several(number: int, one: str, many: str = "") -> str:
    """How many of a thing: 1 line, 4 lines, no lines."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def listing(parts: Sequence[str]) -> str:
    """Words in a row: a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop at its end."""
    text = text.strip()
    return capital(text) + ("" if text.endswith((".", "?", "!", "…")) or not text else ".")


def web(address: str) -> str:
    """The address if it leads to the web; else nothing, so that no page links to a script or a file."""
    return address if address.lower().startswith(("https://", "http://")) else ""


def host(address: str) -> str:
    """Whose address it is: www.example.org/news is example.org."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def percent(part: int, whole: int) -> str:
    """A share in whole percent, rounded half-up: 58%."""
    return f"{(200 * part + whole) // (2 * whole)}%"


def day(text: str) -> str:
    """A year, a month or a day in words: 2023, September 2023, 14 September 2023."""
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def span(start: str, end: str) -> str:
    """A period in words: April to June 2022; 2018-19; 1 March 2021 to 30 September 2022."""
    if start == end:
        return day(start)
    if start[5:] == "04-01" and end[5:] == "03-31" and int(end[:4]) == int(start[:4]) + 1:
        return f"{start[:4]}-{end[2:4]}"
    if start[8:] == "01" and _last_of_month(end):
        if start[:7] == end[:7]:
            return day(start[:7])
        if start[:4] == end[:4]:
            return (
                start[:4]
                if (start[5:7], end[5:7]) == ("01", "12")
                else f"{MONTHS[int(start[5:7]) - 1]} to {day(end[:7])}"
            )
        return f"{day(start[:7])} to {day(end[:7])}"
    return f"{day(start)} to {day(end)}"


def _last_of_month(text: str) -> bool:
    year, month, last = (int(part) for part in text.split("-"))
    return last == monthrange(year, month)[1]
