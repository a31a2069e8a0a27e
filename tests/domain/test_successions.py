"""What replaces what, where some of it counts for nothing. Every return is invented."""

import pandas as pd
import pytest

from socialvalue.domain.successions import without_returns


def returns(*chain: tuple[str, str], project: str = "road") -> pd.DataFrame:
    rows = [(f"{project}/{period}", project, period, before) for period, before in chain]
    return pd.DataFrame(rows, columns=["owner", "project", "period", "supersedes"], dtype=object)


CHAIN = returns(("q1", ""), ("q1-2", "q1"), ("q1-3", "q1-2"))


@pytest.mark.parametrize(
    ("held", "left"),
    [
        (set(), [("q1", ""), ("q1-2", "q1"), ("q1-3", "q1-2")]),
        ({"road/q1-2"}, [("q1", ""), ("q1-3", "q1")]),
        ({"road/q1"}, [("q1-2", ""), ("q1-3", "q1-2")]),
        ({"road/q1", "road/q1-2"}, [("q1-3", "")]),
        ({"road/q1-3"}, [("q1", ""), ("q1-2", "q1")]),
        ({"rail/q1-2"}, [("q1", ""), ("q1-2", "q1"), ("q1-3", "q1-2")]),
    ],
)
def test_what_replaced_a_return_that_does_not_count_replaces_what_that_replaced(
    held: set[str], left: list[tuple[str, str]]
) -> None:
    """So nothing that was replaced stands again because a step between was held back."""
    found = without_returns(CHAIN, held)
    assert list(zip(found["period"], found["supersedes"], strict=True)) == left


def test_returns_that_replace_each_other_end() -> None:
    """A circle is another rule's to find: here it is gone round once."""
    found = without_returns(returns(("a", "b"), ("b", "a"), ("c", "a")), {"road/a", "road/b"})
    assert found["period"].tolist() == ["c"]
