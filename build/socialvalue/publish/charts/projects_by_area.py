"""How many projects are in each area, as a map of squares."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from socialvalue.publish.chart import Chart, Column, Drawing, Subject
from socialvalue.publish.drawing.tiles import TILE, tile_map, tile_spec, tiled
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.places import covered_name, covering
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _, _n, digits

NAMED = 3
"""How many areas that are level the finding names; of more it says how many there are."""


def table(site: Site, subject: Subject) -> list[Row]:
    """One row per area with a tile: area, name, projects, `here` (the subject is there), whole and covered.

    A project that covers a larger area is in no tile: `whole` is how many such projects there are, and `covered` the
    names of what they cover, the same in every row. There is no map for a project that is in one place: that is a
    sentence.
    """
    chosen = {row["project"] for row in _projects(site, subject)}
    places = [row for row in site.rows("places") if row["project"] in chosen]
    own = subject.member if subject.dimension == "project" else ""
    here = {row["tile"] for row in site.rows("places", "project", own)} - {""}
    if own and len(here) < 2:
        return []
    projects = {(row["tile"], row["project"]) for row in places if row["tile"]}
    tiles = Counter(tile for tile, _project in projects)
    apart = covering(site, places)
    found: list[Row] = [
        {
            **area,
            "projects": tiles[area["area"]],
            "here": area["area"] in here or (subject.dimension == "area" and area["area"] == subject.member),
            "whole": len(apart),
            "covered": covered_name(site, places),
        }
        for area in tiled(site)
    ]
    return found if any(row["projects"] for row in found) else []


def title(rows: Sequence[Row], subject: Subject) -> str:
    here = [row["name"] for row in rows if row["here"]]
    if here and subject.dimension == "project":
        return _("It is in %(areas)s", areas=figures.listing(here))
    most = max(row["projects"] for row in rows)
    names = sorted(row["name"] for row in rows if row["projects"] == most)
    if len(names) > NAMED:
        said = _(
            "%(areas)s have the most projects: %(most)s each",
            areas=figures.several(len(names), "area"),
            most=digits(most),
        )
        return _with_whole(said, rows)
    said = _n(
        "%(areas)s has the most projects: %(most)s",
        "%(areas)s have the most projects: %(most)s",
        len(names),
        areas=figures.listing(names),
        most=digits(most),
    )
    return _with_whole(said, rows)


def _with_whole(said: str, rows: Sequence[Row]) -> str:
    """The finding, with how many projects cover all of these areas."""
    if not rows[0]["whole"]:
        return said
    more = _n("One more covers %(area)s", "Another %(num)s cover %(area)s", rows[0]["whole"], area=rows[0]["covered"])
    return f"{said}. {more}"


def draw(rows: Sequence[Row], subject: Subject) -> Drawing:
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
    note=N_(
        "The number is how many projects an area has. A project in two areas counts in both; one that covers a whole "
        "county counts in none."
    ),
)
