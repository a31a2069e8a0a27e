"""A repository that turns private remembers first what it told while it was public: nothing else changes with it."""

from collections.abc import Iterator

import pandas as pd

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.domain.clashes import KEY
from socialvalue.domain.few_people import counts_people
from socialvalue.domain.look_up import beside
from socialvalue.domain.remembered import LINK, links_now
from socialvalue.records import Severity, plain

OF_COUNT = [*KEY, "quantity", "headcount"]


def find(tables: Tables) -> Iterator[Hit]:
    was = tables.was
    if was is None or not tables.before or not tables.before.settings.public or tables.settings.public:
        return
    before = _counts(was["lines"], was["returns"], was["measures"])
    links = links_now(was["projects"], was["measures"], before)
    if before.empty and links.empty:  # nothing was told while it was public: there may have been no data at all
        return
    same = tables.published_returns - set(tables.before.tables["returns"]["owner"])  # what didn't change isn't read
    now = tables.counts[~tables.counts["owner"].isin(same)]
    for what, old, new in (
        ("counts of people", before[OF_COUNT], now[OF_COUNT]),
        ("links between projects or measures", links[LINK], tables.links_now[LINK]),
    ):
        if _cells(old) != _cells(new):
            said = f"The repository turns private, and {what} change with it."
            yield Hit(said, "", "", "authority.toml", None, "public", "false")


def _counts(lines: pd.DataFrame, returns: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """The counts of people that were published, as `tables.counts` has those of today."""
    found = beside(lines, ["owner"], returns, ["owner"], ["project", "framework", "start", "end"])
    found = beside(found, ["framework", "measure"], measures, ["owner", "measure"], ["sensitivity"])
    return plain(found[counts_people(found) | (found["sensitivity"] != "none")])


def _cells(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """Whole numbers are held in columns of several types, and so is what is missing."""
    rows = plain(frame).astype(object).itertuples(index=False)
    return sorted(tuple("" if pd.isna(cell) else str(cell) for cell in row) for row in rows)


RULE = Rule(
    id="turned-private",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="A repository turns private in a change of its own",
    why="A public repository remembers no counts. One that is corrected while it turns private would be shown twice, "
    "and the two numbers tell how few came or went.",
    example="public = false, and a correction of iw1, in one change",
    mend="Set public to false alone, run socialvalue disclose, and publish that. Then send what else changes.",
    find=find,
)
