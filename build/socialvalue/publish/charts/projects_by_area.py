"""How many projects are in each area, as a map of squares."""

from typing import Any

from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing.tiles import TILE, tile_map, tile_spec
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: area, name, projects, and whether it is `here`, where the subject is.

    Nothing to draw for a project that names no such area.
    """
    chosen = {row["project"] for row in _projects(site, subject)}
    own = subject.member if subject.dimension == "project" else ""
    places = site.rows("project-areas")
    here = {row["area"] for row in places if row["project"] == own}
    found = [
        {
            **area,
            "projects": sum(1 for row in site.rows("project-areas", "area", area["area"]) if row["project"] in chosen),
            "here": area["area"] in here or (subject.dimension == "area" and area["area"] == subject.member),
        }
        for area in site.rows("areas")
        if area["tile_column"] is not None
    ]
    shown = any(row["here"] for row in found) if own else any(row["projects"] for row in found)
    return found if shown else []


def title(rows: list[Row], subject: Subject) -> str:
    here = [row["name"] for row in rows if row["here"]]
    if here:
        return _("The site is in %(areas)s", areas=figures.listing(here))
    most = max(row["projects"] for row in rows)
    names = [row["name"] for row in rows if row["projects"] == most]
    return _n(
        "%(areas)s has the most projects: %(most)s",
        "%(areas)s have the most projects: %(most)s",
        len(names),
        areas=figures.listing(names),
        most=digits(most),
    )


def draw(rows: list[Row], subject: Subject) -> Drawing:
    return tile_map(rows, "projects", lambda row: digits(row["projects"]))


def spec() -> Any:
    return tile_spec("projects", _("Projects"))


def _projects(site: Site, subject: Subject) -> list[Row]:
    return (
        site.rows("projects", "programme", subject.member)
        if subject.dimension == "programme"
        else site.rows("projects")
    )


CHART = Chart(
    id="projects-by-area",
    table=table,
    columns=(
        Column("name", N_("Area"), "text"),
        Column("projects", N_("Projects"), "count"),
        *TILE,
    ),
    title=title,
    spec=spec,
    draw=draw,
    note=N_("The number is how many projects an area has. A project in two areas counts in both."),
)
