"""The story: load -> check -> value -> publish, in three functions. What else commands ask is in commands.py."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from socialvalue import system
from socialvalue.arguments import only_framework, own_pages
from socialvalue.check import check, confirm
from socialvalue.domain.withheld import for_others
from socialvalue.errors import BrokenRepository
from socialvalue.load import load, site_address
from socialvalue.records import Checked, Finding, Valuation
from socialvalue.records.telling import Tell, silent

Advance = Callable[[int, int], None]
NOT_APPLIED = "The program is at fault, not the data. It could not apply"


@system.seldom_collecting()
def checked(data: Path, returns: Sequence[Path] = (), tell: Tell = silent) -> Checked:
    """Read the repository and judge it; of its returns only those named, if any are."""
    source = load(data, returns, tell)
    tell("checking")
    return check(source)


@system.seldom_collecting()
def publishable(data: Path, tell: Tell = silent) -> tuple[Checked, tuple[Finding, ...]]:
    """The repository judged by itself, as a site shows it; and the errors that only its history shows.

    A repository that remembers what it told of people is compared with what was published before, where git knows that:
    an error there may be all that says that a hidden number would be told.
    """
    source = load(data, tell=tell, remembering=True)
    tell("checking")
    by_itself = replace(source, before=None, compared="", published_returns=frozenset())
    found = replace(check(by_itself), compared=source.compared)
    if source.before is None:
        return found, ()
    tell("comparing with what was published before")
    known = set(found.errors)
    return found, tuple(each for each in check(source).errors if each not in known)


@system.seldom_collecting()
def valued(found: Checked, tell: Tell = silent, framework: str = "") -> Valuation:
    """Value what passed the check, and nothing else; all of it under one framework where one is named.

    Raises:
        BrokenRepository: there is no such framework, something is wrong outside any return, or a rule of the check
            could not be applied.
    """
    from socialvalue.value import value

    if found.not_applied:
        raise BrokenRepository(f"{NOT_APPLIED} {', '.join(found.not_applied)}. Nothing was done. Please report it.")
    if found.broken:
        first = found.broken[0]
        raise BrokenRepository(f"{first.file}: {first.words} Nothing was done. See all errors: socialvalue check")
    if framework:
        only_framework(set(found.tables["measures"]["owner"]), framework)
    tell("valuing")
    return value(found, framework)


def shareable(found: Checked) -> Checked:
    """What a site may show of it: all but the frameworks that are not to be published and what is counted by them."""
    return for_others(found)


@system.seldom_collecting()
def published(
    valuation: Valuation,
    data: Path,
    out: Path,
    base_url: str = "",
    tell: Tell = silent,
    advance: Advance = lambda done, about: None,
) -> None:
    """Draw the whole site, hold its tables to their schemas, then swap it in at `out` in one step.

    Its files lie on the disk as soon as they are made, and nowhere that a reader sees. `advance` is told how many pages
    are drawn, and of about how many.
    """
    from socialvalue.publish import drawn_onto, refuse_place, shelves, write

    address = site_address(base_url)
    out = refuse_place(out, spare=[data])
    tell("drawing the pages")
    with shelves(out) as shelf:
        own = own_pages(valuation.checked.settings, data)
        files = drawn_onto(shelf, valuation, address, own=own, advance=advance)
        tell("holding the tables to their schemas")
        confirm(files, valuation.checked.published)
        tell(f"writing {len(files):,} files to {out}")
        write(files, out, [data], tell)
