"""The answers that pages of every kind give first: what was counted, what it is worth, how sure that is."""

from collections.abc import Sequence
from typing import Any

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.part_of import parts_of
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind, leading
from socialvalue.publish.story.worth import kind_name, worth_besides
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n
from socialvalue.records import MILLION
from socialvalue.records.typed_rows import LineRow

Answer = dict[str, Any]
PEOPLE_FIRST = {"headcount": 0, "jobs": 0, "gbp": 2, "percent": 3}
ONE_BY_ONE = ("headcount", "jobs", "businesses", "homes", "properties", "households", "schools")
"""Units of what two projects can both have helped: who counts one can’t know that another counted it, too."""
ALSO = 3
"""How many more figures the sentence after the largest one names."""


def came(site: Site, delivered: Sequence[Row], lines: Sequence[LineRow] = ()) -> Answer:
    """What was counted: the figure that is understood first, and some more. Rows have name, delivered (millionths, or
    None), delivered_bound, unit and framework; hidden is false where a figure is missing because it is never added;
    projects, where there can be several, is how many a figure adds up. Where there is none, `lines` are what is known:
    figures that are inside others."""
    if not delivered and (parts := parts_of(site, lines)):
        return _part(site, parts)
    if not delivered:
        said = _("Its figures are inside others or hidden, so they are in no sum. Each line says which.")
        return answer(_("Counted"), _("In no sum"), "", said, nil=True)
    known = sorted((row for row in delivered if row["delivered"] is not None), key=understood_first)
    if not known and not all(row.get("hidden", True) for row in delivered):
        apart = _("Its figures are never added up. Each stands by itself below.")
        return answer(_("Counted"), _("Not added up"), "", apart, nil=True)
    if not known:
        hidden = _("Few people stand behind its figures, so they are hidden [c].")
        return answer(_("Counted"), _("Hidden"), "", hidden, nil=True)
    first, *others = known
    number, small = number_of(site, first)
    also = [_figure(site, row) for row in others[:ALSO]]
    rest = len(others) - len(also)
    words = [figures.sentence(first["name"])]
    if also:
        words.append(_("And %(figures)s.", figures=figures.listing(also)))
    if rest:
        words.append(_n("%(num)s more below.", "%(num)s more below.", rest))
    words.append(twice(site, known[: 1 + ALSO]))
    return answer(_("Counted"), number, small, " ".join(filter(None, words)), bound=first["delivered_bound"])


def _part(site: Site, parts: Sequence[tuple[Row, str]]) -> Answer:
    """The figure that is understood first of those that are part of others, and of which one."""
    (first, whole), *others = sorted(parts, key=lambda part: understood_first(part[0]))
    number, small = number_of(site, first)
    counted = _("It is %(part)s, and counted there.", part=whole)
    more = _n("%(num)s more below.", "%(num)s more below.", len(others)) if others else ""
    words = " ".join(filter(None, (figures.sentence(first["name"]), counted, more)))
    return answer(_("Counted"), number, small, words, bound=first["delivered_bound"])


def twice(site: Site, rows: Sequence[Row]) -> str:
    """That people, jobs and what else is counted one by one may be the same where a figure adds up several projects;
    empty where none of these figures does."""
    added = {row["unit"]: site.unit(row)["many"] for row in rows if row.get("projects", 1) > 1}
    things = [added[unit] for unit in ONE_BY_ONE if unit in added]
    if not things:
        return ""
    return _("Some %(things)s may count twice, because several projects are added up.", things=figures.listing(things))


def number_of(site: Site, row: Row) -> tuple[str, str]:
    """The number of a figure and what stands small after it."""
    if row["unit"] == "gbp":
        return figures.pounds_short(row["delivered"] * 100 // MILLION), ""
    return figures.quantity_parts(row["delivered"], site.unit(row))


def _figure(site: Site, row: Row) -> str:
    """A figure with what it counts, inside a sentence: 31 qualifications gained; 105 weeks (apprenticeship weeks)."""
    number, unit = number_of(site, row)
    said = figures.bounded(" ".join(filter(None, (number, unit))), row["delivered_bound"])
    if unit and figures.inside(row["name"]).startswith(unit):
        return figures.bounded(f"{number} {figures.inside(row['name'])}", row["delivered_bound"])
    return _("%(figure)s (%(measure)s)", figure=said, measure=figures.inside(row["name"]))


def understood_first(row: Row) -> tuple[bool, int, int]:
    """People and jobs, then other counts, money, and shares last; the largest of each first. What is the most that
    it can be comes after what is counted."""
    return row["delivered_bound"] in figures.MAY_BE_NOTHING, PEOPLE_FIRST.get(row["unit"], 1), -row["delivered"]


def worth(site: Site, dimension: str, member: str, counted: int = 0) -> Answer:
    """What it is worth: the largest kind beyond local spending. `counted` is how many measures have no £ at all."""
    kinds = [row for row in by_kind(site, dimension, member) if row["net"]]
    question, top = _("Worth"), leading(kinds)
    if not kinds:
        said = _("Nothing delivered here has a £ of ours: each line says why. That doesn’t mean it is worth nothing.")
        return answer(question, _("No £ of ours"), "", said, nil=True)
    more = _n("%(num)s more measure counted, with no £.", "%(num)s more measures counted, with no £.", counted)
    words = [worth_besides(site, dimension, member), more if counted else ""]
    if top is None:
        return answer(question, _("No £"), _("beyond local spending"), " ".join(filter(None, words)), nil=True)
    words = [_("of %(kind)s value.", kind=kind_name(top)), *words]
    return answer(question, figures.pounds_short(top["net"]), "", " ".join(filter(None, words)), bound=top["bound"])


def second_hand(lines: Sequence[Row]) -> str:
    """How many lines were read second-hand, where it isn't said before how many there are; empty where none was."""
    second, whole = sum(1 for line in lines if line["confidence"] == "B"), len(lines)
    if second == whole:
        return _n("It was read second-hand.", "All were read second-hand.", whole)
    return _n("%(num)s was read second-hand.", "%(num)s were read second-hand.", second) if second else ""


def sure(lines: Sequence[Row]) -> Answer:
    """The least sure of its lines, with its sign; then how many rest on what."""
    least = next(name for name in reversed(DELIVERED) if any(line["status"] == name for line in lines))
    shown, whole = sum(1 for line in lines if line["status"] != "self-reported"), len(lines)
    words = _n(
        "%(num)s line, on the word of those who did the work.",
        "%(num)s lines, each on the word of those who did the work.",
        whole,
    )
    if shown:
        words = _n(
            "%(num)s of %(lines)s rests on a document or an independent check.",
            "%(num)s of %(lines)s rest on a document or an independent check.",
            shown,
            lines=figures.several(whole, "line"),
        )
    hand = second_hand(lines)
    part = _("in part") if any(line["status"] != least for line in lines) else ""
    return {**answer(_("How sure"), "", part, f"{words} {hand}".strip()), "status": least}


def answer(
    question: str, answer: str, small: str, words: str, said: bool = False, nil: bool = False, bound: str = ""
) -> Answer:
    """A question with its answer, as macros/answers.jinja shows them."""
    return {
        "question": question,
        "bound": figures.bound_alone(bound),
        "answer": answer,
        "small": small,
        "words": words,
        "said": said,
        "nil": nil,
        "status": "",
    }
