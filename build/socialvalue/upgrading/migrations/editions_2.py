"""Version 2 of editions: applies_to."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="editions",
    to=2,
    added={"applies_to": empty},
    why="What a deduction for one project or line is for is recorded, so that it is not moved to another one unseen.",
)
