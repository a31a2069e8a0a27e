"""The dictionary of fields: what each column of a frame is called, what it holds, in which unit, and what it means.

The words of the published schemas, the page of frames for those who change the program, and the test of what every
frame looks like are all made from it. Where a frame means something narrower by a name, frames.py says so.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """What cells hold, how a frame types them, and their unit."""

    name: str
    holds: str
    """text, whole number, or yes or no."""


TEXT = Kind("text", "text")
TEXTS = Kind("texts", "text")
DAY = Kind("day, as ISO text; empty for none", "text")
WHEN = Kind("year, month or day, as ISO text; empty for none", "text")
"""As a source states it: whoever needs a day takes the last one of it."""
YES_NO = Kind("yes or no", "yes or no")
COUNT = Kind("count", "whole number")
MILLIONTHS = Kind("whole millionths", "whole number")
PENCE = Kind("whole pence", "whole number")
POUNDS = Kind("whole pounds", "whole number")


class Field(NamedTuple):
    """A column: its kind and what it means, in a sentence."""

    kind: Kind
    meaning: str


FIELDS: Mapping[str, Field] = {
    "adjustment": Field(TEXT, "The adjustment."),
    "again": Field(COUNT, "How many are counts on one day that were taken again since."),
    "alone": Field(
        YES_NO,
        "Whether it is one of several commitments of its project in a measure that does not add up.",
    ),
    "area": Field(TEXT, "ONS code of the area."),
    "basis": Field(TEXT, "Submitted by the project, or compiled from public statements."),
    "bound": Field(TEXT, "at least, about, up to, more or less, or empty: what can be said of the sum."),
    "by": Field(TEXT, "The return that replaced it. A line keeps its number."),
    "committed": Field(PENCE, "Net value of this status."),
    "confidence": Field(TEXT, "A: first-hand. B: second-hand."),
    "contract": Field(POUNDS, "Contracts of the projects that are in this area alone."),
    "counted": Field(YES_NO, "Whether it would be in a sum."),
    "counts_in": Field(TEXT, "Part of the totals, or shown beside them."),
    "current": Field(YES_NO, "no where another target replaced it."),
    "current_edition": Field(TEXT, "The framework's current edition."),
    "deducted": Field(PENCE, "The sum of the steps."),
    "delivered": Field(MILLIONTHS, "Delivered so far; empty where nothing is reported."),
    "delivered_bound": Field(TEXT, "at least, about, up to, more or less, or empty."),
    "derivation": Field(TEXT, "How the quantity was worked out."),
    "difference": Field(PENCE, "After less before."),
    "dimension": Field(TEXT, "What the sum is by."),
    "due": Field(WHEN, "When it is due."),
    "due_stated": Field(YES_NO, "yes where every promise in it states its own year, month or day."),
    "edition": Field(TEXT, "The edition of the framework that it was signed under."),
    "effect": Field(TEXT, "What is taken off."),
    "end": Field(DAY, "Last day of the period."),
    "evidence": Field(TEXT, "The evidence, by its name within the return."),
    "evidenced": Field(PENCE, "Net value of this status."),
    "expected": Field(MILLIONTHS, "What was due by then; empty where nothing says how much."),
    "facts": Field(TEXTS, "What the sentence for the reason needs, such as a framework’s own words; often none."),
    "factor": Field(
        TEXT,
        "What quantity x value_gbp is multiplied by, as an exact fraction: the prices of year against those of "
        "price_year; and where they apply, the part of the year, the years that a benefit lasts, and the share of"
        " the quantity that falls into the first 12 months.",
    ),
    "file": Field(TEXT, "Where it stands: the file below the data folder."),
    "framework": Field(TEXT, "The framework."),
    "gained": Field(PENCE, "Net value of those projects, wherever it went."),
    "gained_bound": Field(TEXT, "What can be said of gained."),
    "gross": Field(PENCE, "Gross value of what was delivered."),
    "headcount": Field(COUNT, "People behind the quantity, where given."),
    "held_in": Field(TEXT, "The key of the row that holds it, in the return or target that stands now."),
    "hidden": Field(COUNT, "How many are hidden."),
    "high": Field(PENCE, "Net at the high end, of what was delivered."),
    "highest_share": Field(TEXT, "The most."),
    "homes": Field(COUNT, "How many homes."),
    "inside": Field(COUNT, "How many lines are part of another line."),
    "key": Field(TEXT, "The return and the line: project/period#line."),
    "kind": Field(TEXT, "The kind of value."),
    "line": Field(COUNT, "The line's number within its return."),
    "lines": Field(COUNT, "How many lines of what was delivered it sums."),
    "local_area_set": Field(TEXT, "The same as a set of areas."),
    "local_definition": Field(TEXT, "What local means here."),
    "low": Field(PENCE, "Net at the low end, of what was delivered."),
    "lowest_share": Field(TEXT, "The least that a step of it took of what was left: an exact fraction."),
    "marker": Field(
        TEXT,
        "c: hidden, because so few people stand behind it that somebody could be recognised. r: revised.",
    ),
    "measure": Field(TEXT, "The measure."),
    "member": Field(TEXT, "Which one."),
    "net": Field(PENCE, "Net value of what was delivered: all statuses but committed."),
    "net_after": Field(PENCE, "Net value after it."),
    "net_before": Field(PENCE, "Net value before the correction, by the method of today."),
    "net_current": Field(PENCE, "Net value at the current edition."),
    "note": Field(TEXT, "What a reader should know."),
    "of_all": Field(YES_NO, "Whether all that the kind sums had it; no where it took from a part alone."),
    "on_map": Field(PENCE, "Net value of all areas with a tile."),
    "organisation": Field(TEXT, "Who delivered it."),
    "overdue": Field(YES_NO, "yes where it is due and not delivered."),
    "overdue_since": Field(
        WHEN, "The first year, month or day that a promise states by whose end less came than was promised by then."
    ),
    "owner": Field(TEXT, "Whose table it is from; empty for the register."),
    "part_of": Field(
        TEXT,
        "The line that contains it, by its key: project/period#line. Of a return that was corrected, the line of "
        "the correction.",
    ),
    "per_person": Field(PENCE, "Net value for each person who lives there."),
    "per_thousand": Field(PENCE, "Net value for each £1,000 of those contracts."),
    "period": Field(TEXT, "The folder of its return."),
    "place": Field(TEXT, "ONS code of the area that it counts in: its own, else the only one of its project."),
    "position": Field(COUNT, "The order in which steps apply."),
    "programme": Field(TEXT, "The project's main programme."),
    "project": Field(TEXT, "The project."),
    "projects": Field(COUNT, "How many projects they are of: those that are added, where some are."),
    "promised": Field(MILLIONTHS, "Current commitments; empty where there are none."),
    "promised_bound": Field(TEXT, "at least, about, up to, more or less, or empty."),
    "public_note": Field(TEXT, "What a reader should know."),
    "quantity": Field(MILLIONTHS, "How much was delivered in the period; empty where it is hidden (marker c)."),
    "quantity_after": Field(MILLIONTHS, "How much the correction says; empty where it has no such line."),
    "bound_before": Field(TEXT, "at least, about, up to, or empty: of the quantity before, and so of its £."),
    "bound_after": Field(TEXT, "at least, about, up to, or empty: of the quantity after, and so of its £."),
    "quantity_before": Field(MILLIONTHS, "How much the return said; empty where it had no such line."),
    "rate": Field(
        MILLIONTHS,
        "The rate of the adjustment, from 0 to 1. Of drop-off and discounting it is a rate for each year after "
        "the first, where a benefit lasts for several.",
    ),
    "rating": Field(TEXT, "The rating."),
    "real": Field(PENCE, "Net value of what was delivered, in prices of the base year."),
    "reason": Field(TEXT, "The kind of reason."),
    "remaining": Field(PENCE, "What it left of gross."),
    "replaces": Field(TEXT, "The earlier target that it replaces."),
    "reported_to": Field(DAY, "The last day that the measure was reported on; empty where it never was."),
    "return_id": Field(TEXT, "The return: project/period."),
    "row": Field(COUNT, "Its row there, as a spreadsheet shows it."),
    "second_hand": Field(YES_NO, "Whether one was read second-hand."),
    "self-reported": Field(PENCE, "Net value of this status."),
    "share": Field(
        TEXT,
        "The part of what the step before left that this step took, as an exact fraction. gross_gbp times what "
        "each share leaves is net_gbp, rounded half-up once.",
    ),
    "site": Field(TEXT, "The housing site."),
    "source": Field(TEXT, "The source."),
    "start": Field(DAY, "First day of the period."),
    "stated_on": Field(DAY, "When it was stated."),
    "status": Field(TEXT, "How sure it is."),
    "strength": Field(TEXT, "A commitment, or a forecast."),
    "supersedes": Field(TEXT, "The return that its return replaced."),
    "suppressed": Field(
        COUNT,
        "How many lines of this member and status, of any kind of value, are hidden (marker c) and not in the sum.",
    ),
    "taken": Field(PENCE, "What this step took off."),
    "target": Field(TEXT, "The target's name."),
    "targets": Field(COUNT, "How many commitments it sums."),
    "theme": Field(TEXT, "The theme of the measure."),
    "tier": Field(TEXT, "Where that organisation stands in the supply chain."),
    "tile": Field(TEXT, "The area on the map of tiles that it counts in."),
    "unit": Field(TEXT, "The unit."),
    "unit_value": Field(TEXT, "The unit value."),
    "unknown": Field(COUNT, "How many counted sites have no number."),
    "verified": Field(PENCE, "Net value of this status."),
    "whole": Field(YES_NO, "Whether the project covers an area larger than a tile."),
    "why": Field(TEXT, "Why there is none, for other."),
    "with_promises": Field(PENCE, "Net value of all statuses."),
    "words": Field(TEXT, "What exactly was promised."),
    "year": Field(TEXT, "The financial year."),
    "zone": Field(TEXT, "The zone of the programme."),
}
"""Every column of every frame of the valuation, by its name."""
