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
from socialvalue.records import Checked

PUBLISH = "publish"
"""What a framework's datapackage.json says of it."""
OF_RETURNS = ("returns", "lines", "evidence", "superseded-lines", "superseded-evidence")


def withheld(frameworks: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The frameworks, by the descriptor of each, that are not to be published: whatever is no plain yes."""
    return frozenset(name for name, descriptor in frameworks.items() if descriptor.get(PUBLISH, True) is not True)


def for_others(checked: Checked) -> Checked:
    """What may leave this machine: all that was checked, without the frameworks that are not to be published.

    What is counted by one goes with it; `kept_off` says which returns that are.
    """
    hidden = checked.withheld
    if not hidden:
        return checked
    returns = checked.tables["returns"]
    of = dict(zip(returns["owner"], returns["framework"], strict=True))
    kept_off = {owner: framework for owner, framework in of.items() if framework in hidden}
    gone = {*kept_off, *hidden}
    return replace(
        checked,
        tables=_tables(checked, hidden, set(kept_off)),
        findings=tuple(each for each in checked.findings if each.owner not in gone),
        descriptors={name: each for name, each in checked.descriptors.items() if name not in kept_off},
        editions={name: edition for name, edition in checked.editions.items() if name not in hidden},
        kept_off=kept_off,
        before=for_others(checked.before) if checked.before else None,
    )


def _tables(checked: Checked, hidden: Set[str], returns: Set[str]) -> dict[str, pd.DataFrame]:
    tables = dict(checked.tables)
    of_frameworks = [name for name, schema in checked.schemas.items() if schema["folder"] == "framework"]
    known = [tables[name] for name in ("targets", "projects", "returns", "measures")]
    promised = pd.Series(signed_under(*known), index=tables["targets"].index, dtype=object)
    tables["targets"] = _without(tables["targets"], promised, hidden)
    there = set(tables["targets"]["target"])
    profiles = tables["target-profiles"]
    tables["target-profiles"] = profiles[profiles["target"].isin(there)].reset_index(drop=True)
    for name in ("disclosures", "links"):
        tables[name] = _without(tables[name], tables[name]["framework"], hidden)
    for names, gone in ((of_frameworks, hidden), (OF_RETURNS, returns)):
        for name in names:
            tables[name] = _without(tables[name], tables[name]["owner"], gone)
    return tables


def _without(table: pd.DataFrame, named: pd.Series, gone: Set[str]) -> pd.DataFrame:
    return table[~named.isin(gone)].reset_index(drop=True)
