"""Totals, kind by kind: what several authorities come to where all agrees, then what each comes to by itself."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many
from socialvalue.publish.many.ordering import MOST, by_kind
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _
from socialvalue.records import KINDS


def entries(many: Many) -> Iterator[Entry]:
    joint = by_kind(many.rows("joint-totals", "dimension", of=("all",)))
    alone = by_kind(many.rows("totals", "dimension", of=("all",)))
    kinds = []
    for kind in KINDS:
        together, each = ([row for row in rows if row["kind"] == kind] for rows in (joint, alone))
        if each:
            kinds.append((kind, together[:MOST], each[:MOST], max(0, len(each) - MOST)))
    yield Entry(
        path="totals.html",
        title=_("Totals"),
        description=_("What the lines come to, kind by kind: together where all agrees, else authority by authority."),
        context={"kinds": kinds},
    )


PAGE = ManyPage(name="totals", section="totals", entries=entries)
