"""Whoever delivers, submits or checks is an organisation of the register."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    known = set(tables["organisations"]["organisation"]) | {""}
    for name, column in (("lines", "organisation"), ("evidence", "checked_by")):
        table = tables[name]
        for row in rows(table[~table[column].isin(known)]):
            text = getattr(row, column)
            yield at(row, column, *_words(tables, text), text)
    returns = tables["returns"]
    submitted = returns[(returns["basis"] == "submitted") & ~returns["organisation"].isin(known)]
    for returned in rows(submitted):
        text = returned.organisation
        yield about(returned, "submitted_by.organisation", *_words(tables, text), text)


def _words(tables: Tables, text: str) -> tuple[str, str, str]:
    meant = tables.names.meant("organisation", text)
    mend = tables.names.write("organisation", meant) if meant else ""
    return f'"{text}" is not in register/organisations.csv.', mend, meant


RULE = Rule(
    id="known-organisation",
    severity=Severity.ERROR,
    group="Places and organisations",
    title="Organisations are in the register",
    why="One firm under three spellings would get three pages, each with a part of what it did.",
    example="exemple-builder",
    mend="Use the name as in register/organisations.csv. A new organisation gets its row there first.",
    find=find,
)
