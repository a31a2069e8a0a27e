"""Who has reported: each project with its returns, those that were held back, and those with none."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.kept_off import returns_kept_off
from socialvalue.publish.story.on_time import rhythms
from socialvalue.publish.words.language import _
from socialvalue.records import Severity

MOST_OPEN = 30
"""Projects of a page on which a reader still finds one; those of more that have no return are folded."""


def held_back(site: Site) -> list[Row]:
    """The returns that are not published, each with what it breaks. No figure of theirs is shown anywhere."""
    errors = [finding for finding in site.valuation.findings if finding.severity is Severity.ERROR]
    return [
        {
            "return_id": owner,
            "project": site.one("projects", owner.partition("/")[0]),
            "period": owner.partition("/")[2],
            "reasons": list(dict.fromkeys(error.message for error in errors if error.owner == owner)) or [reason],
        }
        for owner, reason in site.valuation.checked.held_back.items()
    ]


def entries(site: Site) -> Iterator[Entry]:
    projects = sorted(site.rows("projects"), key=lambda row: row["name"].casefold())
    come_in = [*site.rows("returns"), *returns_kept_off(site)]
    kept_off = {row["project"] for row in returns_kept_off(site)}
    listed: list[Row] = [
        {
            "project": project,
            "returns": sorted(site.rows("returns", "project", project["project"]), key=lambda row: row["end"]),
        }
        for project in projects
    ]
    yield Entry(
        path="reported.html",
        title=_("Who has reported"),
        description=_("Each project with the returns we have for it: submitted, compiled, held back, or none yet."),
        context={
            "bases": {row["basis"] for row in site.rows("returns")},
            "folded": len(projects) > MOST_OPEN,
            "with_returns": [row for row in listed if row["returns"]],
            "kept_off": [
                {"project": row["project"], "returns": returns_kept_off(site, row["project"]["project"])}
                for row in listed
                if row["project"]["project"] in kept_off
            ],
            "come_in": sum(bool(row["returns"]) or row["project"]["project"] in kept_off for row in listed),
            "without": [
                row["project"] for row in listed if not row["returns"] and row["project"]["project"] not in kept_off
            ],
            "held_back": held_back(site),
            "rhythms": sorted(rhythms(site), key=lambda each: site.one("projects", each.project)["name"].casefold()),
            "all": len(projects),
            "submitted": sum(row["basis"] == "submitted" for row in come_in),
            "compiled": sum(row["basis"] == "compiled" for row in come_in),
        },
    )


PAGE = Page(name="reported", section="", entries=entries, searchable=False)
