"""What a register of told counts remembers of measures that took one another's place. All is invented."""

import pandas as pd

from socialvalue.domain.few_people import guarded
from socialvalue.domain.remembered import named

LATER = {"a": "b", "b": "c", "d": "e", "x": ""}


def test_measures_that_took_one_anothers_place_have_one_name() -> None:
    """However many steps lie between two of them, and in whatever order the steps are written down."""
    counts = pd.DataFrame({"framework": "open", "measure": [*LATER, "c", "e"]})
    for order in (LATER, dict(reversed(LATER.items()))):
        measures = pd.DataFrame({"owner": "open", "measure": list(order), "replaced_by": list(order.values())})
        names = dict(zip(counts["measure"], named(counts, measures), strict=True))
        assert names["a"] == names["b"] == names["c"]
        assert names["d"] == names["e"]
        assert len({names["a"], names["d"], names["x"]}) == 3


def test_the_register_remembers_groups_and_all_that_counts_people() -> None:
    """A sensitive measure in any unit, and people of any measure; neither money nor what nobody stands behind."""
    lines = pd.DataFrame(
        [
            ("sensitive", "weeks", pd.NA),
            ("none", "headcount", pd.NA),
            ("none", "weeks", 12),
            ("very sensitive", "headcount", 3),
            ("none", "weeks", pd.NA),
        ],
        columns=["sensitivity", "unit", "headcount"],
    ).astype({"headcount": "Int64"})
    assert guarded(lines).tolist() == [True, True, True, True, False]
