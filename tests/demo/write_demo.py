"""Write the demonstration: an invented authority that uses every feature. Usage: write_demo.py FOLDER."""

import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from demo.delivery import Delivery, Period, quarters, years
from demo.facts import STATEMENT, add_project, add_register, described, facts
from demo.odd_cases import add_odd_cases
from demo.promises import add_promises
from demo.writing import Repository
from socialvalue import commands

FIRST_YEAR = 2023


def demonstration() -> Repository:
    """The whole demonstration, in memory: 24 projects and 8 quarters."""
    repository = described()
    add_register(repository)
    plans = {row["project"]: row for row in facts("delivery")}
    for project in facts("projects"):
        plan = plans.get(project["project"])
        add_project(repository, project, plan["areas"].split(";") if plan else [])
        if plan:
            periods = years(FIRST_YEAR, 2) if plan["every"] == "year" else quarters(FIRST_YEAR, 8)
            add_returns(repository, project, plan, periods)
    for row in facts("reporting"):
        repository.add("register", "reporting", **row)
    add_odd_cases(repository)
    add_promises(repository)
    return repository


def add_returns(
    repository: Repository, project: Mapping[str, str], plan: Mapping[str, str], periods: Iterable[Period]
) -> None:
    """Add a project's return for each period that its plan does not name as missing."""
    delivery = Delivery(project, plan)
    for period in periods:
        if period.name not in plan["missing"].split(";"):
            lines = delivery.lines(period)
            descriptor = delivery.descriptor(period, late=period.name in plan["late"].split(";"))
            repository.add_return(delivery.place(period.name), descriptor, lines, delivery.evidence(period, lines))


def main(folder: Path) -> None:
    """Write the demonstration into a fresh `folder`, in the place of an older one."""
    if folder.exists():
        said = folder / "authority.toml"
        if not said.is_file() or STATEMENT not in said.read_text(encoding="utf-8"):
            sys.exit(f"{folder} is not a demonstration, so it is left alone. Give another folder.")
        shutil.rmtree(folder)
    demonstration().write(folder)
    commands.disclosed(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
