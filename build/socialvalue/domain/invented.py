"""What says of itself that it is invented, as the example does that a repository begins with."""

import re

import pandas as pd

MARK = re.compile(r"\(invented\)|^an invented (?:return|example)\b", re.IGNORECASE)
"""What the example says of itself; a fund may re-invent a street, or tell of what somebody invented."""
INVENTED = re.compile(r"(?<![\w-])invented\b|\bmade[- ]up\b(?! (?:of|from|by)\b)|\bfictitious\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:no|not|none|never|nothing|without)\b|n['’]t\b", re.IGNORECASE)
CLAUSES = re.compile(r"[.,:;!?]")
NAMED = {"organisations": "name", "sources": "title"}
"""The column in which a row that belongs to no project says so."""


def says_invented(*texts: str) -> bool:
    """Whether each of some texts has the mark of what is invented: then it may go without a reason."""
    return all(MARK.search(text.strip()) for text in texts)


def speaks_of_invented(text: str) -> bool:
    """Whether a text says that something is invented. A region may be made up of three counties, and a clause may say
    that nothing is."""
    found = ((clause, INVENTED.search(clause)) for clause in CLAUSES.split(text))
    return any(said and not DENIED.search(clause[: said.start()]) for clause, said in found)


def holds_invented(announcement: str, returns: pd.DataFrame, projects: pd.DataFrame) -> bool:
    """Whether data are invented, all or some: their authority announces it, or a return or a project says it."""
    marked = projects["name"].map(says_invented).any()
    return bool(speaks_of_invented(announcement) or returns["invented"].any() or marked)


def invented_projects(returns: pd.DataFrame) -> frozenset[str]:
    """The projects with returns of which every one is invented."""
    return frozenset(set(returns["project"]) - set(returns.loc[~returns["invented"], "project"]))


def of_invented(table: str, frame: pd.DataFrame, returns: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows of a table of the register belong to these projects or, where there are any, say so themselves."""
    projects = invented_projects(returns)
    if "project" in frame:
        return frame["project"].isin(projects)
    if not projects or table not in NAMED:
        return pd.Series(False, index=frame.index)
    return frame[NAMED[table]].map(says_invented).astype(bool)
