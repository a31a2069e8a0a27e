"""Organisations that give a public number: one of them may deliver for several authorities."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many
from socialvalue.publish.many.members import member_entry
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _


def entries(many: Many) -> Iterator[Entry]:
    known = {row["identity"] for row in many.rows("organisations") if row["number"]}
    yield member_entry(
        many,
        "organisation",
        many.organisation,
        among=known,
        path="organisations.html",
        title=_("Organisations"),
        description=_("Who delivered, where a public number tells who it is."),
    )


PAGE = ManyPage(name="organisations", section="organisations", entries=entries)
