"""In a private repository it is settled for good whether a count of people is shown, before anybody sees it."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about, at
from socialvalue.check.tables import Tables
from socialvalue.domain.remembered import unremembered
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if not tables.kept:
        return
    yield from _renamed(tables)
    yield from _linked(tables)
    owners = tables.unsettled.loc[~tables.unsettled["late"], "owner"].value_counts()
    for returned in rows(tables["returns"][tables["returns"]["owner"].isin(owners.index)]):
        many = owners[returned.owner]
        which = "count of people is" if many == 1 else "counts of people are"
        yield about(returned, "", f"{many} {which} not in register/disclosures.csv yet.")


def _renamed(tables: Tables) -> Iterator[Hit]:
    """A hit at the first row of each project that goes by another name now: the register is to have that one."""
    now = tables["disclosures"].assign(now=tables.settled["project"])
    for row in rows(now[now["project"] != now["now"]].drop_duplicates("project")):
        yield at(row, "project", f"{row.project} is called {row.now} now.", value=row.project, suggestion=row.now)
    for end in ("name", "leads_to"):
        links = tables["links"].assign(was=tables["links"][end], now=tables.links[end])
        for row in rows(links[links["was"] != links["now"]].drop_duplicates("was")):
            yield at(row, end, f"{row.was} is called {row.now} now.", value=row.was, suggestion=row.now)


def _linked(tables: Tables) -> Iterator[Hit]:
    """A hit at each link that the register is to remember: without it, nobody would know of it once it is gone.

    One that may not be there at all is to be taken away: `disclose` does not write it.
    """
    new = unremembered(tables.links_now, tables["links"])
    for row in rows(new.drop(index=tables.joining.index, errors="ignore")):
        said = f"register/links.csv does not say yet that {row.name} leads to {row.leads_to}."
        yield at(row, row.column, said, value=row.leads_to)


RULE = Rule(
    id="counts-recorded",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="It is settled for good which counts of people are shown",
    why="A number that is shown once and hidden later, or the other way round, tells what changed. So a private "
    "repository remembers each count that it has told of, and never tells it otherwise.",
    example="a first return with iw1, and no row for it in disclosures.csv",
    mend="Whoever keeps the site runs socialvalue disclose and adds what it writes to this change. You have done "
    "nothing wrong.",
    find=find,
    of_what_stands=True,
    comes_last=True,
)
