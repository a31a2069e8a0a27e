"""Measures that look alike and count different things: shown together, never added, never put in one order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _


@dataclass(frozen=True)
class Family:
    """The measures of one family of one framework, in the order of its table."""

    id: str
    name: str
    why: str
    measures: list[Row]
    """The rows of their definitions, each with its framework."""

    @cached_property
    def members(self) -> frozenset[tuple[str, str]]:
        """The framework and the code of each."""
        return frozenset((row["owner"], row["measure"]) for row in self.measures)


def families(site: Site) -> list[Family]:
    """Every family that some framework has."""
    return site.once("families", lambda: _families(site))


def family_of(site: Site, measure: Row) -> Family | None:
    """The family of a measure (a row that names its framework and measure); None where it is in none."""
    named = measure.get("framework") or measure["owner"], measure["measure"]
    return next((each for each in families(site) if named in each.members), None)


def _families(site: Site) -> list[Family]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in site.rows("families"):
        groups.setdefault(_named(row), []).append(row)
    found: dict[str, Family] = {}
    for (framework, name), rows in groups.items():
        plain = name if name not in found else f"{name}-{framework}"
        found[plain] = _family(site, plain, rows)
    return list(found.values())


def _named(row: Row) -> tuple[str, str]:
    return row["owner"], row["family"]


def _family(site: Site, name: str, rows: Sequence[Row]) -> Family:
    measures: list[Row] = [{**site.measure(row), "framework": row["owner"], "family": row["family"]} for row in rows]
    why = rows[0]["why"] or _("They count different things, so they can be neither added nor put in one order.")
    return Family(name, rows[0]["name"] or measures[0]["name"], why, measures)
