"""Release some histories one after the other, as they and their links are in each release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from disclosure.history import History, Name
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


def played(folder: Path, plan: Plan, numbers: Mapping[Name, int]) -> list[Released]:
    """Every release of a plan. Where the check refuses one, the site that stood before stands for it."""
    world = World(folder, numbers, plan.whole_site)
    found: list[Released] = []
    for place, threshold in enumerate(plan.thresholds):
        world.settings["public"] = place == plan.public
        _link(world, plan, place)
        there = [history for history in plan.told if history.project not in plan.linking.gone[place]]
        with least(sensitive=threshold):
            try:
                found.append(world.release({each.names[place]: each.releases[place] for each in there}))
            except Refused:
                if not found:
                    raise
                found.append(_as_before(found[-1]))
    return found


def _link(world: World, plan: Plan, place: int) -> None:
    """The names and the links of a release."""
    named = {history.project: history.names[place] for history in plan.told}
    before = {history.project: history.names[place - 1] if place else history.project for history in plan.told}
    world.renamed = {named[each]: before[each] for each in named if named[each] != before[each]}
    part_of, replaced_by = plan.linking.part_of[place], plan.linking.replaced_by[place]
    world.part_of = {named[one]: named[whole] for one, whole in part_of.items()}
    world.measures = {measure: {"replaced_by": later} for measure, later in replaced_by.items()}


def _as_before(last: Released) -> Released:
    """The site of before, of which nobody learns anything new."""
    valuation = last.valuation
    nothing = {"lines": valuation.lines.iloc[:0], "suppressed": valuation.suppressed.iloc[:0]}
    return replace(last, valuation=replace(valuation, **nothing))
