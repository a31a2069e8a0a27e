"""What a project delivered, measure by measure, and beside it what it promised and how that is rated."""

from collections.abc import Mapping, Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.corrections import ledger_place
from socialvalue.publish.story.dates import other_ends
from socialvalue.publish.story.value_by_kind import DELIVERED, hue
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _
from socialvalue.records import NoRating
from socialvalue.records.typed_rows import CountRow, DeliveryRow, StatusColumns, TargetRow

EARLY = (NoRating.NOT_DUE, NoRating.NOT_SINCE)
"""Why a promise of a count on one day or of a share is not met yet, though there is as much: its day is to come."""


class MeasureRow(DeliveryRow, StatusColumns):
    """A row of `delivery` with what is behind it: its part of each status (millionths), how many lines, their days.

    `revised` is where the ledger tells of a line that a correction changed, or empty.
    """

    name: str
    adds_up: str
    hue: str
    lines: int
    start: str
    end: str
    revised: str


class PromiseRow(MeasureRow):
    """A promise: its steps (of its profile, the first one due first), words, sources, and whether it is met.

    `about` says in words what a commitment that stands alone is about, `undated` how many of the commitments that it
    sums state no day, and `ends` in words what day they are rated by: the end of the contract, or of the work.
    """

    steps: list[Row]
    words: str
    sources: list[tuple[str, str]]
    about: str
    met: bool
    undated: int
    ends: str


def by_measure(site: Site, project: str) -> list[MeasureRow]:
    """One row per measure with something delivered: the row of the delivery table (of several promises that stand alone
    the first one's), and

    name, adds_up, hue, one column for each status (its part of delivered, millionths), lines (how many are behind
    it), start and end of what they cover, revised (where the ledger tells of one that a correction changed, or empty).
    """
    found: dict[tuple[str, str], MeasureRow] = {}
    for row in _rows(site, project):
        if row["lines"]:
            found.setdefault((row["framework"], row["measure"]), row)
    return list(found.values())


def promises(site: Site, project: str) -> list[PromiseRow]:
    """One row per measure with a standing commitment, or per commitment that stands alone: by_measure's columns, and

    steps (of its profile, the first one due first), words, sources, met, and about (what a commitment that stands alone
    is about, in words).

    A replaced target, a part of another and a forecast are not promises.
    """
    return [_promise(site, row, mine) for row in _rows(site, project) if (mine := _promised(site, row))]


def of_measure(site: Site, measure: Row) -> list[DeliveryRow]:
    """The promises by a measure of a framework, each once, however many commitments state it. Forecasts and what
    was replaced are none."""
    found = site.delivery("measure", measure["measure"])
    return [row for row in found if row["framework"] == measure["owner"] and row["promised"] is not None]


def answered(promise: PromiseRow) -> bool:
    """Whether anything was published about a promise: also what can't be added up, or is hidden."""
    return promise["delivered"] is not None or promise["suppressed"] > 0 or promise["lines"] > 0


def _promised(site: Site, row: MeasureRow) -> list[TargetRow]:
    """The commitments that a row of the delivery table is about."""
    return [
        target
        for target in site.targets("project", row["project"])
        if target["counted"] and same_measure(target, row) and row["target"] in ("", target["key"])
    ]


def _promise(site: Site, row: MeasureRow, mine: Sequence[TargetRow]) -> PromiseRow:
    about = _about(site, mine[0]) if row["target"] else ""
    return {
        **row,
        "name": _("%(measure)s (%(about)s)", measure=row["name"], about=about) if about else row["name"],
        "steps": sorted(
            (step for target in mine for step in site.rows("target-profiles", "target", target["target"])),
            key=lambda step: (step["by"], step["quantity"]),
        ),
        "words": " ".join(target["words"] for target in mine if target["words"]),
        "sources": list(dict.fromkeys((target["source"], target["confidence"]) for target in mine)),
        "about": about,
        "undated": sum(not target["due"] for target in mine),
        "ends": _ends(site, site.one("projects", row["project"])),
        "met": row["delivered"] is not None and row["delivered"] >= (row["promised"] or 0) and row["why"] not in EARLY,
    }


def _ends(site: Site, project: Row) -> str:
    """What a promise without a day is rated by, with the other ends of the work that sources state."""
    if project["contract_end"]:
        return _("the end of the contract")
    if others := other_ends(site, project):
        return _("the end of the work, which is stated as %(others)s too", others=figures.listing(others))
    return _("the end of the work")


def _about(site: Site, target: TargetRow) -> str:
    """What tells a promise from another of its project and measure: where or for whom it is, or when it was made."""
    return (
        target["local_definition"]
        or site.one("areas", target["area"]).get("name")
        or target["words"]
        or (_("by %(day)s", day=days.day(target["due"])) if target["due"] else "")
        or (_("stated %(day)s", day=days.day(target["stated_on"])) if target["stated_on"] else target["key"])
    )


def same_measure(one: Row, other: Row) -> bool:
    """Whether two rows count by the same measure of the same framework."""
    return bool((one["framework"], one["measure"]) == (other["framework"], other["measure"]))


def due_in_steps(row: PromiseRow, units: Row) -> str:
    """When the promise is due, and how much of it was due on the way: by the day of its last step, where it is one."""
    by = due_said(row)
    if row["expected"] is None or row["expected"] == row["promised"]:
        return by
    part = figures.bounded(figures.quantity(row["expected"], units), row["promised_bound"])
    passed = [step["by"] for step in row["steps"] if step["by"] <= row["reported_to"]]
    if row["targets"] == 1 and passed:
        return _("%(by)s; %(part)s of it by %(step)s", by=by, part=part, step=days.day(max(passed)))
    return _("%(by)s; %(part)s of it was due when last reported on", by=by, part=part)


def due_said(row: PromiseRow) -> str:
    """By when it was promised; where nobody gave a day, that, and the day that it is rated by, where one is."""
    if row["due_stated"]:
        return _("by %(day)s", day=days.day(row["due"]))
    none = _("no day given") if row["undated"] == row["targets"] else _("no day given for a part of it")
    if not row["due"] or (row["expected"] is None and row["why"] not in EARLY):
        return none
    day = days.day(row["due"])
    if row["undated"] == row["targets"]:
        return _("%(none)s; taken as due by %(day)s, %(ends)s", none=none, day=day, ends=row["ends"])
    return _("%(none)s; the last is taken as due by %(day)s", none=none, day=day)


def _by_status(counts: Mapping[tuple[str, str, str], CountRow], framework: str, measure: str) -> StatusColumns:
    """What was delivered of a measure, by status."""
    verified, evidenced, reported = (
        counts[key]["quantity"] if (key := (framework, measure, name)) in counts else 0 for name in DELIVERED
    )
    return {"verified": verified, "evidenced": evidenced, "self-reported": reported}


def _rows(site: Site, project: str) -> list[MeasureRow]:
    lines = [line for line in site.lines("project", project) if line["counted"]]
    counts = {(row["framework"], row["measure"], row["status"]): row for row in site.counts("project", project)}
    found: list[MeasureRow] = []
    for row in site.delivery("project", project):
        measure = site.measure(row)
        mine = [line for line in lines if same_measure(line, row)]
        key = row["framework"], row["measure"]
        changed = (ledger_place(site, line) for line in mine)
        found.append(
            {
                **row,
                "name": measure["name"],
                "adds_up": measure["adds_up"],
                "hue": hue(site, row),
                **_by_status(counts, *key),
                "lines": len(mine),
                "start": min((line["start"] for line in mine), default=""),
                "end": max((line["end"] for line in mine), default=""),
                "revised": next(filter(None, changed), ""),
            }
        )
    return found
