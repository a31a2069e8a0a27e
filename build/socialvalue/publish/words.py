"""Numbers, money, dates and periods as the site says them.

Money comes in whole pence, quantities in whole millionths.
"""

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


def plain(millionths: int) -> str:
    """A number with its own decimals and commas: 1,200 or 55.5."""
    sign = "−" if millionths < 0 else ""
    whole, part = divmod(abs(millionths), MILLION)
    return f"{sign}{whole:,}" + (f".{part:06}".rstrip("0") if part else "")


def decimal(millionths: int) -> str:
    """A number for a data file: no commas, no exponent, no more decimals than it has."""
    return plain(millionths).replace(",", "").replace("−", "-")


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
    days = (
        31,
        29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    )
    return last == days[month - 1]
