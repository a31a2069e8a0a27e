"""What else the front page tells: what is new, and what to know before one quotes a figure."""

from collections.abc import Sequence
from typing import NamedTuple

from socialvalue.domain.years import last_day
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.in_short import of_return
from socialvalue.publish.story.kept_off import besides, promises_besides
from socialvalue.publish.story.promises import answered, promises
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits
from socialvalue.records import RATINGS

FIRST = 4
"""How many of each list the front page shows."""
FIRST_LATE = 3
"""How many of the promises past their day it names: all stand on the page of promises."""


class Track(NamedTuple):
    """The promises of all projects: how many, how many of each rating, and about how many nothing was published."""

    promises: int
    ratings: dict[str, int]
    silent: int


def track(site: Site) -> Track:
    kept = [promise for project in site.rows("projects") for promise in promises(site, project["project"])]
    ratings = {name: sum(promise["rating"] == name for promise in kept) for name in RATINGS}
    return Track(len(kept), ratings, sum(not answered(promise) for promise in kept))


def track_in_words(site: Site, found: Track) -> str:
    """How many promises are rated good, and about how many nothing was published; how many are kept off."""
    kept = promises_besides(site)
    return f"{_tracked(found, kept)} {kept}".strip()


def _tracked(found: Track, kept: str) -> str:
    if not found.promises and kept:
        return _("No promise can be shown here, so nothing can be rated.")
    if not found.promises:
        return _("No public promise has been found yet, so nothing can be rated.")
    good = _n(
        "%(good)s of %(num)s public promise is rated good.",
        "%(good)s of %(num)s public promises are rated good.",
        found.promises,
        good=digits(found.ratings["good"]),
    )
    silent = _n(
        "Nothing was published about %(num)s of them.", "Nothing was published about %(num)s of them.", found.silent
    )
    return f"{good} {silent}" if found.silent else good


def sure_in_words(site: Site) -> str:
    """What the lines rest on."""
    lines = site.lines()
    shown = sum(line["status"] != "self-reported" for line in lines)
    if not lines:
        return besides(site) or _("Nobody has reported anything yet.")
    if not shown:
        return _n(
            "The one line rests on the word of those who did the work. Nobody independent has checked it.",
            "All %(num)s lines rest on the word of those who did the work. Nobody independent has checked them.",
            len(lines),
        )
    return _n(
        "%(shown)s of %(num)s line rests on a document or an independent check (%(share)s).",
        "%(shown)s of %(num)s lines rest on a document or an independent check (%(share)s).",
        len(lines),
        shown=digits(shown),
        share=figures.percent(shown, len(lines)),
    )


def claimed_in_words(site: Site) -> str:
    """How many totals others stated, and how many of them can be checked; empty where there is none."""
    claims = site.stated_figures()
    if not claims:
        return ""
    said = _n("Others have stated %(num)s total.", "Others have stated %(num)s totals.", len(claims))
    return f"{said} {checkable_in_words(claims)}".strip()


def checkable_in_words(claims: Sequence[Row]) -> str:
    """How many of the totals that others stated came with what makes them checkable; empty where nobody has looked."""
    if not all(row["missing"] for row in claims):
        return ""
    return _n(
        "%(num)s came with all that it takes to check it.",
        "%(num)s came with all that it takes to check them.",
        sum(row["missing"] == "nothing" for row in claims),
        none=N_("None came with all that it takes to check it."),
    )


def newest(site: Site) -> list[Row]:
    """The returns that came in last and stand, each with its lines in a few words."""
    returns = sorted(
        (row for row in site.rows("returns") if not row["superseded_by"]),
        key=lambda row: (row["received_on"] or row["compiled_on"], row["end"], row["owner"]),
        reverse=True,
    )
    return [{**row, "says": of_return(site, row["owner"])} for row in returns[:FIRST]]


def changes(site: Site) -> list[Row]:
    """The corrections that moved most money, up or down: of each measure of a project the one that moved most."""
    moved = [row for row in site.ledger() if row["difference"]]
    moved.sort(key=lambda row: (-abs(row["difference"]), row["key"], row["kind"]))
    first = {(row["project"], row["framework"], row["measure"]): row for row in reversed(moved)}
    moved = [row for row in moved if first[row["project"], row["framework"], row["measure"]] is row]
    return [{**row, "name": site.measure(row)["name"]} for row in moved[:FIRST]]


def late(site: Site) -> tuple[int, list[Row]]:
    """The promises past their day: how many, and those that were due first."""
    found = [row for row in site.delivery() if row["overdue"]]
    found.sort(key=lambda row: (last_day(row["overdue_since"]), row["project"], row["measure"], row["target"]))
    return len(found), [{**row, "name": site.measure(row)["name"]} for row in found[:FIRST_LATE]]
