"""Read unit values of one's own, to be the only ones in one run."""

from dataclasses import replace
from pathlib import Path

from socialvalue.load.gathering import Gathered
from socialvalue.records import Source

TABLE = "unit-values"


def with_unit_values(source: Source, path: Path, framework: str) -> Source:
    """The source with the rows of the file at `path` as the unit values of `framework`, and no others.

    A total that mixed them with those of the repository would be worth something under neither.
    """
    gathered = Gathered({TABLE: source.schemas[TABLE]})
    gathered.read_file(path, path.as_posix(), TABLE, framework)
    return replace(
        source,
        tables={**source.tables, TABLE: gathered.frame(TABLE)},
        files=(*source.files, *gathered.files),
        troubles=(*source.troubles, *gathered.troubles),
    )
