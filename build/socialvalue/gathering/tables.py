"""Read a table of a package: held to its checksum, to the columns that we know, and to what its cells may be."""

import csv
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.manifest import FILE_BYTES, NEEDED, PACKAGE_BYTES, Manifest, Resource, digest
from socialvalue.gathering.places import Place
from socialvalue.records import LARGEST, MILLION

MONEY = ("gross_gbp", "deducted_gbp", "net_gbp", "real_gbp")
"""Columns that become whole pence."""
POUNDS, AMOUNT = pa.decimal128(20, 2), pa.decimal128(24, 6)
TYPES: dict[tuple[str, str], Any] = {
    **{(table, name): POUNDS for table in ("values", "totals") for name in MONEY},
    ("lines", "quantity"): AMOUNT,
    ("lines", "counted"): pa.bool_(),
    ("values", "counted"): pa.bool_(),
    ("totals", "lines"): pa.int64(),
    ("counts", "quantity"): AMOUNT,
    ("counts", "suppressed"): pa.int64(),
}
"""What cells are, where they are no text."""


@dataclass
class Package:
    """The files of one authority, read one by one, until they are more than one authority may have."""

    place: Place
    manifest: Manifest
    left: int = field(default=PACKAGE_BYTES)

    def table(self, name: str) -> Any:
        """The needed columns of a table, as Arrow.

        Raises:
            NotGathered: it isn't there, isn't what its checksum says, or isn't of the form that we publish.
        """
        resource = self.manifest.resources.get(name)
        missing = set(NEEDED[name]) - set(resource.columns if resource else ())
        if resource is None or missing:
            if resource is None:
                raise NotGathered("no-table", table=name)
            raise NotGathered("another-program", table=name, column=", ".join(sorted(missing)))
        content = self.place.file(resource.path, min(FILE_BYTES, self.left), resource.sha256)
        if digest(content) != resource.sha256:
            raise NotGathered("wrong-checksum", file=resource.path)
        self.left -= len(content)
        return _parsed(name, resource, content)


def _parsed(name: str, resource: Resource, content: bytes) -> Any:
    first = content[: 1 << 16].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    header = next(csv.reader([first]), [])
    if tuple(header) != resource.columns or len(set(header)) != len(header):
        raise NotGathered("odd-file", file=resource.path)
    columns = list(NEEDED[name])
    try:
        found = arrow_csv.read_csv(
            pa.BufferReader(content),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=columns,
                column_types={column: TYPES.get((name, column), pa.string()) for column in columns},
                null_values=[""],
                strings_can_be_null=False,
                true_values=["yes"],
                false_values=["no"],
            ),
        )
        return _whole_numbers(name, found)
    except pa.ArrowInvalid as error:
        raise NotGathered("odd-cell", table=name) from error


def _whole_numbers(name: str, found: Any) -> Any:
    """Pounds as pence and amounts as millionths. One beyond what we publish is no figure of ours."""
    for column in found.column_names:
        kind = TYPES.get((name, column))
        if kind not in (POUNDS, AMOUNT):
            continue
        one = 100 if kind == POUNDS else MILLION
        scaled = pc.cast(pc.multiply(found[column], pa.scalar(one, pa.decimal128(7, 0))), pa.int64())
        if pc.any(pc.greater(pc.abs(scaled), LARGEST * one)).as_py():
            raise NotGathered("odd-cell", table=name)
        renamed = column.removesuffix("_gbp") + "_pence" if kind == POUNDS else f"{column}_millionths"
        found = found.set_column(found.schema.get_field_index(column), renamed, scaled)
    return found


def looked_up(keys: Any, known: Any, values: Any) -> Any:
    """The value of each key in a table of two columns; empty where it has none."""
    places = pc.index_in(keys, value_set=one_piece(known))
    return pc.fill_null(pc.take(one_piece(values), places), "")


def joined(*columns: Any) -> Any:
    """Columns of text as one, in which no two different rows are the same."""
    return pc.binary_join_element_wise(*columns, "\x1f")


def one_piece(column: Any) -> Any:
    """A column in one piece: Arrow looks things up in nothing else."""
    return (
        pa.concat_arrays(column.chunks)
        if isinstance(column, pa.ChunkedArray) and column.num_chunks
        else (column if isinstance(column, pa.Array) else pa.array([], column.type))
    )
