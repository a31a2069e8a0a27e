"""A column that isn't read and says yes or no of each row, as Approved?: which rows are of the return is a question."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from socialvalue.check.names import plain
from socialvalue.intake.amounts import amount
from socialvalue.intake.column import Column
from socialvalue.intake.headings import NOT_DONE, SAID, says_so_far
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import letters, shown
from socialvalue.records.naming import name_meant

YES, NO = (frozenset(plain(word) or word for word in SAID[name]) for name in ("says_yes", "says_no"))
NOT_OURS, OURS = (frozenset(SAID[name]) for name in ("not_ours", "ours"))
BY_WHOM = frozenset(SAID["by_whom"])
EXPLAINS = {"what", "how", "why"}
"""What a heading says of words that explain: What counts."""
NUMBERS = {"1": "yes", "0": "no"}
"""How a column of ones and noughts says it."""
BEGINNING = re.compile(r"\s*([^-–—:;,(/]*?)\s*(?:[-–—:;,(/].*)?", re.DOTALL)
"""The words that a cell begins with, as in No - no evidence."""
MOSTLY = 2
"""One cell in so many has to say yes or no in a column that does."""
NAMED = 6
"""Rows that a choice names one by one."""
ALL = "all"


@dataclass
class Counting:
    """What columns of yes and no say of the rows of a table, by their numbers."""

    left: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    """Rows that are left out by an answer: the column, its text, and why."""
    waits: dict[int, str] = field(default_factory=dict)
    """Rows that wait for an answer, each with the key of its question."""


def rows_that_count(table: Table, left: Container[int], answers: Answers) -> Counting:
    """Ask of each such column which rows are of the return, unless it says yes of all of them. `left` are the rows that
    are left out already."""
    found = Counting()
    rows = [row for row in with_figures(table) if row not in left]
    for column in table.columns:
        if column.field != "left_out":
            continue
        said = {row: table.cell(row, column.number) for row in rows}
        if _parts_rows(column, said):
            _ask(found, table, column, said, answers)
    return found


def with_figures(table: Table) -> Iterator[int]:
    """The rows that have a figure."""
    figures = table.of("quantity") + table.of("running_total")
    return (row for row in table.numbers() if any(table.cell(row, column.number) for column in figures))


def _kind(text: str) -> str:
    """What a cell says: yes, no, nothing, or something else."""
    begins = BEGINNING.fullmatch(text)
    words = [plain(each) or each for each in (text, begins[1] if begins else "")]
    said = ("yes" if word in YES else "no" if word in NO else NUMBERS.get(text, "") for word in words)
    return next(filter(None, said), "else" if text else "nothing")


def _parts_rows(column: Column, said: Mapping[int, str]) -> bool:
    kinds, texts = [_kind(text) for text in said.values()], {text for text in said.values() if text}
    heading = {plain(word) for word in re.findall(r"\w+", column.heading)}
    filled, words = len(kinds) - kinds.count("nothing"), kinds.count("yes") + kinds.count("no")
    numbers = sum(bool(amount(text).number) for text in said.values())
    if numbers and not (texts <= NUMBERS.keys() and (len(texts) > 1 or heading & (OURS | NOT_OURS))):
        words -= sum(text in NUMBERS for text in said.values())
        filled -= 0 if numbers * MOSTLY < filled else filled
    if words > 0 and MOSTLY * words >= filled:
        of_others = says_so_far(column.heading) or bool({plain(word) for word in NOT_DONE} & heading)
        return set(kinds) != {"no" if of_others else "yes"} or bool(heading & NOT_OURS)
    if not filled or not heading & (OURS | NOT_OURS) or heading & EXPLAINS:
        return False
    return filled < len(kinds) or (len(texts) <= NAMED and not heading & BY_WHOM)


def _ask(found: Counting, table: Table, column: Column, said: Mapping[int, str], answers: Answers) -> None:
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    for row, text in said.items():
        kinds[_kind(text)].append(row)
    taken = _ways(kinds, said)
    sheet, letter = table.sheet.name, letters(column.number)
    words = [shown(text) for text in dict.fromkeys(text for text in said.values() if text)]
    heading = f'"{shown(column.heading)}"' if column.heading else f"column {letter}"
    question = Question(
        f"rows:{table.sheet.key}-{letter.lower()}",
        f"In {shown(sheet)}, {heading} says {', '.join(words[:NAMED])}. Which rows are this return’s?",
        [Choice(name, f"{_called(name, kinds, said)}: {rows_named(rows)}") for name, rows in taken.items()],
    )
    answer = answers.to(question)
    for row, text in said.items():
        if not answer:
            found.waits[row] = question.key
        elif row not in taken[answer]:
            found.left[row] = (column.number, text, f"{shown(column.heading)}: {shown(text) or 'nothing'}")


def _ways(kinds: Mapping[str, Sequence[int]], said: Mapping[int, str]) -> dict[str, list[int]]:
    """The rows that each answer takes; of two that take the same rows the first."""
    rows = sorted(row for each in kinds.values() for row in each)
    yes, no, nothing = (set(kinds.get(kind, ())) for kind in ("yes", "no", "nothing"))
    others = dict.fromkeys(text for row, text in said.items() if row in kinds.get("else", ()))
    ways = {
        ALL: rows,
        "yes": sorted(yes),
        "not-no": [row for row in rows if row not in no],
        "not-yes": [row for row in rows if row not in yes],
        "filled": [row for row in rows if row not in nothing],
        "nothing": sorted(nothing),
        **{_name(text): [row for row in rows if said[row] == text] for text in list(others)[:NAMED]},
        "none": [],
    }
    found: dict[str, list[int]] = {}
    for name, taken in ways.items():
        if name == "none" or (taken and taken not in found.values()):
            found[name] = taken
    return found


def _called(name: str, kinds: Mapping[str, Sequence[int]], said: Mapping[int, str]) -> str:
    def words(kind: str) -> str:
        return ", ".join(dict.fromkeys(shown(said[row]) for row in kinds.get(kind, ())))

    return {
        ALL: "all of them, whatever it says",
        "yes": f"those that say {words('yes')}",
        "not-no": f"all but those that say {words('no')}",
        "not-yes": f"all but those that say {words('yes')}",
        "filled": "those that say anything",
        "nothing": "those that say nothing",
        "none": "none of them",
        **{_name(text): f"those that say {shown(text)}" for text in said.values() if text},
    }[name]


def _name(text: str) -> str:
    """The answer that takes the rows of a text."""
    return f"says-{name_meant(text) or '-'.join(str(ord(sign)) for sign in text[:NAMED])}"


def rows_named(rows: Sequence[int]) -> str:
    """Some rows in words: rows 3, 4."""
    more = f" and {len(rows) - NAMED:,} more" if len(rows) > NAMED else ""
    return f"row{'' if len(rows) == 1 else 's'} {', '.join(map(str, rows[:NAMED]))}{more}" if rows else "no row"
