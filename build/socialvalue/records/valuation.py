"""What room 3 hands on: each line, what it is worth by kind, and the sums of just those lines."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socialvalue.records.explanation import Explanation
from socialvalue.records.findings import Checked, Finding

KINDS = ("fiscal", "economic", "wellbeing", "environmental", "community", "local")
"""Kinds of value in the order they are shown. Never added to each other; local stands last, apart."""

STATUSES = ("verified", "evidenced", "self-reported", "committed")
"""How sure a figure is, from the surest."""


@dataclass(frozen=True)
class Valuation:
    """Everything that is published about value. Money is whole pence, quantities whole millionths.

    Each frame looks as `FRAMES` in frames.py says. What is hidden, so that nobody can be recognised, is in no frame but
    `lines`, `unvalued` and `suppressed`, without its number, and in no sum.
    findings: what the check found, as it may be told: nothing about the lines of a project with a sensitive group,
        and of the lines of a return that is held back only which rule they break.
    explanations: how each line and target came to its £, by its key; worked out when it is asked for.
    """

    checked: Checked
    lines: pd.DataFrame
    targets: pd.DataFrame
    values: pd.DataFrame
    steps: pd.DataFrame
    totals: pd.DataFrame
    by_kind: pd.DataFrame
    by_measure: pd.DataFrame
    by_area: pd.DataFrame
    by_year: pd.DataFrame
    deductions: pd.DataFrame
    area_rates: pd.DataFrame
    counts: pd.DataFrame
    counted: pd.DataFrame
    project_counts: pd.DataFrame
    delivery: pd.DataFrame
    unvalued: pd.DataFrame
    suppressed: pd.DataFrame
    places: pd.DataFrame
    ledger: pd.DataFrame
    at_current_edition: pd.DataFrame
    housing: pd.DataFrame
    zones: pd.DataFrame
    homes: pd.DataFrame
    findings: tuple[Finding, ...]
    explanations: Mapping[str, Explanation]
