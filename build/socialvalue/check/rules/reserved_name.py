"""A name that becomes an address is not one that the site or a computer keeps for itself."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

RESERVED = frozenset(
    [
        "index",
        "assets",
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)),
    ]
)
"""The first page of a folder, the folder of what pages are made with, and the names of Windows' devices."""
NAMES = (
    ("projects", "project"),
    ("projects", "renamed_from"),
    ("programmes", "programme"),
    ("organisations", "organisation"),
    ("measures", "measure"),
    ("themes", "theme"),
    ("areas", "slug"),
)
"""Columns that become addresses, each in a folder of its own with a list as its first page."""


def find(tables: Tables) -> Iterator[Hit]:
    for name, column in NAMES:
        table = tables[name]
        for row in rows(table[table[column].isin(RESERVED)]):
            text = getattr(row, column)
            yield at(row, column, f'"{text}" cannot be the name of a page.', value=text)
    returns = tables["returns"]
    for returned in rows(returns[returns["period"].isin(RESERVED)]):
        said = f'"{returned.period}" cannot be the name of a page.'
        yield about(returned, "period", said, "Rename the folder of the return.", value=returned.period)


RULE = Rule(
    id="reserved-name",
    severity=Severity.ERROR,
    group="Folders and files",
    title="No name is kept for something else",
    why="The page of a project called index would take the place of the list of all projects. A folder called con "
    "cannot be opened on Windows.",
    example="a project called index",
    mend="Choose a longer name, such as the-index.",
    find=find,
)
