"""What `make words` gathers from the schemas: what each table is called and holds, as the page of downloads says it."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO


def gathered(file: BinaryIO, *_given: Any, **_options: Any) -> Iterator[tuple[int, str, str, list[str]]]:
    """Title, description and columns of one schema, as Babel asks for messages: line, function, message, comments."""
    schema = json.load(file)
    said = [schema[name] for name in ("title", "description") if name in schema]
    said += [field["description"] for field in schema.get("fields", ()) if "description" in field]
    return ((1, "_", text, []) for text in said)
