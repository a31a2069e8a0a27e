"""What an attack does to the folder of one good return: a cell, a key or a file is another one."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from check.repository import GOOD, RETURN

Change = Callable[[Path], None]


FILES = {name: (GOOD / RETURN / name).read_bytes() for name in ("lines.csv", "evidence.csv", "datapackage.json")}


@dataclass(frozen=True)
class Attack:
    """What is done to the folder of a return, and the rule that must answer: empty where it must pass."""

    name: str
    change: Change
    rule: str


def cell(file: str, column: str, payload: str, rule: str) -> Attack:
    rows = FILES[file].decode().splitlines()
    cells = [f'"{cell}"' for cell in _split(rows[1])]
    cells[rows[0].split(",").index(column)] = '"' + payload.replace('"', '""') + '"'
    content = "\n".join([rows[0], ",".join(cells), *rows[2:]]) + "\n"
    return Attack(f"{file}, {column}: {payload[:40]!a}", writing(file, content.encode()), rule)


def _split(row: str) -> list[str]:
    """The cells of a row of the good return, where a comma in quotes is one of the words "kept by the builder"."""
    return [cell.strip('"') for cell in row.replace(", kept", " kept").split(",")]


def setting(key: tuple[str | int, ...], value: Any) -> Change:
    def change(folder: Path) -> None:
        path = folder / "datapackage.json"
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        holder = descriptor
        for step in key[:-1]:
            holder = holder[step]
        holder[key[-1]] = value
        path.write_text(json.dumps(descriptor), encoding="utf-8")

    return change


def table(file: str, columns: list[str], rest: str) -> Change:
    return writing(file, (",".join(columns) + "\n" + rest).encode())


def folder(name: str) -> Change:
    return lambda folder: (folder / name).mkdir()


def writing(file: str, content: bytes) -> Change:
    return lambda folder: _write(folder / file, content)


def changing(file: str, change: Callable[[bytes], bytes]) -> Change:
    return lambda folder: _write(folder / file, change((folder / file).read_bytes()))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def link(file: str, to: str) -> Change:
    def change(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(to)

    return change
