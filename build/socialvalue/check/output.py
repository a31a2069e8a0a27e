"""Hold what is published to its own schemas, as what comes in is held to ours."""

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from socialvalue.check.columns import typed
from socialvalue.check.keys import doubled_keys
from socialvalue.errors import BrokenRepository


def confirm(files: Mapping[str, bytes], schemas: Mapping[str, Mapping[str, Any]]) -> None:
    """Look at every table that was worked out, as it will be written: data/<name>.csv for each of `schemas`.

    Raises:
        BrokenRepository: a header, a cell or a key is not what the schema says. That is a fault of the program.
    """
    for name, schema in schemas.items():
        path = f"data/{name}.csv"
        header, *rows = csv.reader(io.StringIO(files[path].decode("utf-8"), newline=""), strict=True)
        expected = [field["name"] for field in schema["fields"]]
        if header != expected:
            raise _broken(path, 1, f"the columns are {', '.join(header)}")
        table = pd.DataFrame(rows, columns=expected, dtype=object).assign(
            file=path, row=range(2, len(rows) + 2), owner=""
        )
        frame, bad_columns = typed(table, schema)
        for bad_cells in bad_columns:
            code, wrong = next(iter(bad_cells.wrong.items()))
            row = int(table["row"].iloc[int((bad_cells.codes == code).argmax())])
            raise _broken(path, row, f"{bad_cells.field['name']}: {bad_cells.texts[code]} {wrong.message}")
        for hit in doubled_keys(frame, schema):
            raise _broken(path, hit.row or 0, hit.message)


def _broken(path: str, row: int, what: str) -> BrokenRepository:
    return BrokenRepository(
        f"{path}, row {row}, is not what its schema in schemas/published says: {what}. "
        "The program is at fault, not the data. Nothing was published; please report it."
    )
