"""What a file does not decide: questions with their answers, asked once for everything that they decide."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

LEAVE_OUT = "leave-out"
"""The answer that takes a row, or a cell, out of the return."""
EACH = "each"
OTHERS = "others-"
"""What the key of the question begins with that is about all others of a kind."""
MOST_OF_A_KIND = 50
"""So many open questions of a kind, and what becomes of all others like them is one question."""


@dataclass(frozen=True)
class Choice:
    """One answer: what it is called on the command line and in the file of answers, and what it says to people."""

    value: str
    words: str


@dataclass(frozen=True)
class Question:
    """Something that only whoever knows the figures can say."""

    key: str
    """Its name on the command line, as in dates or measure:local-labour."""
    words: str
    choices: Sequence[Choice] = ()
    default: str = ""
    """The answer that the data themselves decide; empty where none is certain."""
    typed: str = ""
    """What may be typed instead of a choice, as in "the number of people"; empty where nothing may."""
    reads: Callable[[str], str] = str.strip
    """Gives what was typed as it is kept; "" where it is no answer."""
    kept: bool = False
    """Whether the answer holds for the sender, and is kept for the next file."""
    of_rows: bool = False
    """Whether it is about rows of this file alone: nothing that was said of those of an earlier one answers it."""
    more: Sequence[str] = ()
    """Lines that are shown below it, such as the cells that it is about."""

    @property
    def is_plain(self) -> bool:
        """Whether it is answered with yes or no alone."""
        return {choice.value for choice in self.choices} == {"yes", "no"}

    def answer(self, text: str) -> str:
        """What `text` answers: the value of a choice, by value or words, or what was typed; "" for neither."""
        low = text.strip().casefold()
        if self.is_plain:
            low = {"y": "yes", "n": "no"}.get(low, low)
        for choice in self.choices:
            if low in (choice.value.casefold(), choice.words.strip().casefold()):
                return choice.value
        if low == "yes" and self.default:
            return self.default
        return self.reads(text) if self.typed else ""


@dataclass
class Answers:
    """The answers so far: given on the command line or in the terminal, kept from an earlier file, or certain."""

    given: dict[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    certain: bool = False
    """Whether what the data decide is taken without asking (--yes)."""
    asked: dict[str, Question] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    open: dict[str, Question] = field(default_factory=dict)
    _of_a_kind: Counter[str] = field(default_factory=Counter)
    """How many questions stand open, by what their keys begin with."""
    last: str = ""
    """The key of the question that was asked last."""

    def to(self, question: Question) -> str:
        """The answer to a question; "" while it stands open.

        Raises:
            ValueError: what was given answers it in none of its ways.
        """
        self.asked.setdefault(question.key, question)
        self.last = question.key
        for source in (self.given, {} if question.of_rows else self.kept):
            if question.key in source:
                answer = question.answer(source[question.key])
                if answer:
                    self.used[question.key] = answer
                    return answer
                if source is self.given:
                    raise ValueError(question.key)
        if self.certain and question.default:
            self.used[question.key] = question.default
            return question.default
        if any(choice.value == LEAVE_OUT for choice in question.choices):
            rest = self.of_the_rest(question.key)
            if rest is not None:
                return rest
        if question.key not in self.open:
            self.open[question.key] = question
            self._of_a_kind[_kind(question.key)] += 1
        return ""

    def of_the_rest(self, key: str) -> str | None:
        """What becomes of what a question would be about, where very many like it stand open: LEAVE_OUT, or "" while
        that isn't answered. None where it is a question of its own."""
        kind = _kind(key)
        own = key in self.given or key in self.kept or key in self.open
        if own or kind == key or self._of_a_kind[kind] < MOST_OF_A_KIND:
            return None
        first = next(question for name, question in self.open.items() if _kind(name) == kind)
        choices = (
            Choice(LEAVE_OUT, "leave the rows of all others out"),
            Choice(EACH, "I answer each: ask about all of them"),
        )
        words = f"There are more than {MOST_OF_A_KIND} such questions as “{first.words}” What becomes of the others?"
        more = ("Look whether this is the table that belongs to the return, and its columns are read rightly.",)
        answer = self.to(Question(f"{OTHERS}{kind}", words, choices, more=more))
        self.last = f"{OTHERS}{kind}" if answer != EACH else key
        return None if answer == EACH else answer

    def again(self) -> None:
        """Forget what was asked: the file is gone through once more."""
        self.asked, self.used, self.open = {}, {}, {}
        self._of_a_kind.clear()

    def to_keep(self) -> dict[str, str]:
        """The answers that hold for the sender."""
        return {key: value for key, value in self.used.items() if self.asked[key].kept}


def _kind(key: str) -> str:
    """What a key begins with: measure, of measure:local-labour."""
    return key.partition(":")[0]


def yes_or_no(key: str, words: str, default: str = "", kept: bool = False, more: Sequence[str] = ()) -> Question:
    """A question that is answered with yes or no."""
    return Question(key, words, (Choice("yes", "yes"), Choice("no", "no")), default, kept=kept, more=more)
