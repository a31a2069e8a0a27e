"""What a download is: one file in exports/, one table with a schema in schemas/published/."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from socialvalue.publish.site import Site


@dataclass(frozen=True)
class Export:
    """A published table. `name` is its file's name and its schema's: schemas/published/<name>.json."""

    name: str
    title: str
    what: str
    """What is in it, in a sentence."""
    table: Callable[[Site], pd.DataFrame]
    """Every row, columns as in the schema: text, whole numbers, decimals as text."""
    by_project: bool = True
    """Whether each project and programme also gets its own rows (the table has project and programme)."""
