"""Read one authority: its manifest, then its tables, then lay its lines down beside those of the others."""

from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.domain.licences import is_open
from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.manifest import SAID, Manifest, read_manifest
from socialvalue.gathering.places import Place
from socialvalue.gathering.sites import Listed
from socialvalue.load.characters import seen

FRAMES = (
    *("adjustments", "area-sets", "areas", "crosswalk", "deflators", "delivery", "measures", "organisations"),
    *("projects", "reporting", "returns", "unit-values", "units"),
)
"""The tables that are small beside the lines."""
LARGEST_FRAME = 1_000_000


class Read(NamedTuple):
    """What was read of one authority."""

    listed: Listed
    manifest: Manifest
    frames: dict[str, pd.DataFrame]
    told: Any
    valued: Any


def read_authority(listed: Listed, place: Place) -> Read:
    """Everything that is gathered of one authority, each file verified.

    Raises:
        NotGathered: it is left out, and why.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from socialvalue.gathering.holding import (
        refuse_other_counts,
        refuse_other_labels,
        refuse_other_totals,
        refuse_told,
        refuse_twice,
    )
    from socialvalue.gathering.local import rings_of
    from socialvalue.gathering.shaping import shaped_lines, shaped_values
    from socialvalue.gathering.tables import Package

    if not listed.sha256:
        raise NotGathered("no-pin")
    manifest = read_manifest(place, listed.sha256, listed.package)
    package = Package(place, manifest)
    try:
        frames = {name: _frame(name, package.table(name)) for name in FRAMES}
        _refuse_closed_values(frames["unit-values"])
        told, worth = package.table("lines"), package.table("values")
        rings = rings_of(listed.id, told, package.table("targets"), frames)
        lines = shaped_lines(listed.id, told, frames, rings, manifest.invented)
        values = shaped_values(listed.id, worth, frames, rings, manifest.invented)
        refuse_told(lines, values)
        refuse_twice(told)
        refuse_other_labels(told, worth)
        refuse_other_counts(told, package.table("counts"), frames["measures"], rings)
        refuse_other_totals(worth.filter(pc.equal(worth["counts_in"], "total")), package.table("totals"))
    except pa.ArrowException as error:
        raise NotGathered("odd-cell", table="lines") from error
    return Read(listed, manifest, frames, lines, values)


def _frame(name: str, table: Any) -> pd.DataFrame:
    """A small table as text, without characters that cannot be seen."""
    if table.num_rows > LARGEST_FRAME:
        raise NotGathered("odd-cell", table=name)
    columns = {column: [seen(cell) for cell in table[column].to_pylist()] for column in table.column_names}
    return pd.DataFrame(columns, dtype=object)


def _refuse_closed_values(prices: pd.DataFrame) -> None:
    closed = [licence for licence in prices["licence"].unique() if licence and not is_open(licence)]
    if closed:
        raise NotGathered("closed-licence", licence=shorten(closed[0], SAID, placeholder=" …"))


def lay_down(read: Read, folder: Path) -> None:
    """Lay the lines of an authority down below `folder`."""
    from socialvalue.gathering.parquet import lay

    lay(folder, "told", read.told)
    lay(folder, "valued", read.valued)
