"""Version 2 of unit-values: edition, benefit_years."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="unit-values",
    to=2,
    added={"edition": empty, "benefit_years": empty},
    why="A unit value may be of one edition alone, and say for how many years its benefit lasts.",
)
