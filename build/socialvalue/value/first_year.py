"""People of a disadvantaged group count for their first 12 months only, however many periods report them.

Source: the rules that Cheshire West, Essex and Torbay give to those who report. Returns name nobody, so the people of
one project and measure are taken to be the same from period to period unless their headcount rises: whoever leaves and
comes back is taken to be another. Each brings one full-time year at most; what is reported beyond that is not valued.
"""

from collections import defaultdict

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.records import MILLION, Ints, rows

FTE_YEARS = "fte_years"


def within_first_year(lines: pd.DataFrame, measures: pd.DataFrame) -> Ints:
    """The quantity of each line that is valued, in millionths: all of it, but for months after the first 12.

    `lines` come in the order of their periods.
    """
    valued = lines["quantity"].to_numpy(dtype=np.int64).copy()
    limited = looked_up(lines, measures, "measure", "disadvantaged", False)
    limited &= (lines["unit"] == FTE_YEARS).to_numpy() & lines["headcount"].notna().to_numpy()
    limited &= lines["counted"].to_numpy(dtype=np.bool_)
    found = lines.loc[limited, ["project", "framework", "measure", "end", "headcount"]]
    same_people: defaultdict[tuple[str, ...], defaultdict[str, list[tuple[int, int]]]]
    same_people = defaultdict(lambda: defaultdict(list))
    for place, row in zip(found.index, rows(found), strict=True):
        same_people[row.project, row.framework, row.measure][row.end].append((place, int(row.headcount)))
    for periods in same_people.values():
        before, left = 0, 0
        for _end, reported in sorted(periods.items()):
            people = sum(headcount for _place, headcount in reported)
            left += max(people - before, 0) * MILLION
            before = people
            for place, _headcount in reported:
                valued[place] = min(valued[place], left)
                left -= valued[place]
    return valued
