"""The names that register/disclosures.csv remembers: of projects renamed, and of measures that others replaced."""

import pandas as pd

from socialvalue.domain.successions import last_of
from socialvalue.records import plain, rows


def names_now(projects: pd.DataFrame) -> dict[str, str]:
    """Each earlier name of a project, with the one that it has now, however often it was renamed."""
    later = plain(projects[projects["renamed_from"] != ""])
    return last_of(dict(zip(later["renamed_from"], later["project"], strict=True)))


def renamed(settled: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """The register with each project by the name that it has now, however often it was renamed."""
    now = names_now(projects)
    found = plain(settled)
    return found.assign(project=found["project"].map(lambda name: now.get(name, name)).astype(object))


def replaced_now(settled: pd.DataFrame, measures: pd.DataFrame) -> pd.Series:
    """For each row of the register the measure that took the place of its own, then or since."""
    later = measures[measures["replaced_by"] != ""]
    of_code = {(row.owner, row.measure): row.replaced_by for row in rows(later)}
    codes = zip(settled["framework"], settled["measure"], settled["replaced_by"], strict=True)
    found = [before or of_code.get((framework, measure), "") for framework, measure, before in codes]
    return pd.Series(found, index=settled.index, dtype=object)


def linked(measures: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Which measure took which one's place, now or when the register was written: owner, measure, replaced_by."""
    columns = ["owner", "measure", "replaced_by"]
    told = plain(settled.drop(columns="owner", errors="ignore")).rename(columns={"framework": "owner"})
    return pd.concat([plain(measures)[columns], told[columns]], ignore_index=True).drop_duplicates()


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
