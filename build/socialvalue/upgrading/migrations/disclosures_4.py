"""Version 4 of disclosures: disadvantaged. And replaced_by stands in a table of its own, with every other link."""

from socialvalue.upgrading.migration import Migration, empty

MIGRATION = Migration(
    table="disclosures",
    to=4,
    added={"disadvantaged": empty},
    gone=("replaced_by",),
    why="A settled count remembers whether its measure is of a disadvantaged group. Every link between measures or "
    "projects is remembered in links.csv now, so replaced_by is gone. Run socialvalue disclose: it writes links.csv "
    "from the links that the tables hold, and these hold all that the column said.",
)
