"""Numbers, money, dates and periods as the site says them.

Money comes in whole pence, quantities in whole millionths.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern

from socialvalue.domain.rounding import half_up, quotient
from socialvalue.publish.words.codes import CODES
from socialvalue.publish.words.language import N_, Language, _, _n, current, digits
from socialvalue.publish.words.money_style import money_style
from socialvalue.publish.words.plurals import THINGS
from socialvalue.records import MILLION

BOUND = {
    "at least": N_("at least"),
    "about": N_("about"),
    "up to": N_("up to"),
    "more or less": N_("more or less than"),
    "minus at least": N_("minus at least"),
    "minus about": N_("minus about"),
    "minus up to": N_("minus up to"),
    "minus more or less": N_("minus more or less than"),
}
"""What stands above a figure. What is taken off has a figure without a sign: “at least −£5” would be up to £5 off."""
MAY_BE_NOTHING = ("up to", "more or less")
"""Bounds of figures that nothing is sure of: what can be said goes before them."""
BOUNDED = {
    "at least": N_("at least %(figure)s"),
    "about": N_("about %(figure)s"),
    "up to": N_("up to %(figure)s"),
    "more or less": N_("more or less than %(figure)s"),
    "minus at least": N_("minus at least %(figure)s"),
    "minus about": N_("minus about %(figure)s"),
    "minus up to": N_("minus up to %(figure)s"),
    "minus more or less": N_("minus more or less than %(figure)s"),
}


def pounds(pence: int) -> str:
    """Whole pounds for tables: £4,183,220."""
    return _signed(pence, _fixed(quotient(abs(pence), 100), 0))


def pounds_exact(pence: int) -> str:
    """Pounds and pence for workings: £4,183,220.00."""
    return _signed(pence, _fixed(abs(pence), 2))


def pounds_said(pence: int) -> str:
    """Pounds as people write them, with the pence where there are any: £1,200; £226.50."""
    return pounds_exact(pence) if pence % 100 else pounds(pence)


def pounds_short(pence: int) -> str:
    """Two or three figures for headlines: £4.2 million, £48,000, £511."""
    amount = abs(pence)
    for size, name in ((1_000_000_000, N_("%(pounds)s billion")), (1_000_000, N_("%(pounds)s million"))):
        if quotient(amount, size // 10) >= 1000:  # it rounds to a thousand of what is next below
            tenths = quotient(amount, size * 10)
            figure = Decimal(quotient(amount, size * 100)) if tenths >= 1000 else Decimal(tenths).scaleb(-1)
            return _signed(pence, _(name, pounds=_money(figure, ".#")))
    whole = quotient(amount, 100)
    return _signed(pence, _money(Decimal(quotient(amount, 100_000) * 1000 if whole >= 10_000 else whole), ""))


def pounds_scale(pence: int) -> tuple[str, int]:
    """The scale for numbers that must be short, as over a column: what it is called, and pence for one."""
    if pence >= 100_000_000:
        return _("£ million"), 100_000_000
    if pence >= 1_000_000:
        return _("£ thousand"), 100_000
    return _("£"), 100


def on_scale(pence: int, one: int) -> str:
    """A number on that scale: millions with one decimal, the rest whole."""
    if one == 100_000_000:
        return _number(Decimal(quotient(10 * pence, one)).scaleb(-1), ".0")
    return digits(quotient(pence, one))


def pounds_number(millionths: int) -> str:
    """Pounds of a unit value, which may be finer than a penny: £9,800.00, £0.125."""
    return _money(Decimal(millionths).scaleb(-6), ".00####")


def factor(number: Fraction) -> str:
    """A factor to five decimals, rounded half-up: 1.34348."""
    return _number(Decimal(half_up(100_000 * number)).scaleb(-5), ".#####")


def plain(millionths: int) -> str:
    """A number with its own decimals and commas: 1,200 or 55.5."""
    return _signed(millionths, _number(Decimal(abs(millionths)).scaleb(-6), ".######"))


def decimal(millionths: int) -> str:
    """A number for a data file: no commas, no exponent, no more decimals than it has."""
    sign = "-" if millionths < 0 else ""
    whole, part = divmod(abs(millionths), MILLION)
    return f"{sign}{whole}" + (f".{part:06}".rstrip("0") if part else "")


def quantity(millionths: int, unit: Mapping[str, str]) -> str:
    """A quantity in the words of its unit, a row with unit, one and many: 55.5 weeks, £1,200,000, 79.7%."""
    number, name = quantity_parts(millionths, unit)
    return _("%(number)s %(unit)s", number=number, unit=name) if name else number


def quantity_parts(millionths: int, unit: Mapping[str, str]) -> tuple[str, str]:
    """The number of a quantity and its unit, for a page that writes them in two sizes. Money, shares and bare counts
    are one."""
    if unit["unit"] == "gbp":
        return pounds_said(millionths // (MILLION // 100)), ""
    if unit["unit"] == "percent":
        return _share(Decimal(millionths).scaleb(-8), ".######"), ""
    if unit["unit"] == "count":  # what was counted is the name of the measure: 118 positive outcomes are not 118 times
        return plain(millionths), ""
    return plain(millionths), unit["one"] if millionths == MILLION else unit["many"]


def as_told(millionths: int, unit: str) -> str:
    """A quantity in a unit that no register knows, as its source has it: £10,000,000 a year, 80%, 64 vaccinations."""
    known, _space, rest = unit.partition(" ")
    if known in ("pounds", "percent"):
        number, unit = quantity_parts(millionths, {"unit": "gbp" if known == "pounds" else known})[0], rest
    else:
        number = plain(millionths)
    return _("%(number)s %(unit)s", number=number, unit=unit) if unit else number


def _signed(number: int, said: str) -> str:
    return f"−{said}" if number < 0 else said


def _fixed(amount: int, places: int) -> str:
    """Money with so many decimals, given in its smallest part: put together here where the language allows it."""
    language = current()
    style = money_style(places, language, _written)
    return style.written(amount, places) if style else _written(amount, places, language)


def _written(amount: int, places: int, language: Language) -> str:
    return _currency(Decimal(amount).scaleb(-places), "." + "0" * places if places else "", language)


def _number(number: Decimal, decimals: str) -> str:
    return _decimal(number, decimals, current())


def _money(amount: Decimal, decimals: str) -> str:
    return _currency(amount, decimals, current())


def _share(share: Decimal, decimals: str) -> str:
    return _percent(share, decimals, current())


@lru_cache(maxsize=1 << 14)
def _decimal(number: Decimal, decimals: str, language: Language) -> str:
    said: str = _pattern(language.locale.decimal_formats[None], decimals).apply(number, language.locale)
    return said


@lru_cache(maxsize=1 << 16)
def _currency(amount: Decimal, decimals: str, language: Language) -> str:
    pattern = _pattern(language.locale.currency_formats["standard"], decimals)
    said: str = pattern.apply(amount, language.locale, currency="GBP", currency_digits=False)
    return said


@lru_cache(maxsize=1 << 10)
def _percent(share: Decimal, decimals: str, language: Language) -> str:
    said: str = _pattern(language.locale.percent_formats[None], decimals).apply(share, language.locale)
    return said


@cache
def _pattern(usual: NumberPattern, decimals: str) -> NumberPattern:
    """The pattern of a locale for what is not negative, with these decimals in place of its own."""
    whole = re.sub(r"\.[0#]+", "", usual.pattern.partition(";")[0])
    last = whole.rindex("0") + 1
    return parse_pattern(whole[:last] + decimals + whole[last:])


def bounded(figure: str, bound: str) -> str:
    """A figure with its bound, as in: at least £4,000,000."""
    return _(BOUNDED[bound], figure=figure) if bound else figure


def bound_alone(bound: str) -> str:
    """A bound that stands above its figure or beside it; empty where there is none."""
    return _(BOUND[bound]) if bound else ""


def reach(low: int, high: int) -> str:
    """A range of money: £20,118 to £32,189."""
    return _("%(low)s to %(high)s", low=pounds(low), high=pounds(high))


def several(number: int, thing: str) -> str:
    """How many of a thing that has its forms in things.py: no lines, 1 line, 4 lines."""
    none, one, many = THINGS[thing]
    return _n(one, many, number, none=none)


def word(code: str) -> str:
    """The word for a code of codes.py; any other text as it is."""
    return _(code) if code in CODES else code


def listing(parts: Sequence[str]) -> str:
    """Words in a row: a, b and c."""
    return format_list(list(parts), locale=current().locale)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def inside(name: str) -> str:
    """A name inside a sentence: with a small first letter, unless it begins with an abbreviation as NEET does."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


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
    """A share in whole percent, rounded half-up: 58%. A share of nothing is 0%."""
    return _share(Decimal(quotient(100 * part, whole) if whole else 0).scaleb(-2), "")


def rate(millionths: int) -> str:
    """A share in percent with its own decimals: 12.5%."""
    return _share(Decimal(millionths).scaleb(-6), ".####")
