"""Put a value on everything that passed the check: lines, targets, sums of lines, and why the rest has none."""

import pandas as pd

from socialvalue.records import Checked, Valuation
from socialvalue.value.counts import counts_of
from socialvalue.value.delivery import delivery_of
from socialvalue.value.lines import lines_of, targets_of
from socialvalue.value.method import method_of
from socialvalue.value.small_counts import masked, suppressed_of, told, uncounted
from socialvalue.value.subjects import subjects_of
from socialvalue.value.totals import totals_of
from socialvalue.value.unvalued import unvalued_of
from socialvalue.value.worth import worth


def value(checked: Checked) -> Valuation:
    """Value every accepted line and every target with each unit value that its measure has.

    What could tell about a person is hidden here, so that no later room holds it.

    Source of the method: HM Treasury, The Green Book (additionality, price bases, discounting); see docs/method.md.
    """
    method = method_of(checked)
    stand, _ = lines_of(checked)
    suppressed = suppressed_of(stand, method.measures)
    lines = uncounted(stand, suppressed)
    targets = targets_of(checked)
    subjects = subjects_of(lines, targets, method)
    subjects = subjects[~subjects["key"].isin(suppressed["key"])].reset_index(drop=True)
    found = worth(subjects, method)
    counts = told(counts_of(lines, targets, method), suppressed, ["framework", "measure", "status"])
    unvalued = unvalued_of(subjects, found.reasons, method.measures)
    return Valuation(
        checked=checked,
        lines=masked(lines),
        targets=targets,
        values=found.values,
        steps=found.steps,
        totals=told(totals_of(found.values), suppressed, ["status"]),
        counts=counts,
        delivery=delivery_of(checked, lines, targets, counts, suppressed),
        unvalued=pd.concat([unvalued, suppressed[["key", "reason", "words"]]], ignore_index=True),
        suppressed=suppressed,
    )
