"""What a correction or a withdrawal says of itself: its folder, its version, what it replaces and why."""

import re
from collections.abc import Mapping
from typing import Any

ATTESTATIONS = ("only_this_contract_and_period", "commitment_of_this_contract")
"""What the sender of a return declares, by the keys of its descriptor."""
REASON_CHARACTERS = 500
STEP = re.compile(r"-(?:correction|withdrawal)-([0-9]+)$", re.ASCII)
ENDING = re.compile(r", (?:corrected|withdrawn)$")
TABLES = ("lines", "evidence")


def next_folder(name: str, kind: str = "correction") -> str:
    """The folder of what replaces a return: 2025-q3, 2025-q3-correction-1, 2025-q3-correction-2."""
    found = STEP.search(name)
    return f"{STEP.sub('', name)}-{kind}-{int(found[1]) + 1 if found else 1}"


def raised(version: str) -> str:
    """The version of a correction: 1.0.0 -> 1.1.0."""
    major, minor, *_ = (*version.split("."), "0", "0")
    return f"{major}.{int(minor) + 1}.0" if minor.isdigit() else "1.1.0"


def corrected(old: Mapping[str, Any], project: str, period: str, reason: str, today: str) -> dict[str, Any]:
    """The descriptor of the correction of `old`, whose folder is `period`. Whoever sends it attests anew."""
    found = _replacing(old, project, period, next_folder(period), reason) | {
        "title": f"{_title(old, project)}, corrected"
    }
    found.pop("withdraws", None)
    if old.get("basis") == "submitted":
        found |= {"received_on": today, "attestations": dict.fromkeys(ATTESTATIONS, False)}
    return found


def withdrawn(old: Mapping[str, Any], project: str, period: str, reason: str, today: str) -> dict[str, Any]:
    """The descriptor of the withdrawal of `old`, whose folder is `period`. Nobody attests to no lines."""
    found = _replacing(old, project, period, next_folder(period, "withdrawal"), reason)
    found |= {"title": f"{_title(old, project)}, withdrawn"}
    if old.get("basis") == "submitted":
        found |= {"received_on": today}
    found.pop("attestations", None)
    return found | {"withdraws": True}


def _replacing(old: Mapping[str, Any], project: str, period: str, folder: str, reason: str) -> dict[str, Any]:
    """What both say: everything that `old` says, its version raised, and both tables."""
    return {
        **old,
        "name": f"{project}-{folder}",
        "version": raised(str(old.get("version", "1.0.0"))),
        "supersedes": period,
        "reason": reason.strip(),
        "resources": _resources(old),
    }


def _title(old: Mapping[str, Any], project: str) -> str:
    return ENDING.sub("", str(old.get("title", project)))


def _resources(old: Mapping[str, Any]) -> list[Any]:
    """The tables as `old` lists them, and those that it lacks: a correction is written with both."""
    listed = old.get("resources")
    there = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    names = {each.get("name") for each in there}
    return [*there, *({"name": name, "path": f"{name}.csv"} for name in TABLES if name not in names)]
