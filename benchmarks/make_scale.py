"""Write a large invented repository, to measure with. Usage: make_scale.py PROJECTS RETURNS FOLDER.

The rows are those of the demonstration (tests/demo), written again and again under other names: the same numbers
give the same bytes. 150 projects with 2,000 returns are a county, 1,000 with 12,000 a large city.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from demo.delivery import quarters
from demo.facts import add_project, add_register, described, facts
from demo.write_demo import add_returns
from demo.writing import Repository
from socialvalue import commands

FIRST_YEAR = 2022
CONTRACT = {"contract_start": "2022-04-01", "contract_end": "2029-03-31", "start": "2022-04", "completion": ""}


def scaled(projects: int, returns: int) -> Repository:
    """So many projects with so many returns in all, as even as can be, one for each quarter from April 2022."""
    repository = described()
    for (_, table), rows in repository.tables.items():
        if table == "adjustments":  # those of single projects and lines, which are not here by their names
            rows[:] = [row for row in rows if row["scope"] not in ("project", "line")]
    add_register(repository, ("programmes", "organisations", "sources"))
    register = {row["project"]: row for row in facts("projects")}
    plans = [plan for plan in facts("delivery") if plan["every"] == "quarter"]
    each, more = divmod(returns, projects)
    periods = quarters(FIRST_YEAR, each + 1)
    for number in range(projects):
        plan = plans[number % len(plans)]
        name = f"{plan['project'][:50]}-{number}"
        called = register[plan["project"]]["name"].replace(" (invented)", f" {number} (invented)")[:200]
        project = (
            register[plan["project"]] | CONTRACT | {"project": name, "name": called, "part_of": "", "renamed_from": ""}
        )
        add_project(repository, project, plan["areas"].split(";"))
        chosen = periods[: each + (number < more)]
        add_returns(repository, project, plan | {"project": name, "missing": "", "late": ""}, chosen)
    return repository


def write(projects: int, returns: int, folder: Path) -> None:
    """Write such a repository into a fresh folder, with its counts of people settled: without, none is published."""
    scaled(projects, returns).write(folder)
    commands.disclosed(folder)


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
