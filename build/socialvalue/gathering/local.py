"""What each line of a local measure calls local. Two authorities that draw the ring differently are never added."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from socialvalue.gathering.methods import Frames
from socialvalue.gathering.tables import joined, looked_up
from socialvalue.records import rows


class Rings:
    """The ring of each line of one authority, by its key."""

    def __init__(self, keys: Any, said: Any, measures: Any, unsaid: str) -> None:
        self._keys, self._said, self._measures, self._unsaid = keys, said, measures, unsaid

    def of(self, found: Any) -> Any:
        """The words or the area codes of each row of a table; empty where its measure is of something else.

        Who says nothing means something of their own: it is not known to be what another means.
        """
        local = pc.is_in(joined(found["framework"], found["measure"]), value_set=self._measures)
        said = looked_up(found["key"], self._keys, self._said)
        return pc.if_else(local, pc.if_else(pc.equal(said, ""), self._unsaid, said), "")


def rings_of(authority: str, lines: Any, targets: Any, frames: Frames) -> Rings:
    """What lines and promises of an authority call local: their words, or the codes of the areas of their set."""
    sets: dict[str, list[str]] = {}
    for row in rows(frames["area-sets"]):
        dated = f" {row.valid_from}/{row.valid_to}" if row.valid_from or row.valid_to else ""
        sets.setdefault(row.area_set, []).append(f"{row.area}{dated}")
    codes = [", ".join(sorted(each)) for each in sets.values()]
    drawn = looked_up(lines["local_area_set"], pa.array(list(sets), pa.string()), pa.array(codes, pa.string()))
    words = lines["local_definition"]
    said = pc.if_else(pc.equal(drawn, ""), words, drawn)
    measures = [f"{row.framework}\x1f{row.measure}" for row in rows(frames["measures"]) if row.local == "yes"]
    return Rings(
        pa.chunked_array([*lines["key"].chunks, *targets["key"].chunks], pa.string()),
        pa.chunked_array([*_chunks(said), *targets["local_definition"].chunks], pa.string()),
        pa.array(measures, pa.string()),
        f"as {authority} has it",
    )


def _chunks(column: Any) -> list[Any]:
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]
