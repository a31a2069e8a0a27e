"""What a path or a name on the command line means."""

from collections.abc import Collection, Sequence
from pathlib import Path

from socialvalue import system
from socialvalue.domain.spans import FINANCIAL, Span
from socialvalue.errors import BrokenRepository
from socialvalue.intake.periods import period_meant
from socialvalue.load.settings import read_settings
from socialvalue.records import Settings

OWN = ("docs", "theme", "locale")
"""The folders beside its data in which an authority keeps pages, looks and words of its own."""


def meant(paths: Sequence[Path], data: Path) -> tuple[Path, Sequence[Path]]:
    """The data folder and the returns that are meant by some paths: one data folder, or returns.

    Raises:
        BrokenRepository: a path is not there, or is neither.
    """
    for path in paths:
        if path.is_file():
            raise BrokenRepository(_file_meant(path))
        if not path.is_dir():
            raise BrokenRepository(f"There is no folder {path}. Give a data folder or the folder of one return.")
    once = {path.absolute(): path for path in reversed(paths)}
    each = [path for path in paths if once[path.absolute()] is path]
    folders = [path for path in each if (path / "register").is_dir()]
    if folders and len(each) > 1:
        raise BrokenRepository(f"Check one data folder at a time; {folders[0]} is one.")
    return (folders[0], ()) if folders else (data, each)


def _file_meant(path: Path) -> str:
    """What to do with a file where a folder was meant: a workbook is read into a return."""
    from socialvalue.intake.reading import is_workbook

    if is_workbook(path):
        return f"{path} is a workbook. Read it into a return, which is checked at once: socialvalue import {path}"
    if path.name in ("lines.csv", "evidence.csv", "datapackage.json"):
        return f"{path} is a file. Give the folder that it lies in: {path.parent}"
    return f"{path} is a file. Read it into a return: socialvalue import {path}. A return is checked by its folder."


def line_meant(name: str, line: int | None) -> tuple[str, int | None]:
    """A return and a line of it, also where both are in the name as the site writes it: north-road/2024-q2#4."""
    owner, _, number = name.partition("#")
    return (owner, int(number)) if line is None and number.isdecimal() else (name, line)


def only_framework(known: Collection[str], named: str = "") -> str:
    """The framework that is named, or the only one that there is.

    Raises:
        BrokenRepository: there is no such framework, or it is not clear which one is meant.
    """
    framework = named or (next(iter(known)) if len(known) == 1 else "")
    if framework not in known:
        there = f"There are: {', '.join(sorted(known))}."
        said = f"There is no framework {named}." if named else "Say which one with --framework."
        raise BrokenRepository(f"{said} {there}")
    return framework


def period(text: str, data: Path) -> tuple[Span, str, str]:
    """The days that a period means by the settings, its name in a path, and a sentence on what else it may mean.

    Raises:
        BrokenRepository: it is no period, or the settings can't be read.
    """
    quarters = read_settings(data / "authority.toml").quarters
    span, others = period_meant(text, quarters)
    if not quarters and span.quarter and not others and span.folder == text.strip().casefold():
        others = [period_meant(text, FINANCIAL)[0]]
    said = [f"For {each.words}, write {each.folder_in(FINANCIAL)}." for each in others]
    return span, span.folder_in(quarters), " ".join(said)


def own_pages(settings: Settings, data: Path) -> Path | None:
    """The folder with the authority's own docs/, theme/ and locale/, where its settings say that it has them."""
    return system.resolved(data).parent if settings.own_pages else None
