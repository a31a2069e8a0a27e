"""Measures: what several authorities counted by one definition, and which measures the crosswalk calls alike."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many, Row
from socialvalue.publish.many.ordering import MOST
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _


def entries(many: Many) -> Iterator[Entry]:
    joint = [many.counted(row) for row in many.rows("joint-counts", "dimension", of=("all",))]
    alike: dict[tuple[str, str, str], list[Row]] = {}
    for row in many.rows("crosswalk"):
        place = (row["system"], row["edition"], row["reference"])
        alike.setdefault(place, []).append(
            {**row, "name": many.measure(row["authority"], row).get("name", row["measure"])}
        )
    shown = sorted(alike.items())
    yield Entry(
        path="measures.html",
        title=_("Measures"),
        description=_("Which measures are the same, which are alike, and what several authorities counted."),
        context={"joint": joint[:MOST], "alike": shown[:MOST], "more": max(0, len(shown) - MOST)},
    )


PAGE = ManyPage(name="measures", section="measures", entries=entries)
