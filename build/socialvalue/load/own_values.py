"""Read unit values of one's own, to stand in place of a framework's for one run."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from socialvalue.load.gathering import Gathered
from socialvalue.records import Source, plain

TABLE = "unit-values"
SAME = ["owner", "measure", "kind", "counts_in"]


def with_unit_values(source: Source, path: Path, framework: str) -> Source:
    """The source with the rows of the file at `path` among the unit values of `framework`.

    They stand in place of its rows of the same name, and of its rows of the same measure, kind and place in the totals.
    """
    gathered = Gathered({TABLE: source.schemas[TABLE]})
    gathered.read_file(path, path.as_posix(), TABLE, framework)
    own, kept = plain(gathered.frame(TABLE)), plain(source.tables[TABLE])
    aside = pd.MultiIndex.from_frame(kept[SAME]).isin(pd.MultiIndex.from_frame(own[SAME]))
    aside |= ((kept["owner"] == framework) & kept["unit_value"].isin(own["unit_value"])).to_numpy()
    return replace(
        source,
        tables={**source.tables, TABLE: pd.concat([kept[~aside], own], ignore_index=True)},
        files=(*source.files, *gathered.files),
        troubles=(*source.troubles, *gathered.troubles),
    )
