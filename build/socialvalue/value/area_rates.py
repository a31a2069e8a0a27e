"""Delivered value of one kind in each area: for each person who lives there, for each £1,000 of contract."""

from typing import Any

import pandas as pd

from socialvalue.domain.rounding import quotient
from socialvalue.records import KINDS, Checked, rows

COLUMNS = ["kind", "area", "net", "per_person", "contract", "gained", "per_thousand"]


def area_rates_of(checked: Checked, places: pd.DataFrame, by_kind: pd.DataFrame) -> pd.DataFrame:
    """One row per kind and area, as described in records/frames.py. Contracts are of one area alone."""
    tables = checked.tables
    placed = places.drop_duplicates("project", keep=False)
    here = dict(zip(placed["project"], placed["area"], strict=True))
    known = tables["projects"].dropna(subset="contract_gbp")
    contracts = {project: int(pounds) for project, pounds in zip(known["project"], known["contract_gbp"], strict=True)}
    delivered = by_kind[by_kind["lines"] > 0]
    nets = {(row.dimension, row.member, row.kind): int(row.net) for row in rows(delivered)}
    gained: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for (dimension, member, kind), net in nets.items():
        if dimension == "project" and contracts.get(member) and member in here:
            gained.setdefault((kind, here[member]), []).append((net, contracts[member]))
    found = [
        _row(kind, area, nets.get(("area", area.area, kind), 0), gained.get((kind, area.area), []))
        for kind in KINDS
        for area in rows(tables["areas"])
    ]
    numbers = dict.fromkeys(("per_person", "contract", "gained", "per_thousand"), "Int64")
    return pd.DataFrame(found, columns=COLUMNS).astype({**numbers, "net": "int64"})


def _row(kind: str, area: Any, net: int, of_projects: list[tuple[int, int]]) -> dict[str, Any]:
    gained, contract = (sum(each[place] for each in of_projects) for place in (0, 1))
    people = 0 if pd.isna(area.population) else int(area.population)
    return {
        "kind": kind,
        "area": area.area,
        "net": net,
        "per_person": quotient(net, people) if people else None,
        "contract": contract or None,
        "gained": gained if contract else None,
        "per_thousand": quotient(1000 * gained, contract) if contract else None,
    }
