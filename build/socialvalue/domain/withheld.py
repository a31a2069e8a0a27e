"""Frameworks that may be used and not published, and what a site may show where there is one.

From a £ and a quantity anybody can work out the unit value, and from the sum of one measure too; where two measures are
summed, two sums tell both. So nothing that such a framework has a part in is told: neither its tables, nor what is
counted by them, nor what the check found there.
"""

from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

import pandas as pd

from socialvalue.domain.frameworks import signed_under
from socialvalue.domain.successions import last_of, successors, target_successors, without_returns
from socialvalue.records import Checked

PUBLISH = "publish"
"""What a framework's datapackage.json says of it."""
OF_RETURNS = ("lines", "evidence", "superseded-lines", "superseded-evidence")


def withheld(frameworks: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The frameworks, by the descriptor of each, that are not to be published: whatever is no plain yes."""
    return frozenset(name for name, descriptor in frameworks.items() if descriptor.get(PUBLISH, True) is not True)


def for_others(checked: Checked) -> Checked:
    """What may leave this machine: all that was checked, without the frameworks that are not to be published.

    What is counted by one goes with it, and so does what a return under one replaced: that is current nowhere. What may
    still be told stays beside the tables: which returns these are, and how many promises there are of each project.
    """
    hidden = checked.withheld
    if not hidden:
        return checked
    returns = checked.tables["returns"]
    kept_off = _kept_off(returns, hidden)
    gone = {*kept_off, *hidden}
    return replace(
        checked,
        tables=_tables(checked, hidden, set(kept_off)),
        findings=tuple(each for each in checked.findings if each.owner not in gone),
        descriptors={name: each for name, each in checked.descriptors.items() if name not in kept_off},
        editions={name: edition for name, edition in checked.editions.items() if name not in hidden},
        kept_off=kept_off,
        returns_kept_off=returns[returns["owner"].isin(kept_off)].reset_index(drop=True),
        promises_kept_off=_promises(checked, hidden),
        before=for_others(checked.before) if checked.before else None,
    )


def every_return(checked: Checked) -> pd.DataFrame:
    """The returns that are there, also those that are kept off a site: what has come in is no secret."""
    kept_off, there = checked.returns_kept_off, checked.tables["returns"]
    return pd.concat([there, kept_off], ignore_index=True) if len(kept_off) else there


def _kept_off(returns: pd.DataFrame, hidden: Set[str]) -> dict[str, str]:
    """Each return that counts by a hidden framework, or was replaced by one that does, with the framework."""
    of = dict(zip(returns["owner"], returns["framework"], strict=True))
    now = last_of(successors(returns))
    by = {
        owner: framework if framework in hidden else of.get(now.get(owner, ""), "") for owner, framework in of.items()
    }
    return {owner: framework for owner, framework in by.items() if framework in hidden}


def _promises(checked: Checked, hidden: Set[str]) -> tuple[str, ...]:
    """The project of each commitment that stands and is counted by a hidden framework."""
    targets = checked.tables["targets"]
    mine = _under(checked).isin(hidden)
    standing = mine & (targets["strength"] == "commitment") & ~targets["target"].isin(list(target_successors(targets)))
    return tuple(targets.loc[standing, "project"])


def _under(checked: Checked) -> pd.Series:
    """The framework of each target."""
    known = [checked.tables[name] for name in ("targets", "projects", "returns", "measures")]
    return pd.Series(signed_under(*known), index=checked.tables["targets"].index, dtype=object)


def _tables(checked: Checked, hidden: Set[str], returns: Set[str]) -> dict[str, pd.DataFrame]:
    tables = dict(checked.tables)
    of_frameworks = [name for name, schema in checked.schemas.items() if schema["folder"] == "framework"]
    tables["targets"] = _without(tables["targets"], _under(checked), hidden)
    there = set(tables["targets"]["target"])
    profiles = tables["target-profiles"]
    tables["target-profiles"] = profiles[profiles["target"].isin(there)].reset_index(drop=True)
    for name in ("disclosures", "links"):
        tables[name] = _without(tables[name], tables[name]["framework"], hidden)
    for names, gone in ((of_frameworks, hidden), (OF_RETURNS, returns)):
        for name in names:
            tables[name] = _without(tables[name], tables[name]["owner"], gone)
    left = without_returns(checked.tables["returns"], returns)
    after = successors(left)
    later = pd.Series([after.get(owner, "") for owner in left["owner"]], index=left.index, dtype=object)
    tables["returns"] = left.assign(superseded_by=later)
    return tables


def _without(table: pd.DataFrame, named: pd.Series, gone: Set[str]) -> pd.DataFrame:
    return table[~named.isin(gone)].reset_index(drop=True)
