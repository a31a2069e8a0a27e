"""Version 2 of published-figures: missing."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="published-figures",
    to=2,
    added={"missing": empty},
    why="A stated figure says what its sources leave out. Empty means that nobody has looked.",
)
