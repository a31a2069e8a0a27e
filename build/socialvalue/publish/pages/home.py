"""The front page: the answer first, and the way into everything else."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.home_answers import answers
from socialvalue.publish.story.promises import promises
from socialvalue.publish.story.value_by_kind import by_kind, statuses_in
from socialvalue.publish.words import figures
from socialvalue.records import RATINGS

FIRST = 5
"""How many of each list the front page shows."""


def entries(site: Site) -> Iterator[Entry]:
    settings = site.settings
    yield Entry(
        path="index.html",
        title=f"{settings.title} {settings.place}".strip(),
        description=settings.description,
        context={
            "kinds": by_kind(site),
            "statuses": statuses_in(by_kind(site)),
            "answers": answers(site, _most(_largest(site))),
            "on_track": _on_track(site),
            "largest": _largest(site),
            "newest": _newest(site),
            "changes": _changes(site),
            "late": _late(site),
            "dated": any(row["promised"] is not None and row["due"] for row in site.rows("delivery")),
            "stated": sorted(site.rows("published-figures"), key=lambda row: -(row["amount_gbp"] or 0))[:2],
            "with_figures": len({line["project"] for line in site.rows("lines")}),
            "placed": sum(1 for row in site.rows("projects") if site.rows("project-areas", "project", row["project"])),
        },
    )


def _on_track(site: Site) -> Row:
    """The promises of all projects by their rating, and how many have nothing published about them."""
    kept = [promise for project in site.rows("projects") for promise in promises(site, project["project"])]
    ratings = {name: sum(1 for promise in kept if promise["rating"] == name) for name in RATINGS}
    silent = sum(1 for promise in kept if promise["delivered"] is None and not promise["suppressed"])
    return {"promises": len(kept), "ratings": ratings, "silent": silent}


def _largest(site: Site) -> list[Row]:
    """Of each theme the line that counts most people, or most jobs where no people are counted, with its theme."""
    found = []
    for theme in sorted(site.each("themes"), key=lambda row: row["order"]):
        lines = [line for line in site.rows("lines", "theme", theme["theme"]) if line["counted"] and line["quantity"]]
        for unit in ("headcount", "jobs"):
            of_unit = [line for line in lines if line["unit"] == unit and line["bound"] != "up to"]
            if of_unit:
                top = max(of_unit, key=lambda line: int(line["quantity"]))
                found.append({**top, "when": figures.span(top["start"], top["end"])})
                break
    return found


def _most(lines: list[Row]) -> Row | None:
    """The line that counts most people, or most jobs where none counts people."""
    return max(lines, key=lambda line: (line["unit"] == "headcount", int(line["quantity"])), default=None)


def _changes(site: Site) -> list[Row]:
    """The five corrections of a line that moved most money, up or down, with the name of their measure."""
    moved = sorted((row for row in site.rows("ledger") if row["difference"]), key=lambda row: -abs(row["difference"]))
    return [{**row, "name": site.measure(row)["name"]} for row in moved[:FIRST]]


def _late(site: Site) -> Row:
    """The promises past their day: how many, and the five that were due first."""
    late = sorted((row for row in site.rows("delivery") if row["overdue"]), key=lambda row: str(row["due"]))
    return {"number": len(late), "first": late[:FIRST]}


def _newest(site: Site) -> list[Row]:
    """The five returns that came in last, each with its lines in a few words."""
    returns = sorted(
        site.rows("returns"),
        key=lambda row: (row["received_on"] or row["compiled_on"], row["end"], row["owner"]),
        reverse=True,
    )
    return [{**row, "says": _says(site, row["owner"])} for row in returns[:FIRST]]


def _says(site: Site, owner: str) -> str:
    first = [line for line in site.rows("lines", "return_id", owner) if line["counted"]][:2]
    said = []
    for line in first:
        figure = figures.quantity(line["quantity"], site.unit(line))
        name = site.measure(line)["name"]
        said.append(f"{figures.inside(name)}, {figures.bounded(figure, line['bound'])}")
    return figures.sentence("; ".join(said)) if said else ""


PAGE = Page(name="home", section="", entries=entries, contents=False)
