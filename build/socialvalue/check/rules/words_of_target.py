"""A promise is the number that its own words say."""

import re
from collections.abc import Iterator
from decimal import Decimal

from socialvalue.check.cells.number import number_meant
from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, Severity, rows

NUMBER = re.compile(
    r"(?<![\w.,])£?\s?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?:\s?(?:k|m|mn|bn|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
"""A number in a sentence, with the word that scales it."""
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


def find(tables: Tables) -> Iterator[Hit]:
    for row in rows(tables["targets"].dropna(subset=["quantity"])):
        said = _numbers(row.words)
        if said and row.quantity not in said:
            message = f"The words say {quoted(row.words)}, and the quantity is {figure(row.quantity)}."
            yield at(row, "quantity", message, value=figure(row.quantity))


def _numbers(words: str) -> set[int]:
    """The numbers that some words say, in millionths; a year is none."""
    found = (text.strip() for text in NUMBER.findall(words))
    meant = (number_meant(text if text.startswith("£") else f"£{text}") for text in found if not YEAR.fullmatch(text))
    return {int(Decimal(number) * MILLION) for number in meant if number}


RULE = Rule(
    id="words-of-target",
    severity=Severity.WARNING,
    group="Plausibility",
    title="A promise is what its words say",
    why="The words stand on the page beside the quantity. Where the two differ, one of them was copied wrongly, or "
    "nobody can see how the one comes of the other.",
    example='"200 apprentice weeks" beside 250',
    mend="Copy the words and the quantity again from the document. If the quantity was worked out from the words, say "
    "how in note, and accept the warning.",
    find=find,
)
