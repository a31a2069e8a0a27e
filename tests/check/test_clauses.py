"""Rules as data: what an expression may say, that it is exact, and that its words fit every way in."""

import re
from decimal import Decimal

import numpy as np
import pytest

from socialvalue.check.catalogue import rules
from socialvalue.check.clauses.clause import SLOT, Clauses
from socialvalue.check.clauses.evaluating import Numbers, Texts, holds
from socialvalue.check.clauses.expression import parsed
from socialvalue.check.clauses.ways import FILES, FORM, in_words_of, words_of

WRITTEN = [rule for rule in rules() if isinstance(rule.find, Clauses)]
CLAUSES = [(rule, clause) for rule in WRITTEN for clause in rule.find.clauses]
NAME_OF_A_FILE = re.compile(r"\w+\.(csv|json|toml)|\b[a-z]+_[a-z_]+\b")
"""What says nothing to somebody who fills in a form: a file, or the name of a column."""


class Table:
    """Columns of a table that a test writes down: texts, numbers (None is none) or flags."""

    def __init__(self, **columns: list[object]) -> None:
        self.columns = columns
        self.asked: list[str] = []

    def column(self, name: str, at: np.ndarray) -> object:
        self.asked.append(name)
        cells = [self.columns[name][place] for place in at]
        if isinstance(cells[0], bool):
            return np.array(cells, dtype=bool)
        if isinstance(cells[0], str):
            different = sorted(set(cells))
            return Texts(np.array([different.index(cell) for cell in cells], dtype=np.int64), different)
        numbers = [0 if cell is None else int(Decimal(cell) * 1_000_000) for cell in cells]
        return Numbers(np.array(numbers, dtype=np.int64), np.array([cell is None for cell in cells], dtype=bool))

    def list(self, name: str) -> set[object]:
        return {"areas": {"", "E1"}, "pairs": {("here", "E1")}}[name]


def found(text: str, **columns: list[object]) -> list[bool]:
    table = Table(**columns)
    return holds(parsed(text), table, np.arange(len(next(iter(columns.values()))))).tolist()


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("quantity == 0.1 * 3", {"quantity": [Decimal("0.3"), Decimal("0.300001")]}, [True, False]),
        ("quantity > 0", {"quantity": [1, 0, None]}, [True, False, False]),
        ("quantity <= 0", {"quantity": [1, 0, None]}, [False, True, False]),
        ("empty(quantity)", {"quantity": [1, None]}, [False, True]),
        ("given(note)", {"note": ["a", ""]}, [True, False]),
        ("whole(quantity) == 3", {"quantity": [Decimal("2.000001"), 3, Decimal("3.1")]}, [True, True, False]),
        (
            "rounded(quantity, 2) == 0.25",
            {"quantity": [Decimal("0.245"), Decimal("0.2449"), Decimal("0.2549")]},
            [True, False, True],
        ),
        ("first(people, quantity) == 4", {"people": [4, None, 5], "quantity": [1, 4, 4]}, [True, True, False]),
        ("most(quantity, 2) == 2", {"quantity": [1, 2, 3]}, [True, True, False]),
        ("0 < quantity < 2", {"quantity": [0, 1, 2]}, [False, True, False]),
        (
            "finer(quantity, places)",
            {"quantity": [Decimal("1.25"), Decimal("1.2"), Decimal("1.2")], "places": [1, 1, None]},
            [True, False, False],
        ),
        ("quantity / 3 == 0.333333", {"quantity": [1, 2]}, [True, False]),
        ('unit == "gbp" or quantity > 5', {"unit": ["gbp", "m"], "quantity": [1, 6]}, [True, True]),
        ("unit != measured", {"unit": ["gbp", "m"], "measured": ["m", "m"]}, [True, False]),
        ('status in ("a", "b")', {"status": ["a", "c"]}, [True, False]),
        ("area not in areas", {"area": ["", "E1", "E2"]}, [False, False, True]),
        ("(of, area) not in pairs", {"of": ["here", "there"], "area": ["E1", "E1"]}, [False, True]),
        ("day > until", {"day": ["2024-01-02", ""], "until": ["2024-01-01", ""]}, [True, False]),
        ('matches(note, "both|all")', {"note": ["ALL of it", "none"]}, [True, False]),
        ("known and not done", {"known": [True, True, False], "done": [False, True, False]}, [True, False, False]),
    ],
)
def test_an_expression_holds_where_it_says(text: str, columns: dict[str, list[object]], expected: list[bool]) -> None:
    """What is empty is no number, and 0.1 three times is 0.3."""
    assert found(text, **columns) == expected


def test_a_product_beyond_64_bits_is_exact() -> None:
    """A trillion of a billion people is worked out, not wrapped round."""
    many = {"quantity": [10**12 - 1], "people": [10**9]}
    assert found("quantity * people > 999999999998999999999", **many) == [True]
    assert found("quantity * people == 999999999999000000000", **many) == [True]


def test_what_comes_after_an_and_is_asked_of_the_rows_that_are_left() -> None:
    """Where the first part holds of no row, nothing else is looked up."""
    table = Table(quantity=[0, 0], note=["a", ""])
    assert not holds(parsed("quantity > 0 and empty(note)"), table, np.arange(2)).any()
    assert table.asked == ["quantity"]
    one = Table(quantity=[0, 1], note=["a", ""])
    assert holds(parsed("quantity > 0 and empty(note)"), one, np.arange(2)).tolist() == [False, True]


@pytest.mark.parametrize(
    "text",
    ["__import__('os')", "quantity.real", "quantity ** 2", "-quantity", "[1]", "given()", "given(a, b)", "a is b",
     "lambda: 1", "a if b else c", "f'{a}'", "given(a=1)", "a in b.c", "not", "True"],
)  # fmt: skip
def test_an_expression_can_say_nothing_else(text: str) -> None:
    """What is not of the small grammar is refused when the program starts."""
    with pytest.raises((ValueError, SyntaxError)):
        parsed(text)


@pytest.mark.parametrize(("rule", "clause"), CLAUSES, ids=lambda part: getattr(part, "id", ""))
def test_words_of_a_rule_fit_each_way_in(rule, clause) -> None:
    """In a form, what to do names no file and no column; and both ways fill the same slots."""
    said = in_words_of(FORM, clause.mend or rule.mend)
    if clause.table in ("lines", "evidence"):
        assert not NAME_OF_A_FILE.search(SLOT.sub("", said)), said
    assert "{the_" not in said
    assert "{the_" not in in_words_of(FILES, clause.mend or rule.mend)


def test_each_way_in_has_its_word_for_everything() -> None:
    """A slot that one way fills is filled by the other."""
    assert words_of(FILES).keys() == words_of(FORM).keys()


def test_every_clause_can_be_read() -> None:
    """The rules that a form can follow are data: texts and trees of texts and whole numbers."""
    assert len(WRITTEN) >= 21
    for _, clause in CLAUSES:
        assert parsed(clause.when)
