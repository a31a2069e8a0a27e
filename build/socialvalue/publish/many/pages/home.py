"""The front page: who publishes, how fresh it is and how sure; and who was left out, and why."""

from collections.abc import Iterator

from socialvalue.publish.many.many import Many
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry


def entries(many: Many) -> Iterator[Entry]:
    about = many.gathered.about
    yield Entry(
        path="index.html",
        title=f"{about.title} {about.place}".strip(),
        description=about.description,
        context={"publishers": many.gathered.publishers, "left_out": many.rows("left-out")},
    )


PAGE = ManyPage(name="home", section="index", entries=entries)
