"""Why a line or target adds no £ to any total: a code, and the facts that its sentence needs."""

import numpy as np
import pandas as pd

from socialvalue.domain.look_up import looked_up
from socialvalue.records import NoValue

OWN_WORDS = (NoValue.NO_UNIT_VALUE, NoValue.RECORD)
"""Reasons for which a framework may give words of its own."""


def unvalued_of(rows: pd.DataFrame, reasons: pd.Series, measures: pd.DataFrame) -> pd.DataFrame:
    """One row per line or target that adds no £ to any total: key, reason, facts.

    `reasons` is empty for rows that do. A measure's own words say why it has no value.
    """
    without = (reasons != "").to_numpy(dtype=np.bool_)
    found = rows.loc[without, ["key", "framework", "measure"]].reset_index(drop=True)
    found["reason"] = [str(reason) for reason in reasons[without]]
    own = looked_up(found, measures, "measure", "no_value_reason", "")
    pairs = zip(found["reason"], own, strict=True)
    facts = [(words,) if words and reason in OWN_WORDS else () for reason, words in pairs]
    return found[["key", "reason"]].assign(facts=pd.Series(facts, index=found.index, dtype=object))
