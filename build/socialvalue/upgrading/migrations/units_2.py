"""Version 2 of units: level."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="units",
    to=2,
    added={"level": empty},
    why="A unit may say that it is a level that lasts through a period, as full-time equivalents are. Empty means no.",
)
