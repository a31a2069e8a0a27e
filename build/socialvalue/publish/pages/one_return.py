"""One page for each return: where it comes from, what it says, and what travels with it."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.at_current_edition import at_current_edition
from socialvalue.publish.story.corrections import corrections, since
from socialvalue.publish.story.line_rows import line_rows
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _
from socialvalue.records import Finding, Severity

MOST_OTHERS = 100
"""Other returns of its project that a page names."""


def entries(site: Site) -> Iterator[Entry]:
    warnings: dict[str, list[Finding]] = {}
    for finding in site.valuation.findings:
        if finding.severity is not Severity.ERROR:
            warnings.setdefault(finding.owner, []).append(finding)
    for row in site.rows("returns"):
        project = site.one("projects", row["project"])
        lines = line_rows(site, site.lines("return_id", row["owner"]))
        when = days.span(row["start"], row["end"])
        yield Entry(
            path=f"returns/{row['owner']}.html",
            title=_("%(project)s: return for %(period)s", project=project["name"], period=when),
            description=_description(site, row, project["name"], len(lines), when),
            context={
                "row": row,
                "project": project,
                "when": when,
                "lines": lines,
                "corrected": [
                    each
                    for each in corrections(site, row["project"])
                    if row["owner"] in (each["owner"], each["before"])
                ],
                "editions": at_current_edition(site, [line["key"] for line in lines]),
                "explained": site.explained(line["key"] for line in lines),
                "findings": warnings.get(row["owner"], []),
                **_others(site, row),
            },
        )


def _others(site: Site, row: Row) -> Row:
    """Other returns of the project: all, or the last ones and how many more, or each page would name thousands."""
    others = [other for other in site.rows("returns", "project", row["project"]) if other is not row]
    return {"others": others[-MOST_OTHERS:], "more": max(len(others) - MOST_OTHERS, 0)}


def _description(site: Site, row: Row, project: str, lines: int, when: str) -> str:
    if gone := since(site, row):
        return _("%(project)s: a return for %(period)s, %(since)s.", project=project, period=when, since=gone)
    said = {"project": project, "lines": figures.several(lines, "line"), "period": when}
    if row["basis"] == "compiled":
        return _("%(project)s: %(lines)s for %(period)s, compiled from public statements, with evidence.", **said)
    return _("%(project)s: %(lines)s for %(period)s, as sent to us, with the evidence for each.", **said)


PAGE = Page(name="one_return", section="projects", entries=entries, contents=False)
