"""One authority: whose data they are, how fresh and how sure, what they come to, and where its own site is."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many
from socialvalue.publish.many.ordering import by_kind
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _


def entries(many: Many) -> Iterator[Entry]:
    for each in many.gathered.publishers:
        totals = by_kind(many.rows("totals", "authority", "dimension", of=(each.authority, "all")))
        counts = many.rows("counts", "authority", "dimension", of=(each.authority, "all"))
        yield Entry(
            path=f"authorities/{each.authority}.html",
            title=each.name,
            description=_("What %(name)s publishes, how fresh it is, how sure, and what it comes to.", name=each.name),
            context={
                "publisher": each,
                "totals": totals,
                "counts": [many.counted(row) for row in counts if row["lines"] or row["hidden_lines"]],
            },
        )


PAGE = ManyPage(name="authority", section="index", entries=entries)
