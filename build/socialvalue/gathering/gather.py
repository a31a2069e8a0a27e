"""The story: read the list, read and verify each authority, lay its lines down, add up, hand on what is published."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from socialvalue import system
from socialvalue.errors import BrokenRepository
from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.manifest import MANIFEST_BYTES, Manifest, digest, package_name, refuse_other_package
from socialvalue.gathering.places import MANIFEST, Folder, Manners, Place, Website
from socialvalue.gathering.sites import Listed, Sites
from socialvalue.records.gathered import Gathered, LeftOut
from socialvalue.records.telling import Tell
from socialvalue.web_address import public, trouble
from socialvalue.web_request import Rules

if TYPE_CHECKING:
    from socialvalue.gathering.publishers import Facts

NEEDS = ("duckdb", "pyarrow", "tomlkit")
"""What only this command needs; an officer who checks a return does not."""
OURS = "data/joint-totals.csv"
"""A file that only a gathered site has."""
PUBLIC = Rules(lambda address: trouble(address, ("https",)), public)
"""Whom to ask: public machines alone, and in no way that somebody between could change."""


@dataclass(frozen=True)
class Seen:
    """The manifest of an authority as it stands now, beside the one that is pinned."""

    listed: Listed
    sha256: str = ""
    package: str = ""
    """What it is called."""
    left_out: LeftOut | None = None
    taken: bool = False
    """Whether its checksum is to be written into the list."""


def place_of(listed: Listed, manners: Manners) -> Place:
    """Where the package of an authority lies."""
    return Folder(listed.folder) if listed.folder is not None else Website(listed.address, manners)


def looked_at(sites: Sites, tell: Tell, another: Collection[str] = (), rules: Rules = PUBLIC) -> Iterator[Seen]:
    """What the manifest of each authority is now, in the order of the list.

    One that is called something else than when it was pinned is left out, unless it is in `another`; so is one that is
    called as another of the list.
    """
    manners, called = Manners(rules), dict[str, str]()
    for listed in sites.listed:
        tell(f"looking at {listed.name}")
        try:
            content = place_of(listed, manners).manifest(MANIFEST_BYTES)
            package = package_name(content)
            refuse_other_package(package, "" if listed.id in another else listed.package)
            if called.setdefault(package, listed.name) != listed.name:
                raise NotGathered("same-package", name=called[package], what=package)
            yield Seen(listed, digest(content), package)
        except NotGathered as reason:
            yield Seen(listed, left_out=_left_out(listed, reason))


@dataclass
class _Work:
    """What is there when every authority was read."""

    facts: list["Facts"] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def gathered(self, sites: Sites, folder: Path) -> Gathered:
        from socialvalue.gathering.engine import records_of, summed_up
        from socialvalue.gathering.parquet import laid
        from socialvalue.gathering.publishers import joined_tables
        from socialvalue.gathering.statements import statements

        sums = summed_up(folder)
        quality = {str(row["authority"]): row for row in records_of(sums.pop("quality"))}
        return Gathered(
            about=sites.about,
            publishers=tuple(each.publisher(quality.get(each.listed.id, {})) for each in self.facts),
            left_out=tuple(self.left_out),
            tables={**sums, **joined_tables(self.facts)},
            statements={each.name: each.text for each in statements()},
            parquet=laid(folder),
        )


def _laid_down(sites: Sites, folder: Path, manners: Manners, tell: Tell) -> _Work:
    """Read each authority and lay its lines down; whichever can't be read is left out, and the others go on."""
    from socialvalue.gathering.publishers import Facts
    from socialvalue.gathering.reading import lay_down, read_authority

    work = _Work()
    for listed in sites.listed:
        tell(f"reading {listed.name}")
        try:
            read = read_authority(listed, place_of(listed, manners))
            _refuse_another_s(read.manifest, work.facts)
            facts = Facts(read)
        except NotGathered as reason:
            work.left_out.append(_left_out(listed, reason))
            continue
        lay_down(read, folder)
        work.facts.append(facts)
    return work


def _refuse_another_s(manifest: Manifest, before: Sequence["Facts"]) -> None:
    """Refuse the package of an authority that was read before, under another address or with another state.

    Raises:
        NotGathered: it is called the same, or names the same site as its own.
    """
    for each in before:
        if manifest.package == each.manifest.package:
            raise NotGathered("same-package", name=each.listed.name, what=manifest.package)
        if manifest.homepage and manifest.homepage == each.manifest.homepage:
            raise NotGathered("same-package", name=each.listed.name, what=manifest.homepage)


def _left_out(listed: Listed, reason: NotGathered) -> LeftOut:
    return LeftOut(listed.id, listed.name, reason.why, reason.facts)


@contextmanager
def gathered(sites: Sites, tell: Tell, rules: Rules = PUBLIC) -> Iterator[Gathered]:
    """All that is published of the authorities that could be read; the Parquet files stay as long as this is used.

    Where not one of them could be, it has no publisher, and nothing else.
    """
    with system.temporary_folder("socialvalue-gather-") as folder:
        work = _laid_down(sites, folder, Manners(rules), tell)
        if not work.facts:
            yield Gathered(sites.about, (), tuple(work.left_out), {})
            return
        tell("adding up")
        yield work.gathered(sites, folder)


def refuse_without_libraries() -> None:
    """Say what to install, where what only this command needs is not there.

    Raises:
        BrokenRepository: something is missing.
    """
    from importlib.util import find_spec

    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise BrokenRepository(
            f"Gathering needs what other commands do not: {', '.join(missing)}. "
            "Install it with: pip install 'socialvalue[gather]'"
        )


def refuse_out(sites: Sites, out: Path) -> None:
    """Refuse a place that is an authority's own site, holds one or lies in one; and a site that gathering didn't write.

    Raises:
        BrokenRepository: the site may not be written to `out`.
    """
    place = system.resolved(out)
    for listed in sites.listed:
        own = system.resolved(listed.folder) if listed.folder is not None else None
        if own and (place == own or place in own.parents or own in place.parents):
            said = f"it would take the place of the site of {listed.name} ({listed.folder}), which is only read."
            raise BrokenRepository(f"The gathered site can't be written to {out}: {said} Choose another folder.")
    if (out / MANIFEST).is_file() and not (out / OURS).is_file():
        said = "a site stands there that was not gathered."
        raise BrokenRepository(f"The gathered site can't be written to {out}: {said} Choose another folder.")


def written(found: Gathered, out: Path, base_url: str, tell: Tell) -> None:
    """Draw the site of what was gathered, and swap it in at `out` in one step. Nothing of an earlier one stays.

    Raises:
        BrokenRepository: `out` holds something else than a site of ours, or can't be written.
    """
    from socialvalue.publish import many_onto, refuse_place, shelves, write

    out = refuse_place(out)
    tell("drawing the pages")
    with shelves(out) as shelf, system.seldom_collecting():
        files = many_onto(shelf, found, base_url)
        tell(f"writing {len(files):,} files to {out}")
        write(files, out, tell=tell)


def why(left_out: LeftOut) -> str:
    """Why an authority was left out, in a sentence: the one that the site says too."""
    from socialvalue.publish import reason

    return reason(left_out)
