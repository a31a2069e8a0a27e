"""Release some histories one after the other, as they and their links are in each release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from disclosure.history import MEASURES, History, Name, Return
from disclosure.linking import Linking
from disclosure.world import Refused, Released, World, least


@dataclass(frozen=True)
class Plan:
    """What some histories are released as: a threshold for each release, and the one that calls itself public."""

    told: Sequence[History]
    linking: Linking
    thresholds: Sequence[int]
    public: int = -1
    whole_site: bool = False
    without_site: bool = False
    forgets_links: bool = False
    """Whether the table of links is lost before each release, as no release may be."""


def played(folder: Path, plan: Plan, numbers: Mapping[Name, int]) -> list[Released]:
    """Every release of a plan. Where the check refuses a link, it is taken away, as the check asks.

    Where it refuses anything else, the site that stood before stands for the release.
    """
    world = World(folder, numbers, plan.whole_site, without_site=plan.without_site, forgets_links=plan.forgets_links)
    found: list[Released] = []
    names = {history.project: history.project for history in plan.told}
    for place, threshold in enumerate(plan.thresholds):
        world.settings["public"] = place == plan.public
        _link(world, plan, place, names)
        there = [history for history in plan.told if history.project not in plan.linking.gone[place]]
        with least(sensitive=threshold):
            try:
                found.append(_released(world, {each.names[place]: each.releases[place] for each in there}))
                names |= {history.project: history.names[place] for history in there}
            except Refused:
                if not found:
                    raise
                found.append(_as_before(found[-1]))
    return found


def _released(world: World, projects: Mapping[str, Mapping[str, Return]]) -> Released:
    """A release, without the links that the check asks to take away."""
    while True:
        try:
            return world.release(projects)
        except Refused as refused:
            (findings,) = refused.args
            names = {"part_of": list(projects), "replaced_by": MEASURES}
            links = [each for each in findings if each.rule == "told-apart" and each.column in names]
            if not links:
                raise
            refused_now = {(each.column, names[each.column][each.row - 2]) for each in links}
            world.part_of = {one: to for one, to in world.part_of.items() if ("part_of", one) not in refused_now}
            left = {name for name in world.measures if ("replaced_by", name) not in refused_now}
            world.measures = {name: cells for name, cells in world.measures.items() if name in left}


def _link(world: World, plan: Plan, place: int, before: Mapping[str, str]) -> None:
    """The names and the links of a release. `before` says what each project was called when it was last released."""
    named = {history.project: history.names[place] for history in plan.told}
    world.renamed = {named[each]: before[each] for each in named if named[each] != before[each]}
    part_of, replaced_by = plan.linking.part_of[place], plan.linking.replaced_by[place]
    world.part_of = {named[one]: named[whole] for one, whole in part_of.items()}
    world.measures = {measure: {"replaced_by": later} for measure, later in replaced_by.items()}


def _as_before(last: Released) -> Released:
    """The site of before, of which nobody learns anything new."""
    valuation = last.valuation
    nothing = {"lines": valuation.lines.iloc[:0], "suppressed": valuation.suppressed.iloc[:0]}
    return replace(last, valuation=replace(valuation, **nothing), part_of={}, replaced_by={})
