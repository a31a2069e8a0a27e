"""The measure that words stand for, where they are none of its names."""

from types import SimpleNamespace
from typing import cast

import pytest

from likely_measures import MEANT, MEASURES
from socialvalue.intake.measures import candidates
from socialvalue.intake.register import Register
from socialvalue.intake.units import Unit

NOTHING = {"what_counts": "", "how_others_do_it": "", "local": False, "retired_on": ""}
UNITS = {"": None, "h": Unit(("hours",)), "£": Unit(("gbp",))}


@pytest.mark.parametrize(("text", "unit"), MEANT)
def test_the_same_measure_is_certain_as_in_the_form(text: str, unit: str) -> None:
    """One that alone has every word and the unit; else those are offered that share words."""
    measures = {("x", code): SimpleNamespace(**NOTHING | row) for code, row in MEASURES.items()}
    register = cast(Register, SimpleNamespace(measures=measures, units={}, references=lambda *_: []))
    offered, certain = candidates(register, text, UNITS[unit], "x")
    assert (certain, {code for code, _ in offered}) == (MEANT[text, unit][0], set(MEANT[text, unit][1]))
