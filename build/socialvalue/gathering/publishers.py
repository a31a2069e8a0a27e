"""Who publishes what, how fresh and how sure it is; and the names under which their figures are looked up."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import pandas as pd

from socialvalue.gathering.duties import duties_by
from socialvalue.gathering.methods import Frames, measure_methods
from socialvalue.gathering.organisations import identity, public_number
from socialvalue.gathering.reading import Read
from socialvalue.records import rows
from socialvalue.records.gathered import Package, Publisher, Quality

LONGEST = 300


class Facts:
    """What is kept of one authority once its lines are laid down: little, however many they are."""

    def __init__(self, read: Read) -> None:
        self.listed, self.manifest, frames = read.listed, read.manifest, read.frames
        authority = self.listed.id
        returns = frames["returns"]
        as_of = self.manifest.version.rpartition(".")[0]
        self.due, self.missing = duties_by(frames, as_of)
        promises = frames["delivery"][frames["delivery"]["promised"] != ""]
        self.counts: dict[str, Any] = {
            "projects": len(frames["projects"]), "returns": len(returns),
            "first_day": min(returns["start"], default=""), "last_day": max(returns["end"], default=""),
            "promises": len(promises), "overdue": int((promises["overdue"] == "yes").sum()),
        }  # fmt: skip
        self.tables = {
            "areas": _areas(authority, frames["areas"]),
            "measures": _measures(authority, frames),
            "crosswalk": frames["crosswalk"].assign(authority=authority),
            "organisations": _organisations(authority, frames["organisations"]),
        }

    def publisher(self, quality: Mapping[str, Any]) -> Publisher:
        """The authority, with what was counted of its lines."""
        manifest, names = self.manifest, ("lines", "hidden", "verified", "evidenced", "with_evidence", "submitted")
        counted: dict[str, Any] = {name: int(quality.get(name, 0)) for name in names}
        return Publisher(
            **{each.name: getattr(manifest, each.name) for each in fields(Package)},
            authority=self.listed.id,
            name=self.listed.name,
            source=self.listed.source,
            quality=Quality(**self.counts, **counted, returns_due=self.due, returns_missing=self.missing),
        )


def joined_tables(facts: Sequence[Facts]) -> dict[str, pd.DataFrame]:
    """The tables of names of all authorities, one below the other."""
    return {
        name: pd.concat([each.tables[name] for each in facts], ignore_index=True).map(lambda cell: cell[:LONGEST])
        for name in ("areas", "measures", "crosswalk", "organisations")
    }


def _areas(authority: str, areas: pd.DataFrame) -> pd.DataFrame:
    return areas[["area", "name"]].assign(authority=authority)


def _measures(authority: str, frames: Frames) -> pd.DataFrame:
    measures, units = frames["measures"], frames["units"]
    methods = measure_methods(measures)
    names = {(row.framework, row.unit): (row.one, row.many) for row in rows(units)}
    return pd.DataFrame(
        [
            {
                "authority": authority, "framework": row.framework, "measure": row.measure, "name": row.name,
                "unit": row.unit, **_named(names.get((row.framework, row.unit), (row.unit, row.unit))),
                "adds_up": row.adds_up, "method": methods[row.framework, row.measure],
            }
            for row in rows(measures)
        ],
        columns=["authority", "framework", "measure", "name", "unit", "unit_one", "unit_many", "adds_up", "method"],
        dtype=object,
    )  # fmt: skip


def _named(names: tuple[str, str]) -> dict[str, str]:
    return {"unit_one": names[0], "unit_many": names[1]}


def _organisations(authority: str, known: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "identity": identity(authority, row.organisation, row.identifier),
                "number": public_number(row.identifier),
                "authority": authority, "organisation": row.organisation, "name": row.name,
            }
            for row in rows(known)
        ],
        columns=["identity", "number", "authority", "organisation", "name"],
        dtype=object,
    )  # fmt: skip
