"""What each frame of the valuation looks like: its rows, its columns in their order, and what these mean."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from socialvalue.records.fields import COUNT, DAY, FIELDS, MILLIONTHS, PENCE, TEXT, WHEN, YES_NO, Field

SUMS = "verified evidenced self-reported committed with_promises net gross real low? high? bound lines"
"""The columns of a sum of money."""


class Frame(NamedTuple):
    """A frame: what one row is, its fields by name and in order, and those whose cells may be missing."""

    rows: str
    fields: Mapping[str, Field]
    missing: frozenset[str]


def _frame(rows: str, columns: str, narrower: Mapping[str, Field] | None = None) -> Frame:
    """A frame of columns of the dictionary. A mark of question says that a cell may be missing."""
    names = [column.rstrip("?") for column in columns.split()]
    fields = {name: (narrower or {}).get(name, FIELDS[name]) for name in names}
    return Frame(rows, fields, frozenset(column.rstrip("?") for column in columns.split() if column.endswith("?")))


def empty(name: str) -> pd.DataFrame:
    """The frame of this name without a row, its columns typed as those with rows are."""
    frame, types = FRAMES[name], {"text": "object", "yes or no": "bool", "whole number": "int64"}
    return pd.DataFrame(
        {
            column: pd.Series(dtype="Int64" if column in frame.missing else types[field.kind.holds])
            for column, field in frame.fields.items()
        }
    )


def described() -> Iterator[str]:
    """Every frame in Markdown: a heading, what a row is, and a table of its columns."""
    for name, frame in FRAMES.items():
        yield f"\n## {name}\n\n{frame.rows}\n\n| column | holds | meaning |\n| --- | --- | --- |"
        for column, field in frame.fields.items():
            may = ", or missing" if column in frame.missing else ""
            yield f"| `{column}` | {field.kind.name}{may} | {field.meaning} |"


FRAMES: Mapping[str, Frame] = {
    "lines": _frame(
        "One row per accepted line.",
        "file row return_id line measure quantity? unit headcount? bound area local_definition local_area_set "
        "organisation tier status evidence part_of derivation confidence public_note project period start end "
        "framework edition basis supersedes reason key marker programme place theme year held_in counted",
        {
            "bound": Field(TEXT, "at least, about, up to, or empty for an exact count."),
            "area": Field(TEXT, "ONS code of the area, where it is one."),
            "framework": Field(TEXT, "The framework it is counted under."),
            "reason": Field(TEXT, "Why its return replaced another."),
            "year": Field(TEXT, "Financial year of the last day."),
            "counted": Field(
                YES_NO,
                "no for a part of another line of the same measure, for a count on one day that was taken again "
                "since, and for a hidden line: these are in no sum of their measure. A part of a line of another "
                "measure is counted by its own measure; where both bring the same kind of value, it has no £ of "
                "that kind.",
            ),
        },
    ),
    "targets": _frame(
        "One row per target; one that another replaced is kept and is not current.",
        "file row owner target project measure quantity unit bound strength stated_on due words replaces part_of area "
        "local_definition local_area_set source confidence note framework edition key return_id status start end "
        "current held_in programme place theme year counted alone",
        {
            "quantity": Field(MILLIONTHS, "How much was promised."),
            "bound": Field(TEXT, "at least, about, up to, or empty."),
            "part_of": Field(TEXT, "The target that contains it."),
            "framework": Field(TEXT, "The framework it is counted under."),
            "key": Field(TEXT, "The target's name."),
            "start": Field(DAY, "First day; empty for a target."),
            "end": Field(DAY, "Last day."),
            "counted": Field(YES_NO, "yes for a current commitment that is no part of another of the same measure."),
        },
    ),
    "values": _frame(
        "One row per line or target and unit value of its framework.",
        "key unit_value kind counts_in factor gross deducted net real low? high? bound counted status return_id "
        "project programme framework measure theme area organisation year",
        {
            "key": Field(TEXT, "The line (project/period#line) or the target."),
            "area": Field(TEXT, "ONS code of the area that it counts in: that of `place` of the line or target."),
            "kind": Field(TEXT, "The kind of value; kinds are never added to each other."),
            "gross": Field(PENCE, "quantity x value_gbp x uprating, rounded half-up once."),
            "net": Field(PENCE, "gross_gbp less deducted_gbp."),
            "real": Field(PENCE, "Net, in the prices of real_year."),
            "low": Field(
                PENCE,
                "Net at the low end: with low_gbp of the unit value in place of value_gbp. Empty where the source "
                "gives none.",
            ),
            "high": Field(
                PENCE,
                "Net at the high end: with high_gbp of the unit value in place of value_gbp. Empty where the source"
                " gives none.",
            ),
            "bound": Field(
                TEXT,
                "at least, about, up to, or empty: what can be said of the quantity, and so of every £ of the row.",
            ),
            "counted": Field(
                YES_NO,
                "no for a target that is not a current commitment. A part of a line that brings the same kind of "
                "value has no row.",
            ),
            "return_id": Field(TEXT, "The return; empty for a target."),
            "year": Field(TEXT, "Financial year of delivery."),
        },
    ),
    "steps": _frame(
        "One row per value and adjustment, in the order in which they apply; they sum to deducted.",
        "key unit_value position adjustment effect rate share taken",
        {
            "key": Field(TEXT, "The line or the target."),
        },
    ),
    "totals": _frame(
        "One row per dimension (all, programme, project, return_id, measure, theme, area, organisation, year), "
        "member, kind and status: sums of the values that are counted and count in totals.",
        "dimension member kind status bound lines gross deducted net real low? high? suppressed",
        {
            "bound": Field(
                TEXT,
                "at least, about, up to, more or less, or empty: what can be said of the sum. That of its lines, exact "
                "ones aside; more or less, where they differ.",
            ),
            "lines": Field(COUNT, "How many lines or targets it sums."),
            "gross": Field(PENCE, "Before anything is taken off."),
            "deducted": Field(PENCE, "Taken off."),
            "net": Field(PENCE, "What is left."),
            "real": Field(PENCE, "Net, in the prices of real_year."),
            "low": Field(
                PENCE,
                "Net at the low end, a line without a range counting with its net. Empty where no line of the sum "
                "has a low end, and where a line has a high end alone: nobody knows its other end.",
            ),
            "high": Field(
                PENCE,
                "Net at the high end, a line without a range counting with its net. Empty where no line of the sum "
                "has a high end, and where a line has a low end alone: nobody knows its other end.",
            ),
        },
    ),
    "by_kind": _frame(
        "One row per dimension (as in totals), member and kind with a value, in the order of KINDS.",
        f"dimension member kind {SUMS}",
    ),
    "by_measure": _frame(
        "The same with each kind split up by framework and measure, in the order in which their lines come.",
        f"dimension member kind framework measure {SUMS}",
    ),
    "by_area": _frame(
        "The same for everything, each programme and project, with each kind split up by the area that lines name.",
        f"dimension member kind area {SUMS} on_map",
    ),
    "by_year": _frame(
        "The same as by_area, by financial year.",
        f"dimension member kind year {SUMS}",
    ),
    "deductions": _frame(
        "One row per dimension (as in by_area), member, kind and effect, in the order in which they are taken off "
        "what was delivered.",
        "dimension member kind effect taken bound remaining of_all lowest_share highest_share",
        {
            "effect": Field(TEXT, "What kind of deduction it is."),
            "taken": Field(PENCE, "What it took."),
        },
    ),
    "area_rates": _frame(
        "One row per kind and area; contracts are of projects in this area alone, of known value, with delivered "
        "value of the kind.",
        "kind area net bound per_person? contract? gained? gained_bound per_thousand?",
    ),
    "counts": _frame(
        "One row per dimension (as in totals), member, framework, measure and status: sums of counted lines and "
        "targets, of flows whose lines mean one thing by local; for a project or return of other flows too, and of "
        "counts on one day.",
        "dimension member framework measure status unit quantity bound lines suppressed",
        {
            "quantity": Field(MILLIONTHS, "How much."),
            "lines": Field(COUNT, "How many lines or targets it sums."),
            "suppressed": Field(COUNT, "How many lines of the same kind are hidden (marker c) and not in the sum."),
        },
    ),
    "counted": _frame(
        "One row per dimension (but all), member, framework and measure with a line; stocks, records "
        "and lines that mean different things by local stand where there is one line, and are "
        "never added.",
        "dimension member framework measure quantity? bound lines inside again hidden projects second_hand",
        {
            "quantity": Field(MILLIONTHS, "How much, of the lines that may be added."),
        },
    ),
    "project_counts": _frame(
        "The rows of counted for each project, of a programme, a measure or an area.",
        "dimension member project framework measure quantity? bound lines inside again hidden second_hand",
        {
            "quantity": Field(MILLIONTHS, "How much, of the project's lines that may be added."),
        },
    ),
    "delivery": _frame(
        "One row per project, framework and measure, or per promise that stands alone, by its target.",
        "project programme framework measure target theme unit promised? promised_bound due due_stated targets "
        "delivered? delivered_bound reported_to expected? share? rating why overdue overdue_since suppressed",
        {
            "target": Field(
                TEXT,
                "The promise, where the project made several in a measure that does not add up: each stands alone, "
                "and so does what answers it. Empty otherwise.",
            ),
            "due": Field(
                WHEN,
                "When it is due: the last year, month or day that a promise in it states, or for one that states none, "
                "the end of the project's contract or of its work, by which alone it is rated. A year or month is due "
                "on its last day.",
            ),
            "share": Field(MILLIONTHS, "Delivered as a share of what was promised."),
            "suppressed": Field(
                COUNT,
                "How many lines are hidden (marker c) and not in delivered; such a promise is not rated.",
            ),
        },
    ),
    "unvalued": _frame(
        "One row per line or target that adds no £ to any total.",
        "key reason facts",
        {
            "key": Field(TEXT, "The line or the target."),
        },
    ),
    "suppressed": _frame(
        "One row per line that is hidden, without its number; it is in no other frame than lines and unvalued, and "
        "in no sum.",
        "key framework measure status counted programme project return_id theme area organisation year reason",
    ),
    "places": _frame(
        "One row per project and place, however its rows name it.",
        "project area tile whole",
    ),
    "ledger": _frame(
        "One row per line and kind (empty for no £ at all) of each return that another one replaced.",
        "key return_id by reason programme project framework measure kind quantity_before? quantity_after? "
        "bound_before bound_after net_before net_after difference",
        {
            "key": Field(TEXT, "The line, by the return that was replaced: project/period#line."),
            "return_id": Field(TEXT, "The return that was replaced: project/period."),
            "reason": Field(TEXT, "Why it was replaced."),
            "kind": Field(TEXT, "The kind of value; empty for a line without a £ before and after."),
        },
    ),
    "at_current_edition": _frame(
        "One row per line or target that was signed under an earlier edition, and kind of value in the totals, of "
        "frameworks whose unit values differ by edition.",
        "key kind edition current_edition unit_value bound net_current net difference",
        {
            "key": Field(TEXT, "The line (project/period#line) or the promise."),
            "edition": Field(TEXT, "The edition that the contract was signed under."),
            "unit_value": Field(TEXT, "The unit value at the current edition; empty where it has none."),
            "net": Field(PENCE, "Net value as published, 0 where there is none."),
            "difference": Field(PENCE, "Current less published."),
        },
    ),
    "housing": _frame(
        "One row per housing site.",
        "site homes? bound counted",
    ),
    "zones": _frame(
        "One row per programme and zone.",
        "programme zone homes bound unknown",
    ),
    "homes": _frame(
        "One row per programme with sites.",
        "programme homes bound",
    ),
}
"""Every frame of the valuation, by the name of its field there."""
