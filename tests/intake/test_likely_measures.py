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


def test_the_plain_measure_of_many_kinds_is_among_those_that_are_offered() -> None:
    """Its name alone has every word: what the others count says them as well, and decides nothing."""
    kinds = {
        ("x", f"le{n}"): SimpleNamespace(
            **NOTHING
            | {"name": f"Spend with {kind} local firms", "plain_name": "", "unit": "gbp", "what_counts": "Local spend"}
        )
        for n, kind in enumerate(["small", "large", "young", "family", "social", "voluntary", "newly founded"])
    }
    plain = SimpleNamespace(**NOTHING | {"name": "Spend with firms", "plain_name": "", "unit": "gbp", "local": True})
    register = cast(
        Register, SimpleNamespace(measures={**kinds, ("x", "le8"): plain}, units={}, references=lambda *_: [])
    )
    for unit in UNITS.values():
        offered, _ = candidates(register, "Local spend", unit, "x")
        assert offered[0][0] == "le8"
