"""What room 3 hands on: each line, what it is worth by kind, and the sums of just those lines."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socialvalue.records.explanation import Explanation
from socialvalue.records.findings import Checked, Finding

KINDS = ("fiscal", "economic", "wellbeing", "environmental", "community", "local")
"""Kinds of value in the order they are shown. Never added to each other; local stands last, apart."""

NO_MATCH = "no match in this framework"
"""Why a line has no £ where delivery is valued under a framework that has no such measure."""
STATUSES = ("verified", "evidenced", "self-reported", "committed")
"""How sure a figure is, from the surest."""


@dataclass(frozen=True)
class Valuation:
    """Everything that is published about value. Money is whole pence, quantities whole millionths.

    lines: one row per accepted line. `key` (project/period#line), return_id (project/period), line, file and row,
        project, programme, framework, edition, measure, theme, start, end, year (financial year of the last day),
        area, organisation, tier, quantity, unit, bound, headcount, status, evidence, part_of, counted (False for a
        part of another line of the same measure, for a count on one day that was taken again since, and for what
        is hidden), marker (c where it is hidden: quantity and headcount are then missing; r where its return
        corrects another), confidence, local_definition, local_area_set, derivation, public_note.
    targets: one row per target, with the same columns where they apply; `key` is the target's id, status is
        committed, `strength` is commitment or forecast, `current` is False where another one replaced it, `end` is
        the last day of `due`, or else of `stated_on`. counted: a current commitment, no part of another.
    values: one row per line (or target) and unit value. key, unit_value, kind, counts_in (total or memo),
        factor (what quantity x value of the unit is multiplied by to give gross: prices of the year of delivery,
        and part of the year or years of benefit where a measure asks for them; an exact fraction, as text), gross,
        deducted, net (pence, prices of the year of delivery), real (net, prices of the base year), low, high (net,
        nominal; missing where the source gives no range), counted (False for a target that is no current
        commitment), status, and the line's own dimensions. A part of a line that brings the same kind has none.
    steps: one row per value and adjustment, in the order in which they apply. key, unit_value, position,
        adjustment, effect, rate (millionths; a year, where a benefit lasts for several), taken (pence). They sum to
        deducted.
    totals: one row per dimension (all, programme, project, return_id, measure, theme, area, organisation,
        year), member, kind and status: lines, gross, deducted, net, real, low, high. Sums of `values` rows that are
        counted and whose counts_in is total; low and high are missing where no line of the sum has a range.
        suppressed: how many lines of the member and status, of any kind, are hidden and in no sum.
    counts: one row per dimension (as in totals), member, framework, measure and status: unit, quantity, bound,
        lines, suppressed (how many are hidden and not in the sum). Sums of counted lines and targets, of flows
        alone; for a project or return of counts on one day too.
    delivery: one row per project, framework and measure: programme, theme, unit, promised (current commitments;
        missing where there are none), promised_bound, due, targets, delivered (missing where nothing is reported
        yet), delivered_bound, reported_to (the measure's own last day, or that of a later submitted return),
        expected (what was due by then; missing where nothing says how much), share (delivered of promised,
        millionths), rating (see records.ratings), why (for "other"), overdue,
        suppressed (how many of its lines are hidden, and not in delivered).
    unvalued: one row per line or target that adds no £ to any total: key, reason (a fixed word), words.
    suppressed: one row per line that is hidden, without its number: key, measure, its dimensions, reason, words.
        What is hidden is in no other frame than lines and unvalued, and in no sum.
    ledger: one row per line and kind (empty for no £ at all) of each return that another one replaced: key (of the
        line in the replaced return), return_id, by (the return that replaced it), reason, programme, project,
        measure, quantity_before, quantity_after (missing where the return has no such line), net_before, net_after
        (pence in the totals; 0 where there are none), difference (after less before).
    at_current_edition: one row per line or target that was signed under an earlier edition, and kind of value in the
        totals: key, edition, current_edition, unit_value (at the current edition; empty where it has none),
        net_current, net (as published; 0 where there is none), difference (current less published). Of frameworks
        whose unit values differ by edition.
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
    counts: pd.DataFrame
    delivery: pd.DataFrame
    unvalued: pd.DataFrame
    suppressed: pd.DataFrame
    ledger: pd.DataFrame
    at_current_edition: pd.DataFrame
    findings: tuple[Finding, ...]
    explanations: Mapping[str, Explanation]
