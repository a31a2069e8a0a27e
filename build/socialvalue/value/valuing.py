"""Put a value on everything that passed the check: lines, targets, sums of lines, and why the rest has none."""

from dataclasses import replace

import pandas as pd

from socialvalue.records import Checked, Valuation
from socialvalue.value.area_rates import area_rates_of
from socialvalue.value.at_current_edition import current_of
from socialvalue.value.counted import counted_of, project_counts_of
from socialvalue.value.counts import counts_of
from socialvalue.value.delivery import delivery_of
from socialvalue.value.explaining import Explanations, Worked
from socialvalue.value.findings import findings_of, held_back_of
from socialvalue.value.housing import housing_of
from socialvalue.value.ledger import ledger_of
from socialvalue.value.lines import lines_of, targets_of
from socialvalue.value.method import method_of
from socialvalue.value.places import places_of
from socialvalue.value.small_counts import masked, reasons_of, suppressed_of, uncounted, with_suppressed
from socialvalue.value.subjects import subjects_of
from socialvalue.value.sum_cells import held_once
from socialvalue.value.sums import sums_of
from socialvalue.value.totals import totals_of
from socialvalue.value.under import under
from socialvalue.value.unvalued import unvalued_of
from socialvalue.value.worth import DIMENSIONS, worth


def value(checked: Checked, framework: str = "") -> Valuation:
    """Value every accepted line and every target with each unit value that its measure has.

    What could tell about a person is hidden here, so that no later room holds it. Under a `framework` all is valued as
    if it were signed under it: what either hides is hidden; what it has no measure for is in `unvalued` alone.

    Source of the method: HM Treasury, The Green Book (additionality, price bases, discounting); see docs/method.md.
    """
    checked, lines, suppressed, unmatched = _as_signed_under(checked, framework)
    method, targets = method_of(checked), targets_of(checked)
    subjects = _told_of(subjects_of(lines, targets, method), suppressed)
    found = worth(subjects, method)
    counts = with_suppressed(counts_of(lines, targets, method), suppressed, ["framework", "measure", "status"])
    unvalued = _without_value(unvalued_of(subjects, found.reasons, method.measures), suppressed, unmatched)
    current, shown = current_of(checked, subjects, found.values, method), masked(lines)
    behind = held_once(found.values, DIMENSIONS)
    places, sums = places_of(checked), sums_of(behind, found.steps, checked.tables["areas"])
    worked = Worked(checked, method, shown, targets, found.values, found.steps, unvalued, current)
    return Valuation(
        checked=replace(checked, held_back=held_back_of(checked)),
        lines=shown,
        targets=targets,
        values=found.values,
        steps=found.steps,
        totals=with_suppressed(totals_of(behind), suppressed, ["status"]),
        **sums._asdict(),
        area_rates=area_rates_of(checked, places, sums.by_kind),
        counts=counts,
        counted=counted_of(shown, method),
        project_counts=project_counts_of(shown, method),
        delivery=delivery_of(checked, lines, targets, counts, suppressed),
        unvalued=unvalued,
        suppressed=suppressed,
        places=places,
        ledger=ledger_of(checked, targets, method),
        at_current_edition=current,
        **housing_of(checked.tables["sites"])._asdict(),
        findings=findings_of(checked),
        explanations=Explanations(worked),
    )


def _as_signed_under(
    checked: Checked, framework: str
) -> tuple[Checked, pd.DataFrame, pd.DataFrame, pd.DataFrame | None]:
    """What is valued, the lines that stand, those of them that are hidden, and what a framework has no measure for,
    where one is named."""
    stand, unmatched = lines_of(checked), None
    reasons = reasons_of(stand, checked)
    if framework:
        checked, unmatched = under(checked, framework)
        stand = lines_of(checked)
        reasons = {**reasons_of(stand, checked), **reasons}
    suppressed = suppressed_of(stand, reasons)
    return checked, uncounted(stand, suppressed), suppressed, unmatched


def _told_of(subjects: pd.DataFrame, suppressed: pd.DataFrame) -> pd.DataFrame:
    """What may be valued in the open: what is not hidden."""
    return subjects[~subjects["key"].isin(suppressed["key"])].reset_index(drop=True)


def _without_value(without: pd.DataFrame, suppressed: pd.DataFrame, unmatched: pd.DataFrame | None) -> pd.DataFrame:
    """All that has no value: without a unit value, hidden (a reason that needs no facts), without a measure."""
    hidden = suppressed[["key", "reason"]].assign(facts=pd.Series([()] * len(suppressed), dtype=object))
    return pd.concat([without, hidden, unmatched], ignore_index=True)
