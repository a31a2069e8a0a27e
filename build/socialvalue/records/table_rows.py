"""The rows of tables that come in and that code takes one by one, as dictionaries whose keys and cells mypy knows.

A test holds each to its table's schema. Numbers with decimals are whole millionths; a text that is missing is empty.
"""

from typing import TypedDict


class Measure(TypedDict):
    """A row of `measures`: what a framework counts, and how."""

    file: str
    row: int
    owner: str
    measure: str
    name: str
    plain_name: str
    what_counts: str
    what_does_not: str
    unit: str
    theme: str
    adds_up: str
    needs_headcount: bool
    sensitivity: str
    disadvantaged: bool
    local: bool
    needs_narrative: bool
    no_value_reason: str
    how_others_do_it: str
    replaced_by: str
    retired_on: str
    note: str


class Project(TypedDict):
    """A row of `projects`."""

    file: str
    row: int
    owner: str
    project: str
    name: str
    programme: str
    part_of: str
    kind: str
    what_it_is: str
    promoter: str
    total_cost_gbp: int | None
    total_cost_bound: str
    grant_gbp: int | None
    grant_bound: str
    contract_gbp: int | None
    start: str
    completion: str
    contract_start: str
    contract_end: str
    local_area_set: str
    framework: str
    edition: str
    source: str
    confidence: str
    note: str
    renamed_from: str


class StatedFigure(TypedDict):
    """A row of `published-figures`: a total that a public document states."""

    file: str
    row: int
    owner: str
    figure: str
    programme: str
    project: str
    as_written: str
    amount_gbp: int
    bound: str
    what: str
    strength: str
    period: str
    period_start: str
    period_end: str
    method: str
    known: str
    not_known: str
    missing: str
    compare_with: str
    stated_on: str
    source: str
    confidence: str
    note: str


class Model(TypedDict):
    """A row of `models`: a national model that measures are arranged by."""

    file: str
    row: int
    owner: str
    model: str
    name: str
    short_name: str
    document: str
    by: str
    system: str
    what_it_is: str
    who_uses: str
    begins: str
    from_gbp: int | None
    weighting_percent: int | None
    large_from_gbp: int | None
    large_weighting_percent: int | None
    large_kpis: int | None
    publisher: str
    address: str
    licence: str
    confidence: str
    note: str


class ModelPart(TypedDict):
    """A row of `model-parts`: a part of one."""

    file: str
    row: int
    owner: str
    model: str
    part: str
    level: str
    within: str
    words: str
    place: int
    address: str
    confidence: str
    note: str


TABLES = {
    "measures": Measure,
    "projects": Project,
    "published-figures": StatedFigure,
    "models": Model,
    "model-parts": ModelPart,
}
"""The type of a row by the name of its table."""
