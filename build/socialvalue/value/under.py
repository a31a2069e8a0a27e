"""The same delivery under another framework, where both count the same thing.

A measure is the same where its code and unit are, or else where both frameworks call theirs close to one reference of a
third. References move between the editions of that third, so two editions that are named must be the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from socialvalue.domain.look_up import coded
from socialvalue.records import Checked, NoMatch, NoValue, rows
from socialvalue.value.lines import framework_of_targets

CASE = ["framework", "measure", "unit"]


class Match(NamedTuple):
    """The measure of the other framework that counts the same; or, where there is none, why."""

    measure: str
    why: tuple[str, ...] = ()


def under(checked: Checked, framework: str) -> tuple[Checked, pd.DataFrame]:
    """What was checked as if it had been signed under `framework`, and what cannot be matched: key, reason, facts.

    Contracts of another framework are taken to the current edition; those of this one keep their own.
    """
    tables = dict(checked.tables)
    frameworks = tables["returns"].set_index("owner")["framework"]
    unmatched = []
    for name in ("lines", "superseded-lines", "targets"):
        found = tables[name]
        of_row = framework_of_targets(checked) if name == "targets" else found["owner"].map(frameworks)
        measures, why = _matched(found.assign(framework=of_row), framework, tables)
        tables[name] = found.assign(measure=measures)[~why.map(bool).astype(bool)].reset_index(drop=True)
        if name != "superseded-lines":
            key = found["target"] if name == "targets" else found["owner"] + "#" + found["line"].astype(str)
            lost = why.map(bool).astype(bool)
            unmatched.append(pd.DataFrame({"key": key, "reason": str(NoValue.NO_MATCH), "facts": why})[lost])
    for name in ("returns", "projects"):
        own = tables[name]["framework"] == framework
        current = checked.editions.get(framework, "")
        tables[name] = tables[name].assign(framework=framework, edition=tables[name]["edition"].where(own, current))
    return replace(checked, tables=tables), pd.concat(unmatched, ignore_index=True)


def _matched(found: pd.DataFrame, framework: str, tables: Mapping[str, pd.DataFrame]) -> tuple[pd.Series, pd.Series]:
    """For each row the other framework's measure, and the facts of why there is none; empty where there is."""
    codes, first = coded(found, CASE)
    cases = [
        Match(case.measure)
        if case.framework == framework
        else _match(case.framework, case.measure, case.unit, framework, tables)
        for case in rows(found[CASE].iloc[first])
    ]
    each = pd.DataFrame(cases, columns=Match._fields).astype(object).iloc[codes].set_index(found.index)
    return each["measure"], each["why"]


def _match(origin: str, measure: str, unit: str, framework: str, tables: Mapping[str, pd.DataFrame]) -> Match:
    known = tables["measures"][tables["measures"]["owner"] == framework]
    units = dict(zip(known["measure"], known["unit"], strict=True))
    if units.get(measure) == unit:
        return Match(measure)
    close = sorted(set(_close(origin, measure, framework, tables["crosswalk"])))
    alike = [other for other in close if units.get(other) == unit]
    if len(alike) == 1:
        return Match(alike[0])
    if alike:
        return Match("", (NoMatch.SEVERAL, origin, measure, framework, *alike))
    if close or measure in units:
        other = (close or [measure])[0]
        return Match("", (NoMatch.OTHER_UNIT, origin, measure, unit, framework, other, str(units.get(other))))
    return Match("", (NoMatch.NONE, origin, measure, framework))


def _close(origin: str, measure: str, framework: str, crosswalk: pd.DataFrame) -> Iterator[str]:
    close = crosswalk[crosswalk["match"] == "close"]
    ours = close[(close["owner"] == origin) & (close["measure"] == measure)]
    for pair in rows(ours.merge(close[close["owner"] == framework], on=["system", "reference"])):
        if not pair.edition_x or not pair.edition_y or pair.edition_x == pair.edition_y:
            yield pair.measure_y
