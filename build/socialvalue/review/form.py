"""A form in which a change can be told."""

from collections.abc import Callable
from typing import NamedTuple

from socialvalue.review.changes import Changes


class Form(NamedTuple):
    """Its name on the command line, and what writes it."""

    name: str
    write: Callable[[Changes], str]
