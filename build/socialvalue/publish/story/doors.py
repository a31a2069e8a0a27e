"""The doors of a page: its lines as files, in Explore and side by side; plain addresses, whole without a script."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.families import Family
from socialvalue.publish.story.member_folders import folder_of
from socialvalue.publish.words.language import _, _n

MOST_BESIDE = 4
"""How many projects can be compared."""


class Doors(NamedTuple):
    """What the lines are, and (path, words) of each way to take or use them."""

    named: str
    ways: list[tuple[str, str]]


def doors_of(site: Site, dimension: str, member: str) -> Doors | None:
    """The doors of a member's page; None where no line is behind it."""
    lines = site.lines_of(dimension, member)
    if not lines:
        return None
    folder = folder_of(site, dimension, member)
    ways = [
        (f"{folder}lines.csv", _("CSV")),
        (f"{folder}lines.json", _("JSON")),
        (f"explore.html?{urlencode({'place' if dimension == 'area' else dimension: member})}", _("Explore")),
        (f"compare.html?{_compared(site, dimension, member)}", _("Compare")),
    ]
    if dimension in ("project", "programme"):
        ways.append((f"{folder}datapackage.json", _("All tables")))
    if dimension == "project":
        ways.append((f"embed/projects/{member}.html#use", _("Embed")))
    return Doors(_n("This line", "These %(num)s lines", len(lines)), ways)


def family_doors(site: Site, family: Family) -> Doors | None:
    """The doors of a family of measures."""
    measures = [row["measure"] for row in family.measures if site.lines("measure", row["measure"])]
    lines = [line for code in measures for line in site.lines("measure", code)]
    if not lines:
        return None
    folder = folder_of(site, "family", family.id)
    ways = [
        (f"{folder}lines.csv", _("CSV")),
        (f"{folder}lines.json", _("JSON")),
        (f"explore.html?{urlencode([('measure', code) for code in measures])}", _("Explore")),
    ]
    return Doors(_n("This line", "These %(num)s lines", len(lines)), ways)


def elsewhere_doors(site: Site, projects: Iterable[str]) -> Doors | None:
    """The doors of a programme to the lines of projects that it also pays for, and that count under another."""
    lines = [line for project in projects for line in site.lines("project", project)]
    if not lines:
        return None
    having = list(dict.fromkeys(line["project"] for line in lines))
    ways = [
        (f"explore.html?{urlencode([('project', project) for project in having])}", _("Explore")),
        (f"compare.html?{_beside(lines)}", _("Compare")),
    ]
    return Doors(_n("%(num)s line that counts elsewhere", "%(num)s lines that count elsewhere", len(lines)), ways)


def _compared(site: Site, dimension: str, member: str) -> str:
    """What is put side by side: the area or the project itself, else the projects with most measures here."""
    if dimension in ("area", "project"):
        return urlencode({f"{dimension}s": member})
    return _beside(site.lines_of(dimension, member))


def _beside(lines: Iterable[Row]) -> str:
    measures: dict[str, set[str]] = {}
    for line in lines:
        measures.setdefault(line["project"], set()).add(line["measure"])
    most = sorted(measures, key=lambda project: (-len(measures[project]), project))[:MOST_BESIDE]
    return urlencode({"projects": ",".join(most)}, safe=",")
