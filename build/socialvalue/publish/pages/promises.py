"""Every public promise of all projects in one list: what was promised, what came, and how that is rated."""

from collections import Counter
from collections.abc import Iterator, Sequence

from socialvalue.domain.years import last_day
from socialvalue.publish.page import Entry, Page, Part
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story import front
from socialvalue.publish.story.promises import PromiseRow, answered, due_in_steps, due_said, promises
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _, _n, digits
from socialvalue.publish.words.reasons import rating_said
from socialvalue.publish.words.vocabulary import RATING
from socialvalue.records import RATINGS

MOST_OPEN = 30
"""Rows of a table that a reader still finds a project in; more are folded, project by project."""
MOST = 300
"""Promises that the page lists; the others are in the file. Those that a rating says most of come first."""


def entries(site: Site) -> Iterator[Entry]:
    found = sorted((row for project in site.rows("projects") for row in promises(site, project["project"])), key=_order)
    track = front.track(site)
    title = _("Promises")
    description = _("Every public promise in one list: what was promised, what came, and whether it was kept.")
    yield Entry(
        path="promises.html",
        title=title,
        description=description,
        parts=(Part("promises", title, description, "page"),),
        context={
            "said": front.track_in_words(site, track),
            "groups": [
                (came, mine, _by_project(mine) if len(mine) > MOST_OPEN else [])
                for came in (True, False)
                if (mine := _of(site, found[:MOST], came))
            ],
            "whole": len(found),
            "more": len(found[MOST:]),
        },
    )


def _of(site: Site, rows: Sequence[PromiseRow], came: bool) -> list[Row]:
    """The promises of which something was published, or nothing, each with what is said of it."""
    return [
        {
            **row,
            "of": site.one("projects", row["project"])["name"],
            "said": rating_said(row),
            "in_steps": due_in_steps(row, site.unit(row)),
            "silent_since": silent_since(row, site.settings.compiled_on),
        }
        for row in rows
        if came is answered(row)
    ]


def _by_project(rows: Sequence[Row]) -> list[tuple[str, str, list[Row]]]:
    """The same by project, in the order of their names: the project, how its promises are rated, and these."""
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row["of"].casefold(), row["project"])):
        found.setdefault(row["project"], []).append(row)
    return [(project, _rated(mine), mine) for project, mine in found.items()]


def _rated(rows: Sequence[Row]) -> str:
    """How many promises there are, and how many of each rating, the best first."""
    counts = Counter(row["rating"] for row in rows)
    ratings = [f"{digits(counts[name])} {figures.inside(RATING[name].name)}" for name in RATINGS if counts[name]]
    whole = _n("%(num)s promise", "%(num)s promises", len(rows))
    return _("%(promises)s: %(ratings)s", promises=whole, ratings=", ".join(ratings))


def silent_since(row: PromiseRow, read: str) -> str:
    """When a promise is due, and since when where that was before the month in which the pages were read."""
    passed = row["due_stated"] and last_day(row["due"]) < read
    return _("since %(day)s", day=days.day(row["due"])) if passed else due_said(row)


def _order(row: PromiseRow) -> tuple[bool, int, str]:
    """What was delivered before what nothing is known of; the worst rating first; then by project."""
    worst = [*reversed([name for name in RATINGS if name != "other"]), "other"]
    return not answered(row), worst.index(row["rating"]), row["project"]


PAGE = Page(name="promises", section="", entries=entries, searchable=False, contents=False)
