"""What bounds leave open between two figures. All figures are invented."""

import pytest

from socialvalue.domain.bounds import surely_less, surely_most


@pytest.mark.parametrize(
    ("less", "more", "sure"),
    [
        ((4, ""), (5, ""), True),
        ((5, ""), (5, ""), False),
        ((6, ""), (5, ""), False),
        ((4, "up to"), (5, "at least"), True),
        ((5, "up to"), (5, "at least"), False),
        ((4, "at least"), (5, ""), False),
        ((4, ""), (5, "up to"), False),
        ((4, "about"), (5, "at least"), False),
        ((4, "up to"), (5, "more or less"), False),
    ],
)
def test_less_is_said_only_of_what_is_less_for_sure(less: tuple[int, str], more: tuple[int, str], sure: bool) -> None:
    """The first has to be its most, the second its least; two that may be equal are not less."""
    assert surely_less(less, more) == sure


@pytest.mark.parametrize(
    ("given", "place"),
    [([], None), ([(3, "")], 0), ([(3, ""), (5, "")], 1), ([(5, ""), (5, "")], None), ([(9, "up to"), (5, "")], None)],
)
def test_the_most_is_more_than_each_of_the_others(given: list[tuple[int, str]], place: int | None) -> None:
    """Of two that are level there is none, nor where the largest may be less."""
    assert surely_most(given) == place
