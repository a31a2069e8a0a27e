"""A share is what its own numbers give."""

import re
from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.rounding import quotient
from socialvalue.records import MILLION, Severity, rows

PARTS = re.compile(r"(?<![\d.,£])(\d[\d,]{0,12}) (?:out )?of (?:the |all |its )?(\d[\d,]{0,12})(?![\d.,]*\d)")
ROUNDED = MILLION // 2
"""Half a percent: shares are told in whole ones."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    shares = lines[(lines["unit"] == "percent") & lines["quantity"].notna()]
    for line in rows(shares):
        for text in (line.derivation, line.public_note):
            for part, whole in PARTS.findall(text):
                of, all_of = int(part.replace(",", "")), int(whole.replace(",", ""))
                if 0 < of <= all_of and abs(100 * MILLION * of // all_of - line.quantity) > ROUNDED:
                    given = figure(quotient(1000 * of, all_of) * MILLION // 10)
                    said = f"{part} of {whole} is {given} percent, not {figure(line.quantity)}."
                    yield at(line, "quantity", said, suggestion=given, value=figure(line.quantity))


RULE = Rule(
    id="share-of-parts",
    severity=Severity.WARNING,
    group="Traps",
    title="A share is what its parts give",
    why="118 of 148 is 79.7 percent, and was once told as over 80.",
    example='le3,80,percent with "118 of 148"',
    mend="Give the share that the numbers give, or correct the numbers.",
    find=find,
)
