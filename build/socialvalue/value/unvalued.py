"""Why a line or target adds no £ to any total: a fixed word, and a sentence for readers."""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.value.unit_values import NO_AREA, NO_UNIT_VALUE, OTHER_AREA, OTHER_YEARS

RECORD = "record only"
STOCK = "counted again since"
ALONE = "promised more than once"
PART = "part of another line"
ONE_GROUP = "one group for each person"
FIRST_YEAR = "after the first 12 months"
DEFLATORS = "outside the deflators"
NO_DATE = "no date given"
TOO_LARGE = "too large"

WORDS = {
    RECORD: "It is kept as a record and cannot be added up or priced.",
    STOCK: "It is a count on one day. The project has counted again since, and the two are never added.",
    ALONE: "It is one of several promises of a count on one day. Such counts are never added.",
    PART: "It is part of another line, which holds its value.",
    ONE_GROUP: "It is part of another disadvantaged group’s line, and a person counts in one group only.",
    FIRST_YEAR: "These people have had their first 12 months, and only those count.",
    NO_UNIT_VALUE: "We know no open source that gives a £ for it.",
    NO_AREA: "What it is worth differs by area, and the line names no area.",
    OTHER_AREA: "No unit value is known for its area.",
    OTHER_YEARS: "No unit value is known for its year.",
    DEFLATORS: "The price index does not reach its year.",
    NO_DATE: "It has no date, so no year’s prices fit.",
    TOO_LARGE: "Its value would be larger than any that can be true.",
}
"""Every reason, with its sentence."""


def unvalued_of(rows: pd.DataFrame, reasons: pd.Series, measures: pd.DataFrame) -> pd.DataFrame:
    """One row per line or target that adds no £ to any total: key, reason, words.

    `reasons` is empty for rows that do. A measure's own words say why it has no value.
    """
    without = (reasons != "").to_numpy(dtype=np.bool_)
    found = rows.loc[without, ["key", "framework", "measure"]].reset_index(drop=True)
    found["reason"] = reasons[without].to_numpy()
    own = looked_up(found, measures, "measure", "no_value_reason", "")
    use_own = found["reason"].isin([NO_UNIT_VALUE, RECORD]).to_numpy() & (own != "")
    found["words"] = np.where(use_own, own, found["reason"].map(WORDS))
    return found[["key", "reason", "words"]]
