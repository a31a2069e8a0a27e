"""The story: load -> check -> value -> publish, in three functions.

Below them is what else the commands ask of the rooms, then what a path or a name on the command line means.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from socialvalue.carried import carried
from socialvalue.check import check, cited, confirm, report
from socialvalue.errors import BrokenRepository
from socialvalue.load import load, site_address, with_unit_values
from socialvalue.records import Checked, Settings, Valuation

if TYPE_CHECKING:
    from socialvalue.sources import Answer

OWN = ("docs", "theme", "locale")
"""The folders beside its data in which an authority keeps pages, looks and words of its own."""
Told = Callable[[str], None]
IN_ALL_MINUTES = 10
"""How long the sources may be asked."""
TELL_EVERY = 25
NOT_APPLIED = "The program is at fault, not the data. It could not apply"


def checked(data: Path, returns: Sequence[Path] = (), told: Told = lambda words: None) -> Checked:
    """Read the repository and judge it; of its returns only those named, if any are."""
    source = load(data, returns, told)
    told("checking")
    return check(source)


def valued(found: Checked, told: Told = lambda words: None, framework: str = "") -> Valuation:
    """Value what passed the check, and nothing else; all of it under one framework where one is named.

    Raises:
        BrokenRepository: there is no such framework, or a rule of the check could not be applied.
    """
    from socialvalue.value import value

    if found.not_applied:
        raise BrokenRepository(f"{NOT_APPLIED} {', '.join(found.not_applied)}. Nothing was done. Please report it.")
    known = set(found.tables["measures"]["owner"])
    if framework and framework not in known:
        raise BrokenRepository(_no_framework(framework, known))
    told("valuing")
    return value(found, framework)


def published(valuation: Valuation, data: Path, out: Path, base_url: str = "", told: Told = lambda words: None) -> None:
    """Draw the whole site in memory, hold its tables to their schemas, then swap it in at `out` in one step."""
    from socialvalue.publish import publish, write

    address = site_address(base_url)
    told("drawing the pages")
    files = publish(valuation, address, own=own_pages(valuation.checked.settings, data))
    confirm(files, valuation.checked.published)
    told(f"writing {len(files):,} files to {out}")
    write(files, out, spare=[data])


def judged(data: Path, returns: Sequence[Path], form: str, colour: bool = False) -> tuple[str, int]:
    """A report on the data, or on the returns that are named; and 0 where nothing needs mending, 1 where something
    does, 2 where a rule could not be applied."""
    source = load(data, returns)
    found = check(source)
    return report(found, source, form, colour), 2 if found.not_applied else int(bool(found.errors))


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

    beside = [data.resolve().parent / name for name in OWN]
    serve(build, out, [data, carried("docs"), carried("mkdocs.yml"), *filter(Path.is_dir, beside)], port, told)


def addresses(data: Path) -> list[str]:
    """Every web address that the tables name, each once."""
    return cited(checked(data).tables)


def asked(data: Path, told: Told = lambda words: None) -> Iterator["Answer"]:
    """Ask each address of the tables whether it still answers: what it says, as it comes in. This uses the network."""
    from socialvalue.check import public, trouble
    from socialvalue.sources import Rules, ask

    links = addresses(data)
    told(f"asking {len(links):,} addresses, for {IN_ALL_MINUTES} minutes at most")
    for count, answer in enumerate(ask(links, Rules(trouble, public), in_all=60 * IN_ALL_MINUTES), start=1):
        yield answer
        if count % TELL_EVERY == 0:
            told(f"asked {count:,} of {len(links):,}")


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


def model(data: Path) -> Path:
    """The data whose measures and prices are taken over: where there is none here, what the program carries."""
    return carried("data") if data == Path("data") and not data.exists() else data


def own_pages(settings: Settings, data: Path) -> Path | None:
    """The folder with the authority's own docs/, theme/ and locale/, where its settings say that it has them."""
    return data.resolve().parent if settings.own_pages else None
