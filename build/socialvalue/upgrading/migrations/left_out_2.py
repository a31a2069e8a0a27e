"""Version 2 of left-out: bound."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="left-out",
    to=2,
    added={"bound": empty},
    why="A statement that is left out keeps its “at least” or “about”.",
)
