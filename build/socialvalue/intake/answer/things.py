"""From what stands open and what the check found to the things to do, most basic first, in the words of a workbook."""

from collections.abc import Iterator, Sequence

from socialvalue.domain.corrections import ATTESTATIONS
from socialvalue.intake import own_workbook
from socialvalue.intake.answer.given import DECLARED
from socialvalue.intake.answer.thing import Answer, Column, Given, Thing
from socialvalue.intake.file_questions import notes_question
from socialvalue.intake.found import causes
from socialvalue.intake.headings import FIELDS
from socialvalue.intake.importing import Import
from socialvalue.intake.questions import Question
from socialvalue.intake.saying import changes_of
from socialvalue.intake.understood import Understood
from socialvalue.intake.workbook import Cell, letters, shown
from socialvalue.records import Finding, Severity
from socialvalue.workbooks import layout

BASIC = ("mapping", "running-totals", "hidden-rows")
"""Questions about columns: while one of them stands open, nothing is said of rows."""
CHANGES = 12
"""Changed cells that the foot of an answer names."""
LOOK_HERE = 1 + next(at for at, column in enumerate(layout.FIGURES_COLUMNS) if column.heading == "Look here")
KINDS = (
    "Must: the return can’t go live without it.   Look: it goes live, with the warning beside it, unless you put it "
    "right."
)
TICK = f"Tick ({layout.TICK}) it here if it is so."


def answer_to(work: Import, found: Understood, findings: Sequence[Finding] = ()) -> Answer:
    """The answer to a file: what stands open, what was taken as certain, and what the check found in its returns."""
    basic = any(key in BASIC for key in work.answers.open)
    things = [*_open(work, found, basic), *_errors(found, findings, Severity.ERROR)]
    if not basic:
        things += [*_certain(work), *_errors(found, findings, Severity.WARNING)]
    return Answer(things, dict(_columns(found)), list(_foot(found, basic)), list(_given(work)))


def _open(work: Import, found: Understood, basic: bool) -> Iterator[Thing]:
    """The questions that stand open: the declarations first, as they are about the whole file."""
    waiting = found.gathered.waiting
    if not basic and work.answers.open:
        yield from _not_declared(work, found)
        notes = notes_question([table for _, table in [*found.tables, *found.own]])
        if notes and notes.key not in {**work.in_sheet, **work.answers.open}:
            yield _asked(notes, [])
    for key, question in work.answers.open.items():
        if key in DECLARED:
            continue
        cells = waiting.get(key, [])
        if key == "mapping":
            yield from _mapping(question, found)
        else:
            yield _asked(question, cells)


def _not_declared(work: Import, found: Understood) -> Iterator[Thing]:
    """The declarations that nobody gave, whether the import came as far as asking for them or not."""
    places = dict(_ticks(found))
    for name, key, words in zip(ATTESTATIONS, DECLARED, layout.DECLARATIONS, strict=True):
        if name not in found.gathered.heads and key not in {*work.answers.used, *work.in_sheet}:
            cells = [places[name]] if name in places else []
            do = f"Tick ({layout.TICK}) the cell if it is so." if cells else TICK
            yield Thing(True, f"You have not declared: {words}", do, cells, "" if cells else key, (layout.TICK,))


def _ticks(found: Understood) -> Iterator[tuple[str, Cell]]:
    """The cells of our own workbook that are ticked."""
    for book, _ in found.own:
        marks = own_workbook.marks_of(book)
        for name, mark in zip(ATTESTATIONS, ("only_this_contract", "of_this_contract"), strict=True):
            if at := own_workbook.place_in(marks.get(mark, "")):
                yield name, (layout.START, at)


def _asked(question: Question, cells: Sequence[Cell]) -> Thing:
    more = " ".join(line for line in question.more if line)
    do = f"{_how_to_answer(question)} Or change the cell." if cells else _how_to_answer(question)
    what = f"{question.words} {more}".strip()
    return Thing(True, what, do, cells, question.key, _choices(question))


def _how_to_answer(question: Question) -> str:
    ways = (["choose"] if question.choices else []) + ([f"type {question.typed}"] if question.typed else [])
    return f"In the column Your answer {', or '.join(ways)}."


def _choices(question: Question) -> Sequence[str]:
    return [choice.words for choice in question.choices]


def _mapping(question: Question, found: Understood) -> Iterator[Thing]:
    """How the headings are read, where that isn't certain: a heading that is understood needs no answer."""
    unsure = [
        (table.sheet.name, (table.header, column.number), column)
        for _, table in found.tables
        for column in table.columns
        if column.sure not in ("yes", "hidden", "as answered")
    ]
    read = "; ".join(f"{letters(c.number)} “{shown(c.heading)}” as {FIELDS[c.field]}" for _, _, c in unsure)
    what = f"These headings can be read in more than one way. We read {read}."
    do = "If that is right, answer yes. If not, write over the heading what the column holds: Measure, Figure, Note …"
    yield Thing(True, what, do, [(sheet, at) for sheet, at, _ in unsure], question.key, ("yes",))


def _certain(work: Import) -> Iterator[Thing]:
    """What was taken without asking, because the file decides it: to be looked at."""
    answers = work.answers
    for key, value in answers.used.items():
        question = answers.asked[key]
        if value != question.default or key in answers.given or key in answers.kept or key in BASIC:
            continue
        taken = next((choice.words for choice in question.choices if choice.value == value), value)
        do = f"We took: {taken}. If that is wrong, answer otherwise."
        yield Thing(False, question.words, do, [], key, _choices(question))


def _errors(found: Understood, findings: Sequence[Finding], severity: Severity) -> Iterator[Thing]:
    """What the check found, one thing for each cause: what is about the whole file first."""
    mine = [cause for cause in causes(found, findings) if cause.severity is severity]
    for cause in sorted(mine, key=lambda cause: bool(cause.cells)):
        yield Thing(severity is Severity.ERROR, cause.what, cause.mend, cause.cells)


def _columns(found: Understood) -> Iterator[tuple[str, Column]]:
    """Where each sheet gets its column: right of everything; in our own workbook Look here is that column."""
    for _, table in found.tables:
        last = max((len(row) for row in table.sheet.rows), default=0)
        yield table.sheet.name, Column(table.header, last + 1)
    for _, table in found.own:
        yield table.sheet.name, Column(table.header, LOOK_HERE, over=True)


def _foot(found: Understood, basic: bool) -> Iterator[str]:
    yield KINDS
    yield f"We changed nothing in your sheets. We marked cells, and {_said_where(found)}."
    if basic:
        yield "The rows were not looked at yet. They are, once the columns are clear."
        return
    changes = changes_of(found)
    if changes:
        said = "; ".join(f"{shown(c.was) or 'nothing'} as {shown(c.becomes) or 'nothing'}" for c in changes[:CHANGES])
        more = f"; and {len(changes) - CHANGES} more" if len(changes) > CHANGES else ""
        yield f"Already understood, nothing to do: {said}{more}."


def _said_where(found: Understood) -> str:
    return "Look here says what to do" if found.own else "added the column What to do at the right"


def _given(work: Import) -> Iterator[Given]:
    """What was answered on the first sheet before, also where its question doesn't come up yet."""
    declared = dict(zip(DECLARED, layout.DECLARATIONS, strict=True))
    known = {key: f"You declare: {words}" for key, words in declared.items()} | {"notes": "May the notes be published?"}
    for key, text in work.in_sheet.items():
        if key not in work.answers.open:
            question = work.answers.asked.get(key)
            words = known.get(key) or (question.words if question else key)
            yield Given(words, layout.TICK if key in declared and text == "yes" else text, key)
