"""Judge the header of each file: every column there, once, in its order, and no other."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit
from socialvalue.records import FileRead


def absent(files: tuple[FileRead, ...], schemas: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """The file and name of each column that a file lacks."""
    return frozenset(
        (file.file, field["name"])
        for file in files
        if file.header
        for field in schemas[file.table]["fields"]
        if field["name"] not in file.header
    )


def headers(files: tuple[FileRead, ...], schemas: Mapping[str, Any]) -> Iterator[tuple[str, Hit]]:
    """The rule and the hit for everything that is wrong with a header, and for a file without rows."""
    wanted = {table: tuple(f["name"] for f in schema["fields"]) for table, schema in schemas.items()}
    for file in files:
        if file.header and file.header != wanted[file.table]:
            yield from _header(file, wanted[file.table])
        if file.header and not file.rows and file.table == "lines":
            yield "no-rows", Hit("There is a header and no line below it.", "", file.owner, file.file)


def _header(file: FileRead, wanted: tuple[str, ...]) -> Iterator[tuple[str, Hit]]:
    def hit(message: str, column: str, mend: str = "", suggestion: str = "") -> Hit:
        return Hit(message, mend, file.owner, file.file, 1, column, column, suggestion)

    missing = [name for name in wanted if name not in file.header]
    extra = [name for name in dict.fromkeys(file.header) if name not in wanted]
    for name in extra:
        meant = next((m for m in missing if m == name.strip().casefold().replace(" ", "_")), "")
        meant = meant or next(iter(difflib.get_close_matches(name, missing, 1, 0.8)), "")
        if meant:
            missing.remove(meant)
            yield "extra-column", hit(f"{quoted(name)} is no column here.", name, f"Write {meant}.", meant)
        else:
            said = f"{quoted(name)} is no column here." if name else "A column has no name."
            yield "extra-column", hit(said, name)
    for name in missing:
        yield "missing-column", hit(f"The column {name} is missing.", name)
    for name in sorted({name for name in file.header if file.header.count(name) > 1}):
        if name in wanted:
            yield "doubled-column", hit(f"The column {name} is there {file.header.count(name)} times.", name)
    known = [name for name in dict.fromkeys(file.header) if name in wanted]
    order = [name for name in wanted if name in known]
    if known != order:
        first = next(found for found, right in zip(known, order, strict=True) if found != right)
        place = order.index(first)
        after = f"after {order[place - 1]}" if place else "first"
        yield "swapped-columns", hit(f"The column {first} is not in its place.", first, f"It comes {after}.")
