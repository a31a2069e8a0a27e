"""Version 2 of projects: part_of, total_cost_bound, grant_bound."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="projects",
    to=2,
    added={"part_of": empty, "total_cost_bound": empty, "grant_bound": empty},
    why="A project may be part of another, and a cost or a grant keeps its “about”.",
)
