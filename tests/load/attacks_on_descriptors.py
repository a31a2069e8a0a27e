"""Each path in each key of the descriptor, each key that is not ours, and values of every other type."""

from collections.abc import Iterator
from typing import Any

from load.ways_to_attack import Attack, setting

PATHS = (
    *("/etc/passwd", "../lines.csv", "~/lines.csv", "$HOME/lines.csv", "file:///etc/passwd", "", ".git/config", "."),
    *("https://evil.invalid/lines.csv", "sqlite:///lines.db", "postgresql://evil.invalid/db", "lines.csv.zip", "C:\\a"),
    *("lines.csv#x", "s3://bucket/lines.csv", "\\\\host\\share", "LINES.CSV", "lines.csv ", "%2e%2e/lines.csv"),
)


KEYS: tuple[tuple[str | int, ...], ...] = (
    *(("name",), ("project",), ("framework",), ("period", "start"), ("period", "end"), ("$schema",), ("basis",)),
    *(("resources", 0, "path"), ("resources", 0, "name"), ("supersedes",), ("resources", 0, "mediatype")),
    *(("resources", 0, "encoding"), ("version",)),
)


UNKNOWN = (
    "schema",
    "dialect",
    "extrapaths",
    "compression",
    "profile",
    "sources",
    "hash",
    "__proto__",
    "$ref",
    "scheme",
)


VALUES: tuple[Any, ...] = (
    *(
        "https://evil.invalid/x.json",
        "../x.json",
        {"fields": []},
        {"commentChar": "1"},
        ["https://evil.invalid"],
        None,
        1,
    ),
)


def descriptors() -> Iterator[Attack]:
    """Each path in each key of the descriptor, each key that is not ours, and values of every other type."""
    for key in KEYS:
        for value in (*PATHS, None, True, 1, 1.5, [], {}, ["lines.csv", "https://evil.invalid"], "x" * 5_000):
            yield Attack(f"{key}: {str(value)[:40]}{type(value).__name__}", setting(key, value), "descriptor")
    for place in ((), ("resources", 0), ("period",), ("submitted_by",)):
        for name in UNKNOWN:
            for value in VALUES:
                yield Attack(f"{(*place, name)}: {value}", setting((*place, name), value), "descriptor")
    many = [{"name": "lines", "path": "lines.csv"}] * 1_000
    yield Attack("1,000 resources", setting(("resources",), many), "descriptor")
