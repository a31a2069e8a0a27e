"""How many people stand behind a line, whether a sensitive group is among them, and how many that takes to be shown."""

import numpy as np
import pandas as pd

from socialvalue.records import EACH_A_PERSON, LEAST_PEOPLE, MILLION, OF_PEOPLE, Flags, Ints

NOBODY_KNOWS = np.iinfo(np.int64).max
"""In the place of a number of people that a line does not give."""


def people_of(lines: pd.DataFrame) -> Ints:
    """People behind each line: its headcount, or its quantity where that tells of fewer or there is no headcount.

    A quantity tells of people where each one of its unit is about one person. A part of a person is one, and somebody
    stands behind every quantity; 0 where there is none.
    """
    whole = -(-lines["quantity"].astype("Int64") // MILLION)
    counted = whole.where(lines["unit"].isin(EACH_A_PERSON))
    headcount = lines["headcount"].astype("Int64")
    both = [each.fillna(NOBODY_KNOWS).to_numpy(dtype=np.int64) for each in (headcount, counted)]
    fewer = np.minimum(*both)
    found: Ints = np.where(fewer == NOBODY_KNOWS, whole.fillna(0).to_numpy(dtype=np.int64), fewer).astype(np.int64)
    somebody = (whole.fillna(0).gt(0) | headcount.fillna(0).gt(0)).to_numpy(dtype=np.bool_)
    return np.maximum(found, somebody.astype(np.int64))


def least_of(lines: pd.DataFrame) -> Ints:
    """How many people each line must have to be shown; 0 for a measure that is not sensitive."""
    return lines["sensitivity"].map(LEAST_PEOPLE).fillna(0).to_numpy(dtype=np.int64).astype(np.int64)


def few(lines: pd.DataFrame) -> Flags:
    """Whether so few people of a sensitive group stand behind each line that somebody could be recognised."""
    people = people_of(lines)
    found: Flags = (people > 0) & (people < least_of(lines))
    return found


def counts_people(lines: pd.DataFrame) -> Flags:
    """Whether each line counts people, by its unit or with a headcount, so that a sensitive group may be among them."""
    found: Flags = (lines["unit"].isin(OF_PEOPLE) | lines["headcount"].notna()).to_numpy(dtype=np.bool_)
    return found


def guarded(lines: pd.DataFrame) -> Flags:
    """The lines that the register remembers: those of sensitive groups, and others that count people."""
    found: Flags = counts_people(lines) | (least_of(lines) > 0)
    return found
