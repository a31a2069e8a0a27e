"""Places, by the codes of the Office for National Statistics: what was delivered there, as each authority tells it."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many
from socialvalue.publish.many.members import member_entry
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _


def entries(many: Many) -> Iterator[Entry]:
    yield member_entry(
        many,
        "area",
        many.area,
        path="areas.html",
        title=_("Places"),
        description=_("What lines that name a place come to, by the code of the place."),
    )


PAGE = ManyPage(name="areas", section="areas", entries=entries)
