"""The story: load -> check -> value -> publish, in three functions.

Below them is what else the commands ask of the rooms, then what a path or a name on the command line means.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from socialvalue.check import check, confirm, report
from socialvalue.errors import BrokenRepository
from socialvalue.load import load, with_unit_values
from socialvalue.records import Checked, Valuation

Told = Callable[[str], None]


def checked(data: Path, returns: Sequence[Path] = (), told: Told = lambda words: None) -> Checked:
    """Read the repository and judge it; of its returns only those named, if any are."""
    source = load(data, returns, told)
    told("checking")
    return check(source)


def valued(found: Checked, told: Told = lambda words: None, framework: str = "") -> Valuation:
    """Value what passed the check, and nothing else; all of it under one framework where one is named.

    Raises:
        BrokenRepository: there is no such framework.
    """
    from socialvalue.value import value

    known = set(found.tables["measures"]["owner"])
    if framework and framework not in known:
        raise BrokenRepository(_no_framework(framework, known))
    told("valuing")
    return value(found, framework)


def published(valuation: Valuation, data: Path, out: Path, base_url: str = "", told: Told = lambda words: None) -> None:
    """Draw the whole site in memory, hold its tables to their schemas, then swap it in at `out` in one step."""
    from socialvalue.publish import publish, write

    told("drawing the pages")
    files = publish(valuation, site_root(data), base_url)
    confirm(files, valuation.checked.published)
    told(f"writing {len(files):,} files to {out}")
    write(files, out, spare=[data])


def judged(data: Path, returns: Sequence[Path], form: str, colour: bool = False) -> tuple[str, bool]:
    """A report on the data, or on the returns that are named; and whether nothing needs mending."""
    source = load(data, returns)
    found = check(source)
    return report(found, source, form, colour), not found.errors


def summed_up(valuation: Valuation, form: str, framework: str = "", unit_values: str = "") -> tuple[str, list[str]]:
    """The totals as a table, csv or json; and what they suppose, where a framework or a file was named."""
    from socialvalue.publish import summary, suppositions

    notes = suppositions(valuation, framework, unit_values)
    return summary(valuation, form, notes), notes


def disclosed(data: Path, told: Told = lambda words: None) -> tuple[Checked, int, int]:
    """Settle which counts of people are shown, of the returns that nothing else is wrong with.

    Gives what was found, and how many counts are shown and hidden from now on. Where something outside any return is
    wrong, nothing is settled.
    """
    from socialvalue.disclosing import disclose

    found = check(load(data, told=told), without={"counts-recorded"})
    return (found, 0, 0) if found.broken else (found, *disclose(found, data))


def explained(valuation: Valuation, owner: str, line: int | None = None) -> list[str]:
    """How each line of a return, or one line or target, came to its £: a text for each."""
    from socialvalue.publish import in_plain_words
    from socialvalue.value import explain

    return [in_plain_words(each) for each in explain(valuation, owner, line)]


def supposed(data: Path, unit_values: Path, framework: str = "", told: Told = lambda words: None) -> Checked:
    """Read and judge the repository with a file of unit values in place of a framework's, for this run alone.

    Raises:
        BrokenRepository: something is wrong with the file, or it is not clear which framework it is for.
    """
    source = load(data, told=told)
    found = check(with_unit_values(source, unit_values, only_framework(source.frameworks, framework)))
    wrong = [finding for finding in found.errors if finding.file == unit_values.as_posix()]
    if wrong:
        said = "\n".join(f"  row {each.row or 1} {each.column}: {each.words}" for each in wrong)
        raise BrokenRepository(f"{unit_values} cannot be used.\n{said}")
    return found


def served(data: Path, out: Path, port: int, told: Told = lambda words: None) -> None:
    """Build into `out`, show it on this machine, and build again whenever the data or the pages change."""
    from socialvalue.publish import serve

    def build() -> None:
        published(valued(checked(data, told=told), told), data, out, told=told)

    root = site_root(data)
    serve(build, out, [data, root / "docs", root / "mkdocs.yml"], port, told)


def meant(paths: Sequence[Path], data: Path) -> tuple[Path, Sequence[Path]]:
    """The data folder and the returns that are meant by some paths: one data folder, or returns.

    Raises:
        BrokenRepository: a path is not there, or is neither.
    """
    for path in paths:
        if path.is_file():
            raise BrokenRepository(f"{path} is a file. Give the folder that it lies in: {path.parent}")
        if not path.is_dir():
            raise BrokenRepository(f"There is no folder {path}. Give a data folder or the folder of one return.")
    once = {path.absolute(): path for path in reversed(paths)}
    each = [path for path in paths if once[path.absolute()] is path]
    folders = [path for path in each if (path / "register").is_dir()]
    if folders and len(each) > 1:
        raise BrokenRepository(f"Check one data folder at a time; {folders[0]} is one.")
    return (folders[0], ()) if folders else (data, each)


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
        raise BrokenRepository(_no_framework(named, known))
    return framework


def _no_framework(named: str, known: Iterable[str]) -> str:
    there = f"There are: {', '.join(sorted(known))}."
    return f"There is no framework {named}. {there}" if named else f"Say which one with --framework. {there}"


def site_root(data: Path) -> Path:
    """The folder with mkdocs.yml and docs/: beside or above the data, else this program's own."""
    above = [folder for folder in data.resolve().parents if (folder / "mkdocs.yml").is_file()]
    return above[0] if above else Path(__file__).resolve().parents[2]
