"""What is remembered of groups and links holds together: projects that are there, no day twice, no row lost."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import BRING_BACK, REMEMBERED
from socialvalue.domain.clashes import KEY, clashes
from socialvalue.domain.disclosure import OF_MEASURE, told_otherwise
from socialvalue.domain.remembered import LINK, ROWS, links_now, renamed, renamed_links, unremembered
from socialvalue.records import Severity, plain, rows

UNKNOWN = (
    "Bring the project back. If it has another name now, under which nothing was told yet, write this one into "
    "renamed_from, run socialvalue disclose, and add what it writes to the change."
)

TWICE = "The row that was published first stays as it is. Take the other one away, if no site was built with it."
FORGOTTEN = "Put the link back, run socialvalue disclose, and take it away after that, in a change of its own."
BACK = (
    "Bring back the row as it was. It stays, whatever becomes of the link: counts from before it went are still known."
)


def find(tables: Tables) -> Iterator[Hit]:
    yield from _fewer(tables)
    yield from _lost(tables)
    yield from _links(tables)
    settled = tables.settled
    if settled.empty:
        return
    nobodys = settled[~settled["project"].isin(_known(tables))]
    for row in rows(nobodys.drop_duplicates("project")):
        yield at(row, "project", f"There is no project {row.project}.", UNKNOWN, value=row.project)
    groups = settled[settled["sensitivity"] != "none"].reset_index(drop=True)
    numbered = settled["quantity"].notna() | settled["headcount"].notna()
    for row in rows(settled[numbered & ~settled["shown"].astype(bool)]):
        yield at(row, "shown", "It is hidden, and its number stands here.", "Take the number away.")
    for row in rows(groups[groups["shown"] & groups["quantity"].isna()]):
        yield at(row, "quantity", "It is shown, and its number is not here.")
    groups = groups[~told_otherwise(groups)]
    pairs = clashes(groups, groups, tables.linked)
    for row in rows(groups.iloc[np.unique(pairs.loc[pairs["at"] > pairs["at_other"], "at"])]):
        yield at(row, "start", f"Another row of {row.measure} holds some of these days.", TWICE, value=row.start)


def _fewer(tables: Tables) -> Iterator[Hit]:
    """A hit at each table that has fewer rows than its descriptor says: so a loss is seen without git too."""
    listed = tables.packages.get("register", {}).get("resources")
    said = {each.get("name"): each.get(ROWS) for each in listed if isinstance(each, dict)} if listed else {}
    for file in REMEMBERED:
        name = file.removesuffix(".csv")
        wanted, there = said.get(name), len(tables[name])
        if isinstance(wanted, int) and there < wanted:
            yield Hit(
                f"Rows that it had: {wanted:,}. Rows that it has now: {there:,}.", BRING_BACK, file=f"register/{file}"
            )


def _known(tables: Tables) -> frozenset[str]:
    """The projects that are there, and those of which told-apart says that they have to come back."""
    return frozenset(
        {*tables["projects"]["project"], *(name for each in tables.joining_names.values() for name in each)}
    )


def _lost(tables: Tables) -> Iterator[Hit]:
    """A hit for each row that the published repository has, and that is not here or says something else."""
    if tables.before is None:
        return
    was, here = _cells(renamed(tables.before.tables["disclosures"], tables.projects)), _cells(tables.settled)
    for row in _gone(was, here):
        said = f"The row of {row.project}, {row.measure}, {row.start} to {row.end}, is gone or is another one."
        yield Hit(said, file=row.file)
    links = renamed_links(tables.before.tables["links"], tables.projects)
    for row in _gone(links[["file", *LINK]], tables.links[["file", *LINK]]):
        yield Hit(f"The row that says that {row.name} leads to {row.leads_to} is gone.", BACK, file=row.file)
    if tables.kept:
        yield from _forgotten(tables)


def _forgotten(tables: Tables) -> Iterator[Hit]:
    """A hit for each link between projects or measures that was published, and is neither there now nor remembered."""
    before = tables.before.tables if tables.before else {}
    lines = plain(before["lines"]).iloc[:0].assign(project="")
    was = renamed_links(links_now(before["projects"], before["measures"], lines), tables.projects)
    known = pd.concat([tables.links[LINK], tables.links_now[LINK]])
    for row in rows(unremembered(was, known)):
        said = f"{row.name} led to {row.leads_to} when it was published, and nothing remembers it."
        yield Hit(said, FORGOTTEN, file=row.file)


def _gone(was: pd.DataFrame, here: pd.DataFrame) -> Iterator[Any]:
    """The rows that were there, and are not or say something else; a last cell that was empty may be filled."""
    if not was.equals(here):
        there = {tuple(map(str, row[1:])) for row in rows(here)}
        there |= {(*row[:-1], "") for row in there}
        yield from (row for row in rows(was) if tuple(map(str, row[1:])) not in there)


def _links(tables: Tables) -> Iterator[Hit]:
    """A hit at each project of a link that is not there: under another name, nobody would know whom it holds."""
    links = tables.links[tables.links["framework"] == ""]
    for end in ("name", "leads_to"):
        nobodys = links[~links[end].isin(_known(tables))]
        for row in rows(nobodys.drop_duplicates(end)):
            project = getattr(row, end)
            yield at(row, end, f"There is no project {project}.", UNKNOWN, value=project)


def _cells(settled: pd.DataFrame) -> pd.DataFrame:
    return plain(settled[["file", *KEY, "shown", "quantity", "headcount", *OF_MEASURE[:-1], "least", "disadvantaged"]])


RULE = Rule(
    id="disclosures-in-order",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="What is remembered of a sensitive group stands once",
    why="register/disclosures.csv decides what a site shows. Two rows for the same days would show a difference.",
    example="a row of iw1 for 2024 beside one for April to June 2024",
    mend="Bring back the row as it is in the history. Rows are written by socialvalue disclose alone.",
    find=find,
)
