"""The manifest of a package: what it holds, whose it is and how free it is, and the checksum of each file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from textwrap import shorten
from typing import Any

from socialvalue.domain.invented import speaks_of_invented
from socialvalue.domain.licences import all_open
from socialvalue.gathering.left_out import NotGathered
from socialvalue.gathering.places import MANIFEST, Place
from socialvalue.load.characters import seen
from socialvalue.records.gathered import Package
from socialvalue.web_address import trouble

MANIFEST_BYTES = 20_000_000
FILE_BYTES = 500_000_000
PACKAGE_BYTES = 2_000_000_000
"""The most of one authority: as text, some five million lines."""
SAID = 200
"""Letters of a licence that are repeated, in whole words."""
LONGEST = 300
"""Letters of a name or a title that are kept."""
HASH = re.compile(r"sha256:([0-9a-f]{64})", re.ASCII)
VERSION = re.compile(r"([0-9]{4}(-[0-9]{2}){0,2}\.)?[0-9a-f]{8}", re.ASCII)


@dataclass(frozen=True)
class Resource:
    """One file of a package, as its manifest has it."""

    name: str
    path: str
    sha256: str
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Manifest(Package):
    """What a datapackage.json says, held to its checksum."""

    package: str
    """What it calls itself: a package with another name is of another authority, or was given another title."""
    resources: Mapping[str, Resource]


def digest(content: bytes) -> str:
    """The checksum of some bytes."""
    return sha256(content).hexdigest()


def read_manifest(place: Place, pinned: str, package: str = "") -> Manifest:
    """Read the manifest of a package and hold it to the checksum that is pinned, and to what it was called then.

    Raises:
        NotGathered: it is another one, can't be read, is of another form, or its licence isn't open.
    """
    content = place.manifest(MANIFEST_BYTES)
    if digest(content) != pinned:
        raise NotGathered("other-manifest", found=digest(content), pinned=pinned)
    found = _understood(content)
    refuse_other_package(found.package, package)
    return found


def package_name(content: bytes) -> str:
    """What a package calls itself.

    Raises:
        NotGathered: it is no package.
    """
    try:
        name = _text(json.loads(content.decode("utf-8"))["name"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotGathered("no-package", file=MANIFEST) from error
    if not name:
        raise NotGathered("no-package", file=MANIFEST)
    return name


def refuse_other_package(found: str, known: str) -> None:
    """Refuse a package that is called something else than before: another authority may stand behind the address.

    Raises:
        NotGathered: so it is.
    """
    if known and found != known:
        raise NotGathered("other-package", found=found, known=known)


def _understood(content: bytes) -> Manifest:
    try:
        found = json.loads(content.decode("utf-8"))
        resources = [_resource(each) for each in found["resources"] if each["name"] in NEEDED_NAMES]
        licences = [{key: _text(each.get(key)) for key in ("name", "title", "path")} for each in found["licenses"]]
        version, title = _text(found.get("version")), _text(found.get("title"))
        home, about = _text(found.get("homepage")), _text(found.get("description"))
    except NotGathered:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotGathered("no-package", file=MANIFEST) from error
    if not VERSION.fullmatch(version):
        raise NotGathered("another-program", table=MANIFEST, column="version")
    licence = _open_licence(licences)
    return Manifest(
        sha256=digest(content),
        package=package_name(content),
        title=title,
        version=version,
        licence=licence["name"] or licence["title"],
        licence_words=licence["title"] or licence["name"],
        licence_address="" if trouble(licence["path"]) else licence["path"],
        homepage="" if trouble(home) else home,
        invented=_invented(found.get("invented"), f"{title}. {about}"),
        resources={each.name: each for each in resources},
    )


def _invented(said: Any, words: str) -> bool:
    """Whether the data are invented. A package that was written before it said so tells it in words alone."""
    return said if isinstance(said, bool) else speaks_of_invented(words)


def _open_licence(licences: list[dict[str, str]]) -> dict[str, str]:
    """The first licence, where each of them is open."""
    closed = [each for each in licences if not all_open(each.values())]
    if closed or not licences:
        said = " ".join(filter(None, closed[0].values())) if closed else ""
        raise NotGathered("closed-licence", licence=shorten(said, SAID, placeholder=" …"))
    return licences[0]


def _resource(found: Mapping[str, Any]) -> Resource:
    """A file that we read: plain CSV, in one part, under its checksum."""
    name, path = found["name"], found["path"]
    hashed = HASH.fullmatch(_text(found.get("hash")))
    if not isinstance(path, str) or not path.endswith(".csv") or not hashed or "compression" in found:
        raise NotGathered("odd-file", file=_text(name))
    if any("\\" in path or part in ("", ".", "..") for part in path.split("/")) or ":" in path:
        raise NotGathered("odd-path", file=_text(path)[:100])
    columns = tuple(str(field["name"]) for field in found["schema"]["fields"])
    return Resource(str(name), path, hashed[1], columns)


def _text(value: Any) -> str:
    """A text of the manifest, in one line, without what cannot be seen; empty for anything else."""
    return " ".join(seen(value[: 10 * LONGEST]).split())[:LONGEST] if isinstance(value, str) else ""


NEEDED: Mapping[str, tuple[str, ...]] = {
    "adjustments": ("framework", "adjustment", "scope", "applies_to", "kind", "effect", "rate"),
    "area-sets": ("area_set", "area", "valid_from", "valid_to"),
    "areas": ("area", "name"),
    "counts": ("dimension", "member", "framework", "measure", "status", "quantity", "suppressed"),
    "crosswalk": ("framework", "measure", "system", "reference", "edition", "match"),
    "deflators": ("vintage", "financial_year", "index"),
    "delivery": ("framework", "measure", "promised", "overdue"),
    "lines": (
        *("key", "programme", "project", "return", "framework", "measure", "quantity", "unit", "bound", "end", "year"),
        *("area", "local_definition", "local_area_set", "organisation", "status", "counted", "marker", "evidence"),
        *("basis", "theme", "place"),
    ),
    "measures": ("framework", "measure", "name", "what_counts", "what_does_not", "unit", "adds_up", "local"),
    "organisations": ("organisation", "name", "identifier"),
    "projects": ("project", "framework", "edition", "contract_end"),
    "reporting": ("project", "every", "first", "last", "within_days"),
    "returns": (
        *("return", "project", "start", "end", "framework", "edition", "basis", "version", "supersedes", "withdraws"),
        *("period",),
    ),
    "targets": ("key", "local_definition"),
    "totals": ("dimension", "member", "kind", "status", "lines", "gross_gbp", "deducted_gbp", "net_gbp", "real_gbp"),
    "unit-values": (
        *("framework", "unit_value", "measure", "kind", "counts_in", "value_gbp", "price_year", "uprate", "edition"),
        *("area", "valid_from", "valid_to", "benefit_years", "net_of", "licence"),
    ),
    "units": ("framework", "unit", "one", "many"),
    "values": (
        *("key", "unit_value", "programme", "project", "return", "framework", "measure", "kind", "counts_in"),
        *("counted", "status", "quantity", "unit", "price_year", "uprating", "year", "area", "organisation"),
        *("gross_gbp", "deducted_gbp", "net_gbp", "bound", "real_gbp", "real_year", "deflator_vintage"),
        *("theme",),
    ),
}
"""The tables that are gathered, and the columns that are used of them. More of either is left aside."""
NEEDED_NAMES = frozenset(NEEDED)
