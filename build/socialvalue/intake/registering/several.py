"""A cell of a list that names several areas or contractors of a project; and what leads to a contractor of a number."""

from collections.abc import Mapping, Sequence

from socialvalue.intake.not_known import says_not_known
from socialvalue.intake.questions import LEAVE_OUT, Choice, Question
from socialvalue.intake.registering.known import CALLED, Known
from socialvalue.intake.registering.proposal import NEW
from socialvalue.intake.registering.sheet import Listing
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

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


def crossing(known: Known, name: str, number: str) -> list[str]:
    """The firm that has a number and those that have the name beside it, where these are others; else none."""
    firms_known = known.rows.get(FIRMS, {})
    having = [key for key, row in firms_known.items() if number and row.get("identifier") == number]
    names = (text for key in having for text in (key, *(firms_known[key].get(column, "") for column in CALLED)))
    if not having or set(known.forms(FIRMS, name)) & {form for text in names for form in known.forms(FIRMS, text)}:
        return []
    named = known.called(FIRMS, name)
    return [*having, *named] if named else []


def which_firm(known: Known, name: str, number: str, keys: Sequence[str]) -> Question:
    """Which firm a name means that stands beside the number of another one: either may be a slip."""
    choices = [Choice(key, f"{known.rows[FIRMS][key].get('name', key)} ({key})") for key in keys]
    choices.append(Choice(LEAVE_OUT, "leave the rows out: the list has to be mended"))
    words = f"{shown(name)} stands beside {shown(number)}, the number of {choices[0].words}. Which firm is it?"
    return Question(f"number:{name_meant(f'{number} {name}')}", words, choices)


def numbers_by_name(known: Known, listing: Listing) -> Mapping[str, Sequence[str]]:
    """The numbers, as they stand, of contractors to which a list gives one name and several numbers; by that name."""
    at = {column: number for number, column in listing.columns.items()}
    found: dict[str, dict[str, str]] = {}
    for row in listing.rows() if {"contractor", "contractor_number"} <= at.keys() else ():
        names, numbers = (listing.sheet.cell(row, at[column]) for column in ("contractor", "contractor_number"))
        both = firms(known, names.strip()), parted(numbers)
        for name, number in zip(*both, strict=True) if len(both[0]) == len(both[1]) else ():
            if not says_not_known(number):
                found.setdefault(_form(known, name), {}).setdefault(_bare(number), number)
    for name, given in found.items():
        for key in known.called(FIRMS, name):
            if number := known.rows[FIRMS][key].get("identifier", ""):
                given.setdefault(_bare(number), number)
    return {name: list(given.values()) for name, given in found.items() if len(given) > 1}


def numbers_called(numbers: Mapping[str, Sequence[str]], known: Known, name: str) -> Sequence[str]:
    """The several numbers of a name, as `numbers_by_name` gives them; none where there is no doubt."""
    return numbers.get(_form(known, name), ())


def which_number(named: str, name: str, numbers: Sequence[str]) -> Question:
    """Which of the firms of one name a cell means that says no number."""
    choices = [Choice(number, f"number {shown(number)}") for number in numbers]
    choices.append(Choice(NEW, "another one, without a number"))
    words = f"{named} names {shown(name)} without a number, and there are {len(numbers)} of that name. Which is it?"
    return Question(f"cell:{named}", words, choices)


def unnumbered(known: Known, name: str, number: str) -> str:
    """The key of a firm of that name that has no number yet; "" for none, and where the number has a row."""
    if any(row.get("identifier") == number for row in known.rows.get(FIRMS, {}).values()):
        return ""
    keys = [key for key in known.called(FIRMS, name) if not known.rows[FIRMS][key].get("identifier")]
    return keys[0] if len(keys) == 1 else ""


def whose_number(named: str, name: str, number: str, key: str) -> Question:
    """Whether a firm that has no number is the one of the first, or of the second of several numbers."""
    words = f"{named}: {shown(name)} with the number {shown(number)}. Is it {key}, which has no number yet?"
    return Question(f"number:{named}", words, [Choice(key, "yes, this is its number"), Choice(NEW, "no, another firm")])


def _form(known: Known, name: str) -> str:
    """The shortest form of a name: that without Ltd and its like."""
    return min(known.forms(FIRMS, name), key=len, default="")


def _bare(number: str) -> str:
    """A number without its list, its noughts and its spaces."""
    return "".join(number.split()).upper().rpartition("-")[2].lstrip("0")
