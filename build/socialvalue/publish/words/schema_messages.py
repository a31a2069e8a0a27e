"""What `make words` gathers from the schemas: what each table is called and holds, as the page of downloads says it."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO


def gathered(file: BinaryIO, *_given: Any, **_options: Any) -> Iterator[tuple[int, str, str, list[str]]]:
    """Title and description of one schema, as Babel asks for messages: line, function, message, comments."""
    schema = json.load(file)
    return ((1, "_", schema[name], []) for name in ("title", "description") if name in schema)
