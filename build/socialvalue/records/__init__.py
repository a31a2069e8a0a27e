"""What the rooms hand each other: frozen, no reading or writing, no decisions."""

from socialvalue.records.explanation import Explanation, Place, Working, WorkingRow
from socialvalue.records.findings import Checked, Finding, RuleEntry, Severity
from socialvalue.records.naming import NAME_CHARACTERS
from socialvalue.records.numbers import (
    DECIMALS,
    DIGITS,
    LARGEST,
    LARGEST_SHARE,
    LARGEST_WORTH,
    MILLION,
    PRICE_RATIO,
    Flags,
    Ints,
)
from socialvalue.records.ratings import LEAST_PERCENT, MEASURE_CLASSIFICATION, RATINGS
from socialvalue.records.reasons import NoMatch, NoRating, NoValue
from socialvalue.records.references import KEYS, NAMED, REFERS_TO, TABLE_OF
from socialvalue.records.rows import rows
from socialvalue.records.sensitivity import EACH_A_PERSON, LEAST_PEOPLE, OF_PEOPLE, PEOPLE, YEARS_OF_WORK
from socialvalue.records.settings import Settings
from socialvalue.records.source import FileRead, Source, Trouble
from socialvalue.records.texts import different, held, plain, same, texts
from socialvalue.records.valuation import KINDS, STATUSES, Valuation

__all__ = [
    "DECIMALS",
    "DIGITS",
    "EACH_A_PERSON",
    "KEYS",
    "KINDS",
    "LARGEST",
    "LARGEST_SHARE",
    "LARGEST_WORTH",
    "LEAST_PEOPLE",
    "LEAST_PERCENT",
    "MEASURE_CLASSIFICATION",
    "MILLION",
    "NAMED",
    "NAME_CHARACTERS",
    "OF_PEOPLE",
    "PEOPLE",
    "PRICE_RATIO",
    "RATINGS",
    "REFERS_TO",
    "STATUSES",
    "TABLE_OF",
    "YEARS_OF_WORK",
    "Checked",
    "Explanation",
    "FileRead",
    "Finding",
    "Flags",
    "Ints",
    "NoMatch",
    "NoRating",
    "NoValue",
    "Place",
    "RuleEntry",
    "Settings",
    "Severity",
    "Source",
    "Trouble",
    "Valuation",
    "Working",
    "WorkingRow",
    "different",
    "held",
    "plain",
    "rows",
    "same",
    "texts",
]
