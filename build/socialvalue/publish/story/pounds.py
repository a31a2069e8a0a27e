"""What can have a £ and why the rest has none; and whether the £ or the people lead on the front page."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.largest import counts
from socialvalue.publish.story.promises import by_measure
from socialvalue.publish.story.value_by_kind import DELIVERED, by_kind, delivered_values
from socialvalue.publish.story.worth import money, several_locals
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_n, _, _n
from socialvalue.publish.words.reasons import no_value
from socialvalue.publish.words.vocabulary import KIND
from socialvalue.records import KINDS, NoValue
from socialvalue.records.typed_rows import LineRow, SumRow, ValueRow

T = TypeVar("T", bound=Hashable)
ENOUGH = 25
"""Percent of the figures that need a £ beyond local spending for the £ to lead on the front page."""
MOST_STROKES = 300
"""With more lines than this, one stroke for each would be a grey field."""
SHARE = "percent"


class Lead(NamedTuple):
    """How many figures there are (one measure of one project each), and how many have a £ beyond local spending."""

    figures: int
    valued: int

    @property
    def pounds(self) -> bool:
        """Whether the £ leads. Figures, not lines: one that is sent in quarters is still one."""
        return self.valued * 100 >= self.figures * ENOUGH and self.valued > 0


def lead(site: Site) -> Lead:
    """Whether the £ leads on the front page, by the figures behind it."""
    known = [row for project in site.rows("projects") for row in by_measure(site, project["project"])]
    valued = {
        (row["project"], row["framework"], row["measure"]) for row in delivered_values(site) if row["kind"] != "local"
    }
    return Lead(len(known), sum((row["project"], row["framework"], row["measure"]) in valued for row in known))


def strokes(site: Site) -> list[ValueRow]:
    """Every line that has a £, by its first kind: key, kind and status; surest first within a kind."""
    first: dict[str, ValueRow] = {}
    for row in delivered_values(site):
        best = first.setdefault(row["key"], row)
        if KINDS.index(row["kind"]) < KINDS.index(best["kind"]):
            first[row["key"]] = row
    return sorted(first.values(), key=lambda row: (row["kind"] != "local", KINDS.index(row["kind"]), _sure(row)))


def keys(site: Site) -> list[Row]:
    """One row per kind that a line has a £ of, local spending first: kind, status, number (of lines) and words."""
    found = strokes(site)
    sums = {row["kind"]: row for row in by_kind(site)}
    kinds = list(dict.fromkeys(row["kind"] for row in found))
    return [
        {
            "kind": kind,
            "status": max((row for row in found if row["kind"] == kind), key=_sure)["status"],
            "number": sum(row["kind"] == kind for row in found),
            "words": _words(site, sums[kind], [row for row in found if row["kind"] == kind]),
        }
        for kind in kinds
    ]


def _sure(row: ValueRow) -> int:
    return DELIVERED.index(row["status"])


def _words(site: Site, total: SumRow, lines: Sequence[ValueRow]) -> tuple[str, str, str]:
    """What the lines of one kind are worth: the figure, a sentence, and the project that they are of, if it is one."""
    if total["kind"] == "local":
        sentence = _("It was kept nearby, and is not added value: most of it would have been spent anyway.")
        said = f"{sentence} {several_locals(site)}".strip()
        return _("Local spending: %(money)s.", money=money(total)), said, ""
    projects = {row["project"] for row in lines}
    names = {site.measure(row)["name"] for row in lines}
    what = names.pop() if len(names) == 1 else _("%(kind)s value", kind=KIND[total["kind"]].name)
    return f"{what}: {money(total)}.", "", projects.pop() if len(projects) == 1 else ""


class _Unvalued(LineRow):
    """A line without a £, and the sentence that says why."""

    words: str


class Reason(NamedTuple):
    """Why some lines have no £: how many, and the rest of the sentence that begins with their number."""

    number: int
    words: str


def reasons(site: Site) -> list[Reason]:
    """Why lines have no £, the most frequent reason first."""
    return sorted(_reasons(site), key=lambda reason: (-reason.number, reason.words))


def _reasons(site: Site) -> Iterator[Reason]:
    groups: dict[str, list[_Unvalued]] = {}
    for line in site.lines():
        why = site.one("unvalued", line["key"])
        if why:
            shares = line["unit"] == SHARE and why["reason"] in (NoValue.NO_UNIT_VALUE, NoValue.RECORD)
            groups.setdefault(SHARE if shares else why["reason"], []).append(
                {**line, "words": no_value(why["reason"], why["facts"])}
            )
    for reason, lines in groups.items():
        yield Reason(len(lines), _why(site, reason, lines))


SHORTER: dict[str, tuple[str, str]] = {
    NoValue.PART: N_n("lies inside a line that has its £.", "lie inside lines that have their £."),
    NoValue.RECORD: N_n(
        "is kept as a record, never added up or priced.", "are kept as records, never added up or priced."
    ),
    NoValue.OTHER_YEARS: N_n("is for a year without an open value.", "are for years without an open value."),
    NoValue.FEW: N_n(
        "is hidden, because few people stand behind it.", "are hidden, because few people stand behind them."
    ),
}
"""What the front page says for reasons that many lines can share, by the number of them."""


def _projects(lines: Sequence[_Unvalued], named: Callable[[_Unvalued], T]) -> Counter[T]:
    """How many projects have a line of each name: the same however a project cuts its lines or its periods."""
    return Counter(name for name, _project in {(named(line), line["project"]) for line in lines})


def _why(site: Site, reason: str, lines: Sequence[_Unvalued]) -> str:
    if reason == SHARE:
        often = _projects(lines, lambda line: (line["framework"], line["measure"]))
        example = min(
            lines,
            key=lambda line: (
                -often[line["framework"], line["measure"]],
                counts(site, line),
                -(line["quantity"] or 0),
                line["key"],
            ),
        )
        share = figures.quantity(example["quantity"] or 0, site.unit(example))
        return _n(
            "is a share, such as %(share)s (%(what)s). A share has no amount to value.",
            "are shares, such as %(share)s (%(what)s). A share has no amount to value.",
            len(lines),
            share=share,
            what=counts(site, example),
        )
    if reason == NoValue.NO_UNIT_VALUE:
        names = _projects(lines, lambda line: counts(site, line))
        first = sorted(names, key=lambda name: (-names[name], name))[:3]
        return _n(
            "counts something for which no open source gives a £: %(what)s.",
            "count something for which no open source gives a £, such as %(what)s.",
            len(lines),
            what=figures.listing(first),
        )
    if reason in SHORTER:
        return _n(*SHORTER[reason], len(lines))
    return _n("has none for this reason: %(why)s", "have none for this reason: %(why)s", len(lines), why=_reason(lines))


def _reason(lines: Sequence[_Unvalued]) -> str:
    """The one sentence that says why, or that each line says why."""
    words = {line["words"] for line in lines}
    return words.pop() if len(words) == 1 else _("each line says why.")
