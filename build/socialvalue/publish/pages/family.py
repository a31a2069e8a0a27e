"""A family: measures that look alike and count different things, each with who reports it, and why they stay apart."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.doors import family_doors
from socialvalue.publish.story.families import Family, families
from socialvalue.publish.story.gathered_answers import family_answers
from socialvalue.publish.story.side_by_side import reported
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    for family in families(site):
        codes = [row["measure"] for row in family.measures]
        projects = {line["project"] for code in codes for line in site.lines("measure", code)}
        yield Entry(
            path=f"families/{family.id}.html",
            title=family.name,
            description=_(
                "Measures that look alike and count different things: who reports which, and why they stay apart."
            ),
            context={
                "family": family,
                "projects": len(projects),
                "doors": family_doors(site, family),
                "answers": family_answers(site, family),
                "parts": [(row, _reported(site, family, row)) for row in family.measures if _counts(site, row)],
                "silent": [row for row in family.measures if not _counts(site, row)],
            },
        )


def _counts(site: Site, measure: Row) -> bool:
    return any(line["framework"] == measure["owner"] for line in site.lines("measure", measure["measure"]))


def _reported(site: Site, family: Family, measure: Row) -> Row:
    found = next(each for each in reported(site, measure["measure"]) if each.measure["owner"] == measure["owner"])
    return {"found": found, "each_status": len({line["status"] for row in found.rows for line in row["mine"]}) > 1}


PAGE = Page(name="family", section="measures", entries=entries, contents=False)
