"""Version 2 of project-facts: paid_by."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="project-facts",
    to=2,
    added={"paid_by": empty},
    why="A grant may say who gives the money.",
)
