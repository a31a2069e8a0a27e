"""Ask what the files do not decide: in a terminal one question after another, elsewhere as a list."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from socialvalue.domain.corrections import ATTESTATIONS
from socialvalue.errors import BrokenRepository
from socialvalue.how_many import many
from socialvalue.intake.questions import Answers, Question
from socialvalue.intake.saying import question_lines
from socialvalue.intake.workbook import Cell
from socialvalue.load import limits
from socialvalue.load.files import read_text
from socialvalue.records import Trouble

LAST = frozenset({"notes", *(name.replace("_", "-") for name in ATTESTATIONS)})
"""Questions that somebody is asked when all else is clear."""
PAIRS = 'Write each answer as KEY = "VALUE".'
Say = Callable[[str], None]
Ask = Callable[[], str]
"""Reads one line that somebody types."""


def answers_from(pairs: tuple[str, ...], certain: bool) -> Answers:
    """The answers that are given: KEY=VALUE, or @FILE for a file of such pairs in TOML.

    Raises:
        BrokenRepository: one of them has no =, or the file can't be read.
    """
    given: dict[str, str] = {}
    for pair in pairs:
        if pair.startswith("@"):
            given |= dict(_from_file(Path(pair[1:])))
            continue
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise BrokenRepository(f'"{pair}" is no answer. Write KEY=VALUE, as in --answer "dates=day first".')
        given[key.strip()] = value
    return Answers(given, certain=certain)


def _from_file(file: Path) -> Iterator[tuple[str, str]]:
    text = read_text(file, file.name, limits.DESCRIPTOR_BYTES)
    if isinstance(text, Trouble):
        raise BrokenRepository(f"{file} was not read ({text.kind.replace('-', ' ')}). {PAIRS}")
    try:
        found: Mapping[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenRepository(f"{file} is not valid TOML: {error}. {PAIRS}") from error
    for key, value in found.items():
        yield key, ("yes" if value else "no") if isinstance(value, bool) else str(value)


class Waiting(Protocol):
    """What was understood of some files: the cells that each open question is about."""

    @property
    def waiting(self) -> Mapping[str, Sequence[Cell]]:
        """By the question's key."""
        ...


Made_co = TypeVar("Made_co", bound=Waiting, covariant=True)
Made = TypeVar("Made", bound=Waiting)


class Work(Protocol[Made_co]):
    """An import that can be gone through as often as there are new answers."""

    @property
    def answers(self) -> Answers:
        """The answers so far."""
        ...

    def understand(self) -> Made_co:
        """Go through the files."""
        ...


def settle(work: Work[Made], say: Say, ask: Ask | None, first: Callable[[Made], None]) -> Made:
    """Understand the files, asking as long as questions are open and somebody is there to be asked.

    `first` is told once, before the first question, what was understood. What is still open is in the answers.

    Raises:
        BrokenRepository: an answer that was given answers nothing.
    """
    found = _understand(work)
    first(found)
    number = 0
    while work.answers.open and ask is not None:
        waiting = list(work.answers.open.values())
        for question in [each for each in waiting if each.key not in LAST] or waiting:
            number += 1
            cells = found.waiting.get(question.key, ())
            work.answers.given[question.key] = asked(question, number, cells, say, ask)
        found = _understand(work)
    return found


def _understand(work: Work[Made]) -> Made:
    try:
        return work.understand()
    except ValueError as error:
        question = work.answers.asked.get(str(error))
        if question is None:
            raise
        choices = ", ".join(choice.value for choice in question.choices)
        ways = " or ".join(part for part in (choices, question.typed) if part)
        raise BrokenRepository(f"{question.key} is not answered by that. It takes: {ways}.") from error


def asked(question: Question, number: int, cells: Sequence[Cell], say: Say, ask: Ask) -> str:
    """What somebody answers: the number of a choice, its word, or what may be typed. Enter takes what is certain."""
    for line in question_lines(question, number, typed=True, cells=cells):
        say(line)
    while True:
        text = ask().strip()
        if not text and question.default:
            return question.default
        if text.isdigit() and not question.typed.startswith(("how many", "a plain number")):
            at = int(text)
            if 0 < at <= len(question.choices):
                return question.choices[at - 1].value
        if text and question.answer(text):
            return text
        ways = "yes or no" if question.is_plain else "a number, or one of the words"
        say(f"     That answers none of it. Type {ways}.")


def still_open(work: Work[Made], found: Waiting, say: Say) -> None:
    """List the questions that stand open, and how each is answered."""
    waiting = work.answers.open
    say(f"{many(len(waiting), 'question')} {'stands' if len(waiting) == 1 else 'stand'} open, so nothing was written."
        + (" --yes accepts only what is certain." if work.answers.certain else ""))  # fmt: skip
    for number, question in enumerate(waiting.values(), start=1):
        for line in question_lines(question, number, cells=found.waiting.get(question.key, ())):
            say(line)
    say("Run it in a terminal to be asked, or give the answers with --answer KEY=VALUE or --answer @FILE.")
