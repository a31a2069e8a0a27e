"""Two sheets that say the same, as Internal and For council: they are never added up unasked."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from socialvalue.intake.entry import Entry, Gathered, LeftOut
from socialvalue.intake.questions import Answers, Choice, Question
from socialvalue.intake.workbook import shown
from socialvalue.records.naming import name_meant

FIRST, BOTH = "first", "both"
HALF = 2
"""One figure in so many of the shorter sheet has to stand in the other one too."""
SAME = ("project", "start", "end", "measure", "quantity", "area", "organisation", "local_definition")
Figures = Mapping[str, Counter[tuple[str, ...]]]


def same_sheets(gathered: Gathered, answers: Answers) -> None:
    """Ask of each sheet that repeats one before it."""
    sheets = _figures(gathered)
    for first, second in _repeated(sheets):
        shared = sheets[first] & sheets[second]
        question = Question(
            f"same:{name_meant(second)}",
            f"{shared.total():,} of the {sheets[second].total():,} figures of {shown(second)} stand in {shown(first)} "
            "too. Were they delivered twice?",
            (
                Choice(FIRST, f"no: leave them out of {shown(second)}"),
                Choice(BOTH, "yes: both count"),
            ),
        )
        if answers.to(question) == FIRST:
            _leave(gathered, first, second, shared)
            sheets = _figures(gathered)


def _figures(gathered: Gathered) -> Figures:
    found: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for entry in gathered.entries:
        if entry.fields["quantity"] != "0" and not entry.numbered:
            found[entry.sheet][_key(entry)] += 1
    return found


def _key(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.fields.get(name, "") for name in SAME)


def _repeated(sheets: Figures) -> Iterator[tuple[str, str]]:
    """Each sheet that repeats most of another, with the first such one before it."""
    names = list(sheets)
    for at, second in enumerate(names):
        for first in names[:at]:
            shared = (sheets[first] & sheets[second]).total()
            if shared and shared * HALF >= min(sheets[first].total(), sheets[second].total()):
                yield first, second
                break


def _leave(gathered: Gathered, first: str, second: str, shared: Counter[tuple[str, ...]]) -> None:
    kept = []
    for entry in gathered.entries:
        if entry.sheet == second and shared[_key(entry)] > 0:
            shared[_key(entry)] -= 1
            why = f"the same as in {shown(first)}"
            gathered.left_out.append(LeftOut(entry.sheet, entry.at, entry.fields["quantity"], why))
        else:
            kept.append(entry)
    gathered.entries[:] = kept
