"""The words of a measure and of a unit that figures are counted by: whoever changes them is told what they said."""

from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.edition_words import WORDS, Cell, counted_by, recorded_words, reworded, words
from socialvalue.records import Severity, rows

BESIDE = 3
"""How many of the words that stay are said on each side of those that change."""
TAKE_OVER = (
    "Look whether it still means the same. If it doesn't, put it back, give what is counted now a code of its own, and "
    "name that in replaced_by of the old measure. If it does, whoever keeps the site runs socialvalue record --words."
)

THEME = (
    "What is worth something in it leaves the sums of one theme for those of the other. If it was a slip, put it back. "
    "If it is meant, whoever keeps the site runs socialvalue record --words."
)


def find(tables: Tables) -> Iterator[Hit]:
    frameworks = set(tables["measures"]["owner"])
    now = words(tables.frames, frameworks)
    places = {
        Cell(row.owner, table, getattr(row, name), ""): row
        for table, (name, _) in WORDS.items()
        for row in rows(tables[table])
    }
    recorded, published = recorded_words(tables.frames), _published(tables)
    counted = counted_by(tables.frames, tables["lines"], tables["targets"]) if recorded else set()
    seen = set()
    for cell in reworded(published, now):
        seen.add(cell)
        yield _hit(cell, "published", published[cell], now[cell], places, TAKE_OVER if cell in recorded else "")
    for cell in reworded(recorded, now):
        if cell not in seen and (cell.framework, cell.name) in counted:
            yield _hit(cell, "recorded", recorded[cell], now[cell], places, TAKE_OVER)


def _published(tables: Tables) -> Mapping[Cell, str]:
    """What was published before of that which published figures and promises are counted by."""
    if tables.before is None:
        return {}
    before = tables.before.tables
    lines, targets = tables["lines"], tables["targets"]
    counted = counted_by(
        {**tables.frames, "measures": before["measures"]},
        lines[lines["owner"].isin(tables.published_returns)],
        targets[targets["target"].isin(before["targets"]["target"])],
    )
    was = words(before, {framework for framework, _ in counted})
    return {cell: text for cell, text in was.items() if (cell.framework, cell.name) in counted}


def _hit(cell: Cell, how: str, was: str, now: str, places: Mapping[Cell, Any], mend: str) -> Hit:
    old, new = (f'"{part}"' if part else "nothing" for part in _differing(was.split(), now.split()))
    said = f"Figures are counted by {cell.name}. When they were {how}, its {cell.column} said {old}; it says {new} now."
    return at(places[cell._replace(column="")], cell.column, said, THEME if cell.column == "theme" else mend)


def _differing(old: list[str], new: list[str]) -> tuple[str, str]:
    """What two texts say differently, with a few words on each side, and dots where more of the same was left out."""
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    last = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
    return _part(old, first, last), _part(new, first, last)


def _part(text: list[str], first: int, last: int) -> str:
    """The words from `first` on but for the `last` ones, with those beside them."""
    start, end = max(first - BESIDE, 0), min(len(text) - last + BESIDE, len(text))
    return f"{'… ' if start else ''}{' '.join(text[start:end])}{' …' if end < len(text) else ''}"


RULE = Rule(
    id="edition-words",
    severity=Severity.WARNING,
    group="History",
    title="Measures and units in use keep their meaning",
    why="Figures are shown with these words: hours that were called days would be wrong by a factor.",
    example="a unit whose word was hours, and is now days, below hours that were published",
    mend="Look whether it still means the same. If it doesn't, put it back, give what is counted now a code of its "
    "own, and name that in replaced_by of the old measure.",
    find=find,
)
