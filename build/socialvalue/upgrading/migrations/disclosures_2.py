"""Version 2 of disclosures: least."""

from socialvalue.records.sensitivity import LEAST_PEOPLE
from socialvalue.upgrading.migration import Migration

MIGRATION = Migration(
    table="disclosures",
    to=2,
    added={"least": lambda row: str(LEAST_PEOPLE[row["sensitivity"]])},
    why="A settled count remembers how many people it took to be shown, by the rule that held since there was one.",
)
