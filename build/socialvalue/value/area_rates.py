"""Delivered value of one kind in each area: for each person who lives there, for each £1,000 of contract."""

from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.bounds import joint
from socialvalue.domain.rounding import quotient
from socialvalue.records import KINDS, Checked, rows

COLUMNS = ["kind", "area", "net", "bound", "per_person", "contract", "gained", "gained_bound", "per_thousand"]


class Gained(NamedTuple):
    """What a project has delivered of one kind (pence) with its bound, and its contract (£)."""

    net: int
    bound: str
    contract: int


def area_rates_of(checked: Checked, places: pd.DataFrame, by_kind: pd.DataFrame) -> pd.DataFrame:
    """One row per kind and area, as described in records/frames.py. Contracts are of one area alone."""
    tables = checked.tables
    placed = places.drop_duplicates("project", keep=False)
    here = dict(zip(placed["project"], placed["area"], strict=True))
    known = tables["projects"].dropna(subset="contract_gbp")
    contracts = {project: int(pounds) for project, pounds in zip(known["project"], known["contract_gbp"], strict=True)}
    delivered = by_kind[by_kind["lines"] > 0]
    nets = {(row.dimension, row.member, row.kind): (int(row.net), row.bound) for row in rows(delivered)}
    gained: dict[tuple[str, str], list[Gained]] = {}
    for (dimension, member, kind), (net, bound) in nets.items():
        if dimension == "project" and contracts.get(member) and member in here:
            gained.setdefault((kind, here[member]), []).append(Gained(net, bound, contracts[member]))
    found = [
        _row(kind, area, nets.get(("area", area.area, kind), (0, "")), gained.get((kind, area.area), []))
        for kind in KINDS
        for area in rows(tables["areas"])
    ]
    numbers = dict.fromkeys(("per_person", "contract", "gained", "per_thousand"), "Int64")
    return pd.DataFrame(found, columns=COLUMNS).astype({**numbers, "net": "int64"})


def _row(kind: str, area: Any, delivered: tuple[int, str], of_projects: list[Gained]) -> dict[str, Any]:
    gained, contract = sum(each.net for each in of_projects), sum(each.contract for each in of_projects)
    net, bound = delivered
    people = 0 if pd.isna(area.population) else int(area.population)
    return {
        "kind": kind,
        "area": area.area,
        "net": net,
        "bound": bound,
        "per_person": quotient(net, people) if people else None,
        "contract": contract or None,
        "gained": gained if contract else None,
        "gained_bound": joint(each.bound for each in of_projects),
        "per_thousand": quotient(1000 * gained, contract) if contract else None,
    }
