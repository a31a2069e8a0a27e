"""Version 2 of areas: within."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="areas",
    to=2,
    added={"within": empty},
    why="An area may say which larger area it lies in, as a district in its county.",
)
