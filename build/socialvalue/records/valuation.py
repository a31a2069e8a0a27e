"""What room 3 hands on: each line, what it is worth by kind, and the sums of just those lines."""

from dataclasses import dataclass

import pandas as pd

from socialvalue.records.findings import Checked

KINDS = ("fiscal", "economic", "wellbeing", "environmental", "community", "local")
"""Kinds of value in the order they are shown. Never added to each other; local stands last, apart."""

STATUSES = ("verified", "evidenced", "self-reported", "committed")
"""How sure a figure is, from the surest."""


@dataclass(frozen=True)
class Valuation:
    """Everything that is published about value. Money is whole pence, quantities whole millionths.

    lines: one row per accepted line. `key` (project/period#line), return_id (project/period), line, project,
        programme, framework, measure, theme, start, end, year (financial year of the last day), area,
        organisation, tier, quantity, unit, bound, headcount, status, evidence, part_of, counted (False for a
        part of another line), confidence, local_definition, local_area_set, derivation, public_note.
    targets: one row per target, with the same columns where they apply; `key` is the target's id, status is
        committed, `strength` is commitment or forecast, `current` is False where another one replaced it.
    values: one row per line (or target) and unit value. key, unit_value, kind, counts_in (total or memo),
        factor (pounds for one unit in the prices of the year of delivery, as text), gross, deducted, net
        (pence, prices of the year of delivery), real (net, prices of the base year), low, high (net, nominal;
        missing where the source gives no range), counted, status, and the line's own dimensions.
    steps: one row per value and adjustment, in the order in which they apply. key, unit_value, position,
        adjustment, effect, rate (millionths), taken (pence).
    totals: one row per dimension (all, programme, project, return_id, measure, theme, area, organisation,
        year), member, kind and status: lines, gross, deducted, net, real. Sums of `values` rows whose
        counts_in is total.
    """

    checked: Checked
    lines: pd.DataFrame
    targets: pd.DataFrame
    values: pd.DataFrame
    steps: pd.DataFrame
    totals: pd.DataFrame
    unvalued: pd.DataFrame
