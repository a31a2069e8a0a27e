"""A public page that is named as evidence is in the register of sources."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    evidence = tables["evidence"]
    known = set(tables["sources"]["source"]) | {""}
    for row in rows(evidence[~evidence["source"].isin(known)]):
        yield at(row, "source", f'"{row.source}" is not in register/sources.csv.', value=row.source)
    bare = (evidence["kind"] == "public page") & (evidence["source"] == "") & (evidence["link"] == "")
    for row in rows(evidence[bare]):
        yield at(row, "source", "A public page is named, but not where it is.")


RULE = Rule(
    id="known-source",
    severity=Severity.ERROR,
    group="Evidence",
    looks_up=True,
    title="Public pages can be found",
    why="Anybody should be able to look up what a figure rests on.",
    example="public page,A page,2024-05,no-such-page",
    mend="Give the page a row in register/sources.csv and name it here, or give its address in link.",
    find=find,
)
