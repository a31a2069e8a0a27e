"""A return lies in the folder of its programme, project and period, and its descriptor says the same."""

import re
from collections.abc import Iterator

from socialvalue.check.cells.text import NAME
from socialvalue.check.columns import quoted
from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.records import NAME_CHARACTERS, Severity, rows
from socialvalue.records.naming import name_meant

QUARTER_FIRST = re.compile(r"^(q[1-4])-([0-9]{4})$")


def find(tables: Tables) -> Iterator[Hit]:
    programmes = tables["projects"].drop_duplicates("project").set_index("project")["programme"].to_dict()
    for returned in rows(tables["returns"]):
        main = programmes.get(returned.project, "")
        if returned.filed_under and main and returned.filed_under != main:
            said = f"The folder is below {returned.filed_under}; the project's main programme is {main}."
            mend = f"Move it to returns/{main}/{returned.owner}."
            yield about(returned, "", said, mend, f"returns/{main}/{returned.owner}", returned.filed_under)
        if wrong := _no_name(returned.period):
            yield about(returned, "", *wrong, returned.period)
            continue
        if returned.said_project not in ("", returned.project):
            said = f'The descriptor says "{returned.said_project}"; the folder is that of {returned.project}.'
            yield about(returned, "project", said, "", returned.project, returned.said_project)
        elif returned.named not in ("", f"{returned.project}-{returned.period}"):
            right = f"{returned.project}-{returned.period}"
            yield about(returned, "name", f'The name is "{returned.named}".', f"Write {right}.", right, returned.named)


def _no_name(period: str) -> tuple[str, str, str] | None:
    """What is wrong with the name of a return's folder, what to do and the name that was probably meant."""
    if re.fullmatch(NAME, period) and len(period) <= NAME_CHARACTERS:
        return None
    meant = QUARTER_FIRST.sub(r"\2-\1", name_meant(period))
    said = f"{quoted(period)} is no name for the folder of a return: small letters, digits and single hyphens."
    return said, f"Rename it to {meant}." if meant else "Name it after its period, as in 2024-q2.", meant


RULE = Rule(
    id="return-folder",
    severity=Severity.ERROR,
    group="Folders and files",
    title="The folder and the descriptor say the same",
    why="The folder becomes the address of the return's page. Two answers to whose return it is are one too many.",
    example='"name": "south-road-2024-q2" in returns/road-fund/north-road/2024-q2',
    mend="Correct the one that is wrong.",
    find=find,
)
