"""What a download is: one file in exports/, one table with a schema in schemas/published/."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from socialvalue.publish.site import Site


@dataclass(frozen=True)
class Export:
    """A table that we work out and publish. `name` is also that of its schema, schemas/published/<name>.json."""

    name: str
    table: Callable[[Site], pd.DataFrame]
    """Every row, with the schema's columns: text, whole numbers, yes and no as True and False.

    Numbers are in whole millionths, but for the columns named in `pence`.
    """
    pence: tuple[str, ...] = ()
