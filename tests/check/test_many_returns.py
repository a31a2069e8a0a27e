"""Every rule, over as many returns as make the program hold its columns in another way. All is invented.

A column of text is held as numbers of 8 bits for up to 128 different texts, then of 16 and from 32,769 on of 32. What
goes wrong when these meet goes wrong for everybody, and only once there are many returns.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

from check.many import KIND_OF, KINDS, many
from check.repository import GOOD
from socialvalue import run
from socialvalue.check import check, report
from socialvalue.check.accepted import Accepted
from socialvalue.check.catalogue import rules
from socialvalue.check.findings import Findings
from socialvalue.check.judge import typed_tables
from socialvalue.check.rule import Rule
from socialvalue.check.tables import Tables
from socialvalue.cli import main
from socialvalue.errors import BrokenRepository
from socialvalue.records import Source

ALL = tuple(KINDS)
SIZES = (1, 127, 128, 129)
VERY_MANY = 33_000


class IndexOfCategories(Exception):
    """An index was made of categories: two of them may be of different widths."""


@pytest.fixture(autouse=True)
def no_index_of_categories(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule may group, join or look up by columns of categories as they are, also where it would go well today."""

    def refuse(*_: Any, **__: Any) -> None:
        raise IndexOfCategories

    monkeypatch.setattr(pd.CategoricalIndex, "_simple_new", refuse)


def tables_of(source: Source) -> Tables:
    return typed_tables(source, Findings(source.asked, Accepted(source)))


def with_lines(tables: Tables, kept: "pd.Series[bool]") -> Tables:
    return replace(tables, frames={**tables.frames, "lines": tables["lines"][kept].reset_index(drop=True)})


def applied(tables: Tables) -> Iterator[tuple[str, int]]:
    for rule in rules():
        yield rule.id, sum(1 for _ in rule.find(tables))


def test_an_index_of_categories_is_refused_here() -> None:
    """The guard of these tests is itself on guard, whatever becomes of pandas."""
    frame = pd.DataFrame({"owner": pd.Categorical(["a", "b", "a"]), "people": [1, 2, 3]})
    with pytest.raises(IndexOfCategories):
        frame.groupby("owner")["people"].sum()


@pytest.mark.parametrize("returns", SIZES)
def test_every_rule_stands_any_number_of_returns(returns: int) -> None:
    """With every kind of line every rule comes to its end."""
    list(applied(tables_of(many(returns, ALL))))


@pytest.mark.parametrize("returns", [SIZES[0], SIZES[-1]])
def test_every_rule_stands_any_kind_of_line(returns: int) -> None:
    """With each kind alone and with all but one; what is left of a column of 16 bits may need 8."""
    tables = tables_of(many(returns, ALL))
    kinds = tables["lines"]["line"].astype(str).map(KIND_OF)
    for kind in ALL:
        list(applied(with_lines(tables, kinds == kind)))
        list(applied(with_lines(tables, kinds != kind)))


def test_every_rule_stands_very_many_returns() -> None:
    """The same beyond what 16 bits hold: two kinds in each return, then with those of half of them left out."""
    tables = tables_of(many(VERY_MANY, ALL, each=2))
    assert tables["lines"]["owner"].nunique() == VERY_MANY
    list(applied(tables))
    number = tables["lines"]["owner"].cat.codes
    list(applied(with_lines(tables, number % len(ALL) % 2 == 0)))


@pytest.mark.parametrize("returns", SIZES)
def test_a_group_without_a_counted_hire_is_no_trouble(returns: int) -> None:
    """A line of a group in the last of many returns, and no hire anywhere: this once ended in a traceback."""
    checked = check(many(returns, ("weeks", "a group")))
    assert not checked.not_applied
    assert not checked.errors
    assert len(checked.tables["returns"]) == returns


def failing(name: str) -> Callable[[], tuple[Rule, ...]]:
    """The rules, one of which fails half-way."""

    def find(tables: Tables) -> Iterator[Any]:
        raise ValueError("Jane Doe, 07700 900123")
        yield

    return lambda: tuple(replace(rule, find=find) if rule.id == name else rule for rule in rules())


def test_a_rule_that_fails_is_a_finding_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report says which rule and where, never what it held; nothing is valued, and both commands end with 2."""
    monkeypatch.setattr("socialvalue.check.judge.rules", failing("known-measure"))
    source = many(3, ("unknown", "tiers"))
    checked = check(source)
    assert checked.not_applied == ("known-measure",)
    (told,) = (each for each in checked.findings if each.rule == "rule-not-applied")
    assert told.message.startswith("The program could not apply the rule known-measure (ValueError")
    assert "Jane" not in told.words
    assert {"tier-given"} <= {each.rule for each in checked.findings}
    for form in ("text", "json", "html", "markdown", "github"):
        assert "rule-not-applied" in unescape(report(checked, source, form))
    with pytest.raises(BrokenRepository, match="could not apply known-measure"):
        run.valued(checked)


@pytest.mark.parametrize("command", [("check",), ("build", "--out", "site"), ("value",), ("explain", "x")])
def test_commands_end_with_2_where_a_rule_fails(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing was published with a rule not applied, and scripts can tell this from faulty data."""
    monkeypatch.setattr("socialvalue.check.judge.rules", failing("known-measure"))
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(main, [*command, "--data", str(GOOD)])
    assert not list(tmp_path.iterdir())
    assert found.exit_code == 2
    assert "could not apply the rule known-measure" in found.output


def test_one_return_is_told_of_a_rule_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks about one return is told too: it is about no return, and about all."""
    monkeypatch.setattr("socialvalue.check.judge.rules", failing("known-measure"))
    source = many(3, ("weeks",))
    owner = next(iter(source.places))
    checked = check(replace(source, asked=frozenset({owner})))
    assert [each.rule for each in checked.errors] == ["rule-not-applied"]
