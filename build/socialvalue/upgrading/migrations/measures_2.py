"""Version 2 of measures: plain_name."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="measures",
    to=2,
    added={"plain_name": empty},
    why="A measure may have a shorter name, as it reads after a number on the front page.",
)
