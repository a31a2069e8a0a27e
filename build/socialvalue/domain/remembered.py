"""What the register remembers: names of projects, and every link by which two counts may be of the same people."""

import numpy as np
import pandas as pd

from socialvalue.domain.successions import chains, last_of, successors
from socialvalue.records import plain

ROWS = "rows"
"""What a descriptor calls the number of rows of a table, as Frictionless does."""
LINK = ["framework", "name", "leads_to"]
"""A row of register/links.csv. A project has no framework."""


def names_now(projects: pd.DataFrame) -> dict[str, str]:
    """Each earlier name of a project, with the one that it has now, however often it was renamed."""
    later = plain(projects[projects["renamed_from"] != ""])
    return last_of(dict(zip(later["renamed_from"], later["project"], strict=True)))


def renamed(settled: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """The register with each project by the name that it has now, however often it was renamed."""
    now = names_now(projects)
    found = plain(settled)
    return found.assign(project=found["project"].map(lambda name: now.get(name, name)).astype(object))


def renamed_links(links: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """The links that are remembered, with each project by the name that it has now."""
    now = names_now(projects)
    found = plain(links)
    for end in ("name", "leads_to"):
        names = found[end].map(lambda name: now.get(name, name)).astype(object)
        found = found.assign(**{end: names.where(found["framework"] == "", found[end])})
    return found


def correcting(counts: pd.DataFrame, returns: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The counts, each with what its return does to those before it, whose owner is named in the column owner.

    `replaces`: it took the place of another. `corrects`: of one for whose days the register has a sensitive group; a
    count of it that has no row of its own may be one that was told, moved to other days or to another group. `moves`:
    its days are not those of one that it took the place of. `instead_of`: the first and the last day of each of these.
    A correction that was corrected itself did the same to those before it.
    """
    groups = settled[settled["sensitivity"] != "none"]
    of_groups = set(zip(groups["project"], groups["start"], groups["end"], strict=True))
    days = dict(
        zip(returns["owner"], zip(returns["project"], returns["start"], returns["end"], strict=True), strict=True)
    )
    every = {
        chain[at]: [days.get(each) for each in chain[at + 1 :]]
        for chain in chains(successors(returns))
        for at in range(len(chain) - 1)
    }
    of = {
        "replaces": every.keys(),
        "corrects": {now for now, before in every.items() if any(each in of_groups for each in before)},
        "moves": {now for now, before in every.items() if any(each != days.get(now) for each in before)},
    }
    spans = [tuple(each[1:] for each in every.get(owner, ()) if each) for owner in counts["owner"]]
    return counts.assign(
        instead_of=pd.Series(spans, index=counts.index, dtype=object),
        **{name: counts["owner"].isin(owners) for name, owners in of.items()},
    )


def links_now(projects: pd.DataFrame, measures: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Every link that the tables hold today: LINK, and the place (file, row, owner, column) that says so.

    A project is part of another; a measure took the place of another; a line of `counts`, which count people, is part
    of a line of another project.
    """
    of_lines = counts[np.array(["/" in named for named in counts["part_of"]], dtype=np.bool_)]
    of_lines = of_lines.assign(leads_to=[named.partition("/")[0] for named in of_lines["part_of"]])
    of_projects = projects[projects["part_of"] != ""]
    of_measures = measures[measures["replaced_by"] != ""]
    every = [
        plain(of_projects).assign(framework="", name=of_projects["project"], leads_to=of_projects["part_of"]),
        plain(of_measures).assign(
            framework=of_measures["owner"], name=of_measures["measure"], leads_to=of_measures["replaced_by"]
        ),
        plain(of_lines).assign(framework="", name=of_lines["project"]),
    ]
    places = [
        frame[[*LINK, "file", "row", "owner"]].assign(column=column)
        for frame, column in zip(every, ("part_of", "replaced_by", "part_of"), strict=True)
    ]
    found = pd.concat(places, ignore_index=True)
    return found[found["name"] != found["leads_to"]].drop_duplicates(LINK).reset_index(drop=True)


def unremembered(now: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """The links of today, as `links_now` gives them, that the register lacks."""
    there = pd.MultiIndex.from_frame(plain(links)[LINK])
    return now[~pd.MultiIndex.from_frame(now[LINK]).isin(there)]


def linked(measures: pd.DataFrame, links: pd.DataFrame, refused: pd.DataFrame | None = None) -> pd.DataFrame:
    """Which measure took which one's place, now or ever, but for those `refused`: owner, measure, replaced_by."""
    columns = ["owner", "measure", "replaced_by"]
    now, remembered = plain(measures)[columns], plain(links)[LINK]
    if refused is not None and len(refused):
        now = now[~pd.MultiIndex.from_frame(now).isin(pd.MultiIndex.from_frame(refused[LINK]))]
    remembered = remembered[remembered["framework"] != ""].set_axis(columns, axis="columns")
    return pd.concat([now, remembered], ignore_index=True).drop_duplicates()


def named(counts: pd.DataFrame, measures: pd.DataFrame) -> list[str]:
    """The measure of each count, by framework and code: those of which one took another's place have one name."""
    later = plain(measures[measures["replaced_by"] != ""])
    pairs = zip(*(later["owner"] + "/" + later[column] for column in ("measure", "replaced_by")), strict=True)
    one: dict[str, str] = {}
    for earlier, now in dict.fromkeys(pairs):
        name, other = one.get(earlier, earlier), one.get(now, now)
        one |= dict.fromkeys([*(each for each, its in one.items() if its == name), name], other)
        one[other] = other
    names_now = zip(counts["framework"], counts["measure"], strict=True)
    return [one.get(name, name) for name in (f"{framework}/{measure}" for framework, measure in names_now)]
