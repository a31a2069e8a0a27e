"""What a cell of an Excel workbook shows beside its number: its number format may add a per cent sign, or words.

Excel keeps a typed 50% as 0.5, and 62 below the format £0"k" is £62k to everybody who looks at it. What is read is what
the cell shows, with every digit that it holds: 0.075 below 0% is 7.5%, though Excel shows 8%.
"""

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

PER_CENT: Mapping[int, str] = {9: "0%", 10: "0.00%"}
"""The formats that Excel knows by a number alone and that add something (ECMA-376, part 1, 18.8.30)."""
CODE_CHARACTERS = 255
"""The longest format that Excel takes."""
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.?)|\[(?P<bracket>[^\]]*)\]?|(?P<gap>[_*].?)'
    r"|(?P<general>General)|(?P<digit>[0#?])|(?P<mark>[.,])|(?P<end>;)|(?P<other>.)",
    re.DOTALL,
)
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
NO_NUMBER = frozenset("abdeghmnsy@/123456789")
"""What stands in a format without quotation marks for days, hours, powers of ten, fractions and text."""
PLAIN = frozenset(" \u00a0\u202f£+")
"""What may stand beside the digits and says nothing new."""
DASHES = frozenset("-–—−")
"""What accounts show for 0, beside a pound sign."""
ZERO = 2
"""The place of the section for 0."""
NOTHING, OTHERWISE = "nothing", "other digits"
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, ">": operator.gt, ">=": operator.ge, "<>": operator.ne,
}  # fmt: skip
SCALES: Mapping[tuple[int, str], str] = {
    (3, ""): " thousand", (3, "k"): " thousand", (6, ""): " million", (6, "m"): " million", (6, "mn"): " million",
}  # fmt: skip
"""What is shown behind a number that the format itself divides: the cell holds all of it, so nobody need ask."""


@dataclass
class Section:
    """One part of a format; a format has another for negative numbers, or for those that a condition picks."""

    before: str = ""
    after: str = ""
    core: str = ""
    """The places of the digits, with their marks: #,##0.0."""
    per_cents: int = 0
    condition: tuple[str, Decimal] | None = None
    known: bool = True
    """False for what is no plain number: a day, a time, a power of ten, a fraction."""
    apart: bool = False
    """Whether words stand between its digits, so that they show another number."""

    @property
    def thousands(self) -> int:
        """How often it divides by 1,000: commas behind the last digit do."""
        return len(self.core) - len(self.core.rstrip(","))

    @property
    def adds(self) -> bool:
        """Whether it shows more than a number: a per cent sign, words, other money, or divides."""
        return self.known and (not PLAIN.issuperset(self.before + self.after) or self.thousands > 0)

    def instead(self, value: Decimal) -> str:
        """What it shows in the place of the number; "" where it shows the number, or a dash for 0."""
        if self.apart or not self.known:
            return OTHERWISE if self.known else ""
        if self.core and (value or "0" in self.core):
            return ""
        words = (self.before + self.after).strip()
        return "" if not value and words.strip(" £") in DASHES else words or NOTHING

    def of(self, value: Decimal) -> str:
        """A number as it shows it, with all its digits."""
        power = 2 * self.per_cents - 3 * self.thousands
        number = f"{abs(value).scaleb(power):f}"
        whole, _, parts = number.partition(".")
        whole = whole.zfill(self.core.partition(".")[0].count("0"))
        parts = parts.rstrip("0")
        scale = SCALES.get((3 * self.thousands, self.after.strip().casefold()), self.after)
        shown = f"{self.before}{whole}{'.' if parts else ''}{parts}{scale}".strip()
        return f"-{shown}" if value < 0 else shown


@dataclass(frozen=True)
class NumberFormat:
    """The number format of a cell."""

    sections: Sequence[Section]

    @property
    def adds(self) -> bool:
        """Whether it may show something that the number doesn't say."""
        plain = {value: section for value in (Decimal(0), Decimal(1)) if (section := self._for(value))}
        sections = self.sections if self.sections[0].condition else plain.values()
        return any(section.adds and section.core for section in sections) or any(
            section.instead(value) for value, section in plain.items()
        )

    def shown(self, text: str) -> str:
        """What a cell shows that holds this number; "" where that is no more than the number, or it holds none.

        Where it shows something else, that stands beside it: 48 [shows n/a]."""
        if not NUMBER.fullmatch(text):
            return ""
        value = Decimal(text)
        section = self._for(value)
        if section and (other := section.instead(value)):
            return f"{text} [shows {other}]"
        digits = section and section.core and (value or "0" in section.core)
        return section.of(value) if section and digits and section.adds else ""

    def _for(self, value: Decimal) -> Section | None:
        """The section for a number: the first, the third for 0, unless conditions say which."""
        if not self.sections[0].condition:
            return self.sections[ZERO if not value and len(self.sections) > ZERO else 0]
        for section in self.sections:
            if not section.condition or HOLDS[section.condition[0]](value, section.condition[1]):
                return section
        return None


def number_format(code: str) -> NumberFormat | None:
    """What a format code says; None for one that adds nothing to the number."""
    if not 1 < len(code) <= CODE_CHARACTERS:
        return None
    sections = [Section()]
    for token in TOKEN.finditer(code):
        if token.lastgroup == "end":
            sections.append(Section())
        else:
            _take(sections[-1], token.lastgroup or "", token[token.lastgroup or 0])
    found = NumberFormat(sections)
    return found if found.adds else None


def _take(section: Section, kind: str, text: str) -> None:
    if kind == "bracket":
        _bracket(section, text)
    elif kind in ("digit", "general"):
        if section.after.strip():
            section.apart = True  # 00"-"00: a number of another kind
        section.after = ""
        section.core += text if kind == "digit" else "0"
    elif kind == "mark" and not section.after and (section.core or text == "."):
        section.core += text
    elif kind != "gap":
        if kind == "other" and text.casefold() in NO_NUMBER:
            section.known = False
        section.per_cents += kind == "other" and text == "%"
        _say(section, text)


def _bracket(section: Section, text: str) -> None:
    """A colour, a condition, hours that go on past 24, or a currency: [$£-809]."""
    if found := CONDITION.fullmatch(text):
        section.condition = (found[1], Decimal(found[2]))
    elif text.startswith("$"):
        _say(section, text[1:].partition("-")[0])
    elif text.casefold().strip("hms") == "":
        section.known = False


def _say(section: Section, text: str) -> None:
    if section.core:
        section.after += text
    else:
        section.before += text
