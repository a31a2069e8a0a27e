"""When a project began and ended, where its sources don't agree: what its page uses, and what else is stated."""

from collections.abc import Iterator

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _

SAYS = {"start": ("start",), "completion": ("completion", "opening")}
"""The dates of a project, each with the facts that may state it."""


def used(site: Site, project: Row) -> Iterator[Row]:
    """The dates of the project's own row that differ from all that its facts state, as facts: from the source of the
    row, with its note. A page that lists other dates says these too, for they are what it uses."""
    own = {name: project[name] for name in ("source", "confidence", "note")} | {"amount_gbp": None, "stated_on": ""}
    for date, facts in SAYS.items():
        stated = _stated(site, project, *facts)
        if project[date] and stated and not any(project[date] in each for each in stated):
            yield {**own, "fact": date, "value": project[date]}


def ended(site: Site, project: Row) -> str:
    """The end of the work in words, with what its source says of it, as that it is a stage; empty for none."""
    facts = site.rows("project-facts", "project", project["project"])
    end = project["completion"]
    notes = [row["note"] for row in facts if (row["fact"], row["value"]) == ("completion", end) and row["note"]]
    if not end or not notes:
        return days.day(end)
    return _("%(day)s (%(note)s)", day=days.day(end), note=figures.inside(notes[0].rstrip(".")))


def other_ends(site: Site, project: Row) -> list[str]:
    """The days, months and years that facts state as the end of the work, beside the one that is used, in words."""
    stated = dict.fromkeys(_stated(site, project, "completion"))
    return [days.day(each) for each in stated if days.is_date(each) and project["completion"] not in each]


def _stated(site: Site, project: Row, *facts: str) -> list[str]:
    found = site.rows("project-facts", "project", project["project"])
    return [row["value"] for row in found if row["fact"] in facts and row["value"]]
