"""The rows of those frames that code takes one by one, as dictionaries whose keys and cells mypy knows.

A test holds each to the dictionary of fields: the same columns, and cells of the kind that is said there.
"""

from typing import TypedDict


class LineRow(TypedDict):
    """A row of `lines`: one accepted line."""

    file: str
    row: int
    return_id: str
    line: int
    measure: str
    quantity: int | None
    unit: str
    headcount: int | None
    bound: str
    area: str
    local_definition: str
    local_area_set: str
    organisation: str
    tier: str
    status: str
    evidence: str
    part_of: str
    derivation: str
    confidence: str
    public_note: str
    project: str
    period: str
    start: str
    end: str
    framework: str
    edition: str
    basis: str
    supersedes: str
    reason: str
    key: str
    marker: str
    programme: str
    place: str
    theme: str
    year: str
    held_in: str
    counted: bool


class TargetRow(TypedDict):
    """A row of `targets`: one promise or forecast, also one that another replaced."""

    file: str
    row: int
    owner: str
    target: str
    project: str
    measure: str
    quantity: int
    unit: str
    bound: str
    strength: str
    stated_on: str
    due: str
    words: str
    replaces: str
    part_of: str
    area: str
    local_definition: str
    local_area_set: str
    source: str
    confidence: str
    note: str
    framework: str
    edition: str
    key: str
    return_id: str
    status: str
    start: str
    end: str
    current: bool
    held_in: str
    programme: str
    place: str
    theme: str
    year: str
    counted: bool
    alone: bool


class ValueRow(TypedDict):
    """A row of `values`: what a line or target is worth by one unit value, in whole pence."""

    key: str
    unit_value: str
    kind: str
    counts_in: str
    factor: str
    gross: int
    deducted: int
    net: int
    real: int
    low: int | None
    high: int | None
    bound: str
    counted: bool
    status: str
    return_id: str
    project: str
    programme: str
    framework: str
    measure: str
    theme: str
    area: str
    organisation: str
    year: str


class DeliveryRow(TypedDict):
    """A row of `delivery`: what a project delivered of a measure, and of what it promised, in whole millionths."""

    project: str
    programme: str
    framework: str
    measure: str
    target: str
    theme: str
    unit: str
    promised: int | None
    promised_bound: str
    due: str
    due_stated: bool
    targets: int
    delivered: int | None
    delivered_bound: str
    reported_to: str
    expected: int | None
    share: int | None
    rating: str
    why: str
    overdue: bool
    overdue_since: str
    suppressed: int


class LedgerRow(TypedDict):
    """A row of `ledger`: what a correction changed of one line and kind of value."""

    key: str
    return_id: str
    by: str
    reason: str
    programme: str
    project: str
    framework: str
    measure: str
    kind: str
    quantity_before: int | None
    quantity_after: int | None
    bound_before: str
    bound_after: str
    net_before: int
    net_after: int
    difference: int


class CountRow(TypedDict):
    """A row of `counts`: a sum of quantities of one measure and status."""

    dimension: str
    member: str
    framework: str
    measure: str
    status: str
    unit: str
    quantity: int
    bound: str
    lines: int
    suppressed: int


StatusColumns = TypedDict("StatusColumns", {"verified": int, "evidenced": int, "self-reported": int})
"""How much was delivered of each status."""


class SumRow(StatusColumns):
    """A row of `by_kind`: a sum of money of one kind, whole and by status, in whole pence."""

    dimension: str
    member: str
    kind: str
    committed: int
    with_promises: int
    net: int
    gross: int
    real: int
    low: int | None
    high: int | None
    bound: str
    lines: int


TYPED = {
    "lines": LineRow,
    "targets": TargetRow,
    "values": ValueRow,
    "delivery": DeliveryRow,
    "ledger": LedgerRow,
    "counts": CountRow,
    "by_kind": SumRow,
}
"""The type of a row by the name of its frame."""
