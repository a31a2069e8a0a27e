"""Version 3 of disclosures: replaced_by."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="disclosures",
    to=3,
    added={"replaced_by": empty},
    why="A settled count remembers what took the place of its measure. Run socialvalue disclose to have it there.",
)
