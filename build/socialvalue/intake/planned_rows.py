"""Rows whose period, or whose own words, say that their figures are planned: they stand beside what was done."""

import re
from collections.abc import Mapping

from socialvalue.intake.headings import DONE, NOT_DONE
from socialvalue.intake.table import Table


def planned_rows(table: Table) -> Mapping[int, tuple[int, str]]:
    """Each such row, with the column and the text that say so; none where every row does, as that is asked about."""
    found: dict[int, tuple[int, str]] = {}
    for column in [*table.of("period"), *table.of("row")]:
        texts = {row: text for row in table.numbers() if (text := table.cell(row, column.number))}
        plans = {row: (column.number, text) for row, text in texts.items() if _says_plan(text)}
        found |= plans if len(plans) < len(texts) else {}
    return found


def _says_plan(text: str) -> bool:
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return bool(words & NOT_DONE) and not words & DONE
