"""A cell of a list that names several areas or contractors of a project; and what leads to a contractor of a number."""

from collections.abc import Sequence

from socialvalue.intake.registering.known import Known

AREAS, FIRMS = "areas", "organisations"
BETWEEN = (";", "\n", "/", ",", " and ", " & ")
"""What stands between the areas of a project, and may stand within the name of one."""
MARKS = BETWEEN[:2]
"""What stands between two names and never within one, as those of firms."""


def areas(known: Known, text: str) -> list[str]:
    """The areas that a cell names. A name that is known is never cut; a cut that leaves no known name is none."""
    if known.called(AREAS, text):
        return [text]
    cuts = [[part.strip() for part in text.split(mark) if part.strip()] for mark in BETWEEN]
    named = [[name for part in parts for name in areas(known, part)] for parts in cuts if len(parts) > 1]
    for enough in (all, any):
        for names in named:
            if enough(known.called(AREAS, name) for name in names):
                return names
    return named[0] if named and any(mark in text for mark in MARKS) else [text]


def firms(known: Known, text: str) -> Sequence[str]:
    """The contractors that a cell names. A name that is known is never cut."""
    return [text] if known.called(FIRMS, text) else parted(text)


def parted(text: str) -> Sequence[str]:
    """What stands between the marks of a cell, each once."""
    for mark in MARKS[1:]:
        text = text.replace(mark, MARKS[0])
    return list(dict.fromkeys(part.strip() for part in text.split(MARKS[0]) if part.strip()))


def firm_called(known: Known, name: str, number: str) -> str:
    """What leads to a contractor: its number where a row has it, else its name; "" where it has to get a row.

    A firm of the same name with another number is another firm.
    """
    if number and any(row.get("identifier") == number for row in known.rows.get(FIRMS, {}).values()):
        return number
    same = known.called(FIRMS, name)
    taken = number and same and all(known.rows[FIRMS][key].get("identifier") for key in same)
    return "" if taken else name
