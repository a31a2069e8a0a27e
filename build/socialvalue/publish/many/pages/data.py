"""The downloads: tables, the lines themselves, the statements that added them up, and how to cite them."""

from collections.abc import Iterator

from socialvalue.publish.many.downloads import offered
from socialvalue.publish.many.many import Many
from socialvalue.publish.many.page import ManyPage
from socialvalue.publish.page import Entry
from socialvalue.publish.words.language import _


def entries(many: Many) -> Iterator[Entry]:
    datasets: dict[str, list[str]] = {}
    for path in many.gathered.parquet:
        datasets.setdefault(path.partition("/")[0], []).append(path)
    yield Entry(
        path="data.html",
        title=_("Data"),
        description=_("Every figure of this site as open data: tables, lines, and how they were added up."),
        context={
            "files": offered(many),
            "datasets": {name: len(paths) for name, paths in datasets.items()},
            "statements": list(many.gathered.statements),
        },
    )


PAGE = ManyPage(name="data", section="data", entries=entries)
