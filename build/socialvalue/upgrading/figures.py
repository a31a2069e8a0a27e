"""Compare the figures of a site that stands with those that the same data give now, figure by figure."""

import csv
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from pathlib import Path

from socialvalue.system import temporary_folder
from socialvalue.upgrading.upgrade import Upgrade

TABLES = ("lines", "values", "totals")
"""The published tables that are compared: what was counted, what each is worth, and what it comes to."""
SHOWN = 10
"""How many differences are shown one by one."""


@contextmanager
def laid_out(upgrade: Upgrade) -> Iterator[Path]:
    """A data folder as it is to be after an upgrade, for as long as it is looked at."""
    with temporary_folder("socialvalue-upgrade-") as folder:
        data = Path(shutil.copytree(upgrade.data, folder / "data", symlinks=True))
        for each in upgrade.tables:
            (data / each.path.relative_to(upgrade.data)).write_bytes(each.after.encode())
        yield data


def compared(site: Path, now: Mapping[str, bytes]) -> Iterator[str]:
    """What differs, in sentences; `now` holds each table as its CSV file would have it.

    Rows are known by their words and their order, and figures are compared in the columns that both files have.
    """
    many, differ = 0, list[str]()
    for table, content in now.items():
        path = site / "data" / f"{table}.csv"
        was, rows = (_read(each) for each in (path.read_bytes() if path.is_file() else b"", content))
        columns = [column for column in next(iter(was), {}) if column in next(iter(rows), {})]
        figures = [column for column in columns if all(_number(row[column]) for row in (*was, *rows))]
        words = [column for column in columns if column not in figures]
        before, after = ({_name(row, words, at): row for row, at in _numbered(each, words)} for each in (was, rows))
        many += sum(bool(row[column]) for row in was for column in figures)
        for name in dict.fromkeys([*before, *after]):
            differ += [f"{table}: {each}" for each in _differences(name, before.get(name), after.get(name), figures)]
    yield f"Published figures compared with {site}: {many:,}. {_said(differ)}"
    yield from (f"  {each}" for each in differ[:SHOWN])
    if len(differ) > SHOWN:
        yield f"  and {len(differ) - SHOWN:,} more."


def _said(differ: Sequence[str]) -> str:
    if not differ:
        return "No figure changes."
    return f"{len(differ):,} differ. If the data have not changed since that site was built, ask before you go on."


def _differences(
    name: tuple[str, ...], was: Mapping[str, str] | None, now: Mapping[str, str] | None, figures: Sequence[str]
) -> Iterator[str]:
    what = " ".join(filter(None, name))
    if was is None or now is None:
        yield f"{what} is {'new' if was is None else 'gone'}."
        return
    for column in figures:
        if _value(was[column]) != _value(now[column]):
            yield f"{column} of {what} was {was[column] or 'empty'}, and is {now[column] or 'empty'}."


def _read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _numbered(rows: Sequence[Mapping[str, str]], words: Sequence[str]) -> Iterator[tuple[Mapping[str, str], int]]:
    """Each row, and how many before it have the same words."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        name = tuple(row[column] for column in words)
        seen[name] = seen.get(name, -1) + 1
        yield row, seen[name]


def _name(row: Mapping[str, str], words: Sequence[str], at: int) -> tuple[str, ...]:
    return (*(row[column] for column in words), f"({at + 1})" if at else "")


def _number(cell: str) -> bool:
    """Whether a cell is a number, or empty."""
    return not cell or _value(cell) is not None


def _value(cell: str) -> Decimal | None:
    try:
        return Decimal(cell) if cell else None
    except InvalidOperation:
        return None
