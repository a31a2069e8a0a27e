"""Blocks of cells as they are pasted into the form; of each, what is taken and what is left out, and why."""

from collections.abc import Sequence

from rows_of_targets import TARGETS

UNSURE, OTHER, DOT, PROMISED = "left_thousands", "left_unit", "left_point", "left_target"


def text_of(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """A table as it is pasted."""
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


BLOCKS = [
    (
        [["KPI", "Actual £k"], ["le1", "3"], ["le1", "£3"], ["le1", "£2k"], ["fw1", "26"], ["fw1", "26 weeks"]],
        [[["le1", "3000"], ["le1", "2000"], ["fw1", "26"]], [[3, UNSURE], [5, UNSURE]]],
    ),
    ([["KPI", "Actual (thousands)"], ["le1", "3"]], [[], [[2, UNSURE]]]),
    ([["All in £000"], ["KPI", "Actual"], ["le1", "3"], ["fw1", "26"]], [[["fw1", "26"]], [[3, UNSURE]]]),
    ([["KPI", "Actual"], ["le1", "3"], ["Note: £'000s", ""]], [[], [[2, UNSURE], [3, "left_words"]]]),
    (
        [["KPI", "Actual", "Unit"], ["le1", "3", "£k"], ["Local spend (£m)", "3", ""], ["le1", "3", "£"]],
        [[["le1", "3000"], ["le1", "3000000"], ["le1", "3"]], []],
    ),
    ([["KPI", "Actual pence"], ["le1", "250"], ["le1", "£3"]], [[["le1", "2.5"]], [[3, UNSURE]]]),
    ([["KPI", "Actual (£ hundreds)"], ["le1", "3"]], [[["le1", "300"]], []]),
    ([["KPI", "Actual (hundreds)"], ["le1", "3"]], [[], [[2, UNSURE]]]),
    *(
        ([["KPI", heading], ["le1", "3"], ["le1", "£4"]], [[["le1", "4"]], [[2, OTHER]]])
        for heading in (
            "Actual €",
            "Actual %",
            "Actual p",
            "€ actual",
            "Actual (weeks)",
            "Actual (€000s)",
            "Actual [USD]",
        )
    ),
    (
        [["KPI", "Actual"], ["le1", "1.200"], ["le1", "12.00"], ["fw1", "1.200"]],
        [[["le1", "12.00"], ["fw1", "1.200"]], [[2, DOT]]],
    ),
    ([["KPI", "Actual"], ["le1", "1.200,50"], ["fw1", "1.200"]], [[["le1", "1200.5"]], [[3, DOT]]]),
    ([["KPI", "Actual (YTD)", "Actual"], ["fw1", "30", "4"]], [[["fw1", "4"]], []]),
    (text_of(TARGETS["column"]), [[], [[2, PROMISED], [3, "left_unnamed"], [4, PROMISED]]]),
    (text_of(TARGETS["words"]), [[["fw1", "4"]], [[2, PROMISED]]]),
    (text_of(TARGETS["sections"]), [[["fw1", "4"]], [[2, "left_words"], [3, PROMISED], [4, "left_words"]]]),
    ([["KPI", "Theme", "Actual"], ["fw1", "Planned maintenance", "4"]], [[["fw1", "4"]], []]),
    ([["KPI", "Actual (weeks)"], ["fw1", "3"]], [[["fw1", "3"]], []]),
    ([["KPI", "Actual (this quarter)"], ["le1", "3"]], [[["le1", "3"]], []]),
    (
        [["Ref", "Description", "Actual"], ["XX9", "Apprentices", "3"], ["NT18", "Our words", "4"], ["4", "fw1", "5"]],
        [[["fw1", "3"], ["le1", "4"], ["fw1", "5"]], []],
    ),
]
