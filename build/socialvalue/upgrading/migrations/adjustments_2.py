"""Version 2 of adjustments: edition."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="adjustments",
    to=2,
    added={"edition": empty},
    why="A deduction may belong to one edition of its framework, so that another edition may take off another rate.",
)
