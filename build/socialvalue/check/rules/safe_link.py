"""A link leads to a public page: a name instead of numbers, nobody's password, and in evidence https."""

from collections.abc import Iterator, Mapping

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows
from socialvalue.web_address import SCHEMES, trouble

LINKS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("evidence", "link"): ("https",),
    ("sources", "address"): SCHEMES,
    ("sources", "archived_copy"): SCHEMES,
    ("unit-values", "address"): SCHEMES,
    ("adjustments", "address"): SCHEMES,
    ("benchmarks", "address"): SCHEMES,
    ("minimum-wages", "address"): SCHEMES,
    ("models", "address"): SCHEMES,
    ("model-parts", "address"): SCHEMES,
    ("procurements", "notice"): SCHEMES,
}
"""Every column that holds web addresses, and how these may begin."""
ELSEWHERE = "Give the address of a page that anybody may open, or leave the cell empty."


def find(tables: Tables) -> Iterator[Hit]:
    for (name, column), schemes in LINKS.items():
        links = tables[name][tables[name][column] != ""]
        wrong = {link: said for link in links[column].unique() if (said := trouble(link, schemes))}
        for row in rows(links[links[column].isin(wrong)]):
            mend = "" if name == "evidence" else ELSEWHERE
            yield at(row, column, wrong[getattr(row, column)], mend)


def cited(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Every web address of the tables, each once, in their order."""
    found = (str(link) for name, column in LINKS for link in tables[name][column])
    return list(dict.fromkeys(link for link in found if link))


RULE = Rule(
    id="safe-link",
    severity=Severity.ERROR,
    group="Evidence",
    title="Links are safe to follow",
    why="Readers click on them. A link may not send them to an unnamed machine or hand out a password.",
    example="https://192.0.2.10/report",
    mend="Give the https address of a page that anybody may open, or leave link empty and give the checksum.",
    find=find,
)
