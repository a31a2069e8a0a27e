"""What goes wrong in real life: corrections, a return with errors, a jump, a figure that was given twice."""

from collections.abc import Mapping
from copy import deepcopy

from demo.facts import facts
from demo.writing import Repository

HELD_BACK = "road-renewal/elderford-crossings/2025-q1"
JUMPED = "homes-and-heat/teasel-timber-homes/2024-q4"
DOUBLED = ("skills-for-work/coldharrow-workshop/2024-q1", "town-centres/bramblecombe-market/2023-q4")
"""Returns with a line that stands there twice. In the first of them that was looked at, and accepted."""
REPEATED = ("town-centres/elderford-green/2024-q2", "town-centres/elderford-green/2024-q3")


def add_odd_cases(repository: Repository) -> None:
    """Correct the returns of corrections.csv, and spoil those that are named above."""
    for row in facts("corrections"):
        _correct(repository, row)
    _, lines, _ = repository.returns[HELD_BACK]
    lines[0] |= {"measure": "ws99"}
    lines[1] |= {"quantity": "1,200"}
    lines[-1] |= {"status": "verified", "evidence": ""}
    for line in repository.returns[JUMPED][1]:
        if line["measure"] == "al3":
            line["quantity"] = str(int(str(line["quantity"])) * 31)
    for place in DOUBLED:
        lines = repository.returns[place][1]
        lines.append(lines[0] | {"line": len(lines) + 1})
    _, project, period = DOUBLED[0].split("/")
    repository.add(
        "register",
        "accepted-warnings",
        rule="duplicate-line",
        where=f"{project}/{period}#{len(repository.returns[DOUBLED[0]][1])}",
        reason="Two groups of apprentices were there for just as long (invented).",
    )
    before, after = (repository.returns[place][1] for place in REPEATED)
    for line, earlier in zip(after, before, strict=False):
        if line["measure"] == earlier["measure"]:
            line["quantity"] = earlier["quantity"]


def _correct(repository: Repository, correction: Mapping[str, str]) -> None:
    """Add a return that replaces another: the same but for its spend."""
    place, _, replaced = correction["return"].rpartition("/")
    descriptor, lines, evidence = deepcopy(repository.returns[correction["return"]])
    found = {key: value for key, value in descriptor.items() if key not in ("name", "resources")}
    found |= {key: correction[key] for key in ("version", "reason")}
    found |= {"title": f"{descriptor['title']}, corrected", "supersedes": replaced}
    for line in lines:
        if line["measure"] == "lm1":
            line["quantity"] = f"{float(str(line['quantity'])) * float(correction['spend_times']):.2f}"
    repository.add_return(f"{place}/{correction['folder']}", found, lines, evidence)
