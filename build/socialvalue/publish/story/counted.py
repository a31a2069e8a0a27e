"""What the lines of many projects count, put together without adding what must not be added."""

from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.records.table_rows import Measure


class Count(NamedTuple):
    """What a measure's lines count. `quantity` (millionths) is missing where they may not be added."""

    measure: Measure
    quantity: int | None
    bound: str
    lines: int
    inside: int
    """How many of the lines are inside another, and in no sum."""
    again: int
    """How many are counts on one day that were taken again since."""
    hidden: int
    """How many are hidden because few people stand behind them, and are in no sum."""
    projects: int
    second_hand: bool

    @property
    def in_figure(self) -> int:
        """How many lines are in the figure; all of them where none is."""
        return self.lines - self.inside - self.again - self.hidden or self.lines

    @property
    def in_no_sum(self) -> bool:
        """Whether each of the lines is inside another, was taken again, or is hidden."""
        return self.inside + self.again + self.hidden == self.lines


def counted(site: Site, dimension: str, member: str) -> list[Count]:
    """A count for each measure of a member's lines, in the framework's order."""
    found = {(row["framework"], row["measure"]): row for row in site.sums("counted", dimension, member)}
    return [
        _count(measure, found[name])
        for measure in site.rows("measures")
        if (name := (measure["owner"], measure["measure"])) in found
    ]


def _count(measure: Row, row: Row) -> Count:
    return Count(**{name: row[name] for name in Count._fields if name != "measure"} | {"measure": measure})
