"""Put the explanation of a £ into plain words: sentences, and the working as on paper.

The command `explain` and the pages say the same: both take these sentences and rows.
"""

from collections.abc import Iterator
from fractions import Fraction

from socialvalue.domain.rounding import half_up
from socialvalue.domain.years import financial_year
from socialvalue.publish.site import Site
from socialvalue.publish.story.working_on_paper import TAKEN_OFF, Paper, amount_of, kind_of, paper
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import N_, _, _n
from socialvalue.publish.words.linked_sentence import Led, Sentence
from socialvalue.publish.words.reasons import no_value
from socialvalue.publish.words.vocabulary import EFFECT, STATUS
from socialvalue.records import MILLION, Explanation, Place, Working, WorkingRow

TO_WHOM = {
    "fiscal": N_("One %(unit)s was worth %(pounds)s to the public purse in %(year)s prices [%(source)s; %(row)s]."),
    "economic": N_("One %(unit)s was worth %(pounds)s to the economy in %(year)s prices [%(source)s; %(row)s]."),
    "wellbeing": N_(
        "One %(unit)s was worth %(pounds)s in people’s wellbeing in %(year)s prices [%(source)s; %(row)s]."
    ),
    "environmental": N_(
        "One %(unit)s was worth %(pounds)s to the environment in %(year)s prices [%(source)s; %(row)s]."
    ),
    "community": N_("One %(unit)s was worth %(pounds)s to the community in %(year)s prices [%(source)s; %(row)s]."),
    "local": N_("One %(unit)s was worth %(pounds)s to the local economy in %(year)s prices [%(source)s; %(row)s]."),
}
"""What one of the unit is worth, by kind of value."""
LIMITS = (
    Sentence(N_("What it is not: nobody measured what would have happened without the project. A return has no "
             "comparison group, and what we take off is a standard share.")),
    Sentence(N_("What has no open £ value is counted, and is not in it.")),
    Sentence(N_("Kinds of value are never added to each other.")),
)  # fmt: skip
"""Said beside every £."""
LAST_YEAR = N_(
    "The period covers more than one financial year, and nobody says how much came in each. All of it is in the prices "
    "of the last, %(year)s."
)
UNCHECKED = Sentence(N_("Those who did the work say so, and nobody has checked it."))
LOCAL = Sentence(
    N_("It is money that stays nearby. Most of it would have been spent anyway, somewhere, so it stands apart.")
)


def in_plain_words(found: Explanation) -> str:
    """The whole explanation as plain text for a terminal."""
    parts = [heading(found), "", *map(str, sentences(found))]
    for working in found.workings:
        parts.extend(["", *map(str, value_sentences(found, working)), "", *_aligned(paper(found, working))])
    return "\n".join([*parts, "", *map(str, limits(found))] if found.workings else parts)


def heading(found: Explanation) -> str:
    """What is explained: how much it came to, of what and when."""
    when = days.span(found.start, found.end) if found.start else _("promised")
    nets = [
        _(
            "%(pounds)s of %(kind)s value",
            pounds=figures.bounded(figures.pounds(_last(working)), found.bound),
            kind=kind_of(working),
        )
        for working in found.workings
    ]
    line = found.key.partition("#")[2]
    about = _("%(measure)s, %(when)s", measure=found.measure, when=when)
    if line:
        about = _("%(measure)s, %(when)s, line %(line)s", measure=found.measure, when=when, line=line)
    return _n(
        "%(about)s: how %(values)s was worked out",
        "%(about)s: how %(values)s were worked out",
        len(nets),
        none=N_("%(about)s"),
        about=about,
        values=figures.listing(nets),
    )


def sentences(found: Explanation) -> Iterator[Sentence]:
    """What was done, by whom it is said, and what it is not worth."""
    gaps: dict[str, str | Led] = {
        "project": found.project,
        "measure": found.measure,
        "amount": Led(figures.bounded(amount_of(found), found.bound), found.place),
        "people": figures.several(found.headcount or 0, "person"),
        "when": days.span(found.start, found.end) if found.start else "",
        "row": _row(found.place),
    }
    if not found.start:
        yield Sentence(N_("%(project)s promised: %(measure)s, %(amount)s [%(row)s]."), gaps)
    elif found.headcount:
        yield Sentence(N_("%(project)s: %(measure)s, %(people)s, %(amount)s (%(when)s) [%(row)s]."), gaps)
    else:
        yield Sentence(N_("%(project)s: %(measure)s, %(amount)s (%(when)s) [%(row)s]."), gaps)
    yield (
        UNCHECKED
        if found.status == "self-reported"
        else Sentence(N_("%(status)s."), {"status": STATUS[found.status].meaning})
    )
    if found.basis == "compiled":
        yield Sentence(N_("Compiled from public statements, not submitted by the project."))
    if found.marker == "r":
        yield Sentence(N_("Its return was revised [r]: %(reason)s"), {"reason": figures.sentence(found.reason)})
    if found.unvalued:
        reason = no_value(found.unvalued, found.unvalued_facts)
        yield Sentence(N_("It adds no £ to any total. %(why)s"), {"why": figures.sentence(reason)})


def value_sentences(found: Explanation, working: Working) -> Iterator[Sentence]:
    """One value in sentences, each number with the row it comes from."""
    rows = {row.what: row for row in working.rows}
    yield from _worth_of_one(found, working, rows["unit value"])
    if "uprating" in rows:
        yield _uprated(working, rows["unit value"], rows["uprating"])
    if found.start and financial_year(found.start) != working.year:
        yield Sentence(LAST_YEAR, {"year": working.year})
    if working.net_of:
        yield Sentence(N_("That is already net of %(names)s, so it is not taken off again."), {"names": working.net_of})
    if working.counts_in == "memo":
        yield Sentence(N_("It is shown beside the totals and is in none of them."))
    for row in working.rows:
        if row.operator == "−" and row.rate:
            yield _taken(row, yearly=row.share != Fraction(row.rate, MILLION))
    if working.low is not None and working.high is not None:
        ends: dict[str, str | Led] = {"ends": figures.bounded(figures.reach(working.low, working.high), found.bound)}
        yield Sentence(N_("The source’s range gives %(ends)s."), ends)
    elif working.low is not None or working.high is not None:
        yield _one_end(working, found.bound)
    if working.edition:
        gaps: dict[str, str | Led] = {
            "edition": working.edition,
            "net": figures.bounded(figures.pounds_exact(working.at_edition), found.bound),
        }
        yield Sentence(N_("It keeps the edition it was signed under. At the current one, %(edition)s, it would be "
                       "%(net)s net."), gaps)  # fmt: skip
    if working.kind == "local":
        yield LOCAL
    if working.caution:
        yield Sentence(N_("Take care: %(caution)s"), {"caution": figures.sentence(working.caution)})


def _one_end(working: Working, bound: str) -> Sentence:
    """The one end that the source gives, and that nobody knows the other."""
    if working.low is None:
        high = figures.bounded(figures.pounds_exact(working.high or 0), bound)
        return Sentence(N_("The source’s high end gives %(high)s. No lower end is known."), {"high": high})
    low = figures.bounded(figures.pounds_exact(working.low), bound)
    return Sentence(N_("The source’s low end gives %(low)s. No upper end is known."), {"low": low})


def limits(found: Explanation) -> tuple[Sentence, ...]:
    """What the figure is not."""
    return LIMITS if found.workings else ()


def anchor(found: Explanation) -> str:
    """The place of an explanation on a page, to which each £ of the line leads."""
    return "how-" + found.key.rpartition("/")[2].replace("#", "-")


def where(site: Site, found: Explanation, place: Place) -> str:
    """Where the site shows a row: a path below its root, or a place on a page of the line’s project or return."""
    table = place.file.rpartition("/")[2].removesuffix(".csv")
    if table == "lines":
        period, _, line = place.name.rpartition("/")[2].partition("#")
        return f"#line-{period}-{line}"
    if table in ("unit-values", "adjustments"):
        return site.place({"framework": found.framework, "measure": found.of_measure}, place.name)
    return {"targets": "#promised-and-delivered", "deflators": "data.html#file-deflators"}.get(table, "")


def _worth_of_one(found: Explanation, working: Working, value: WorkingRow) -> Iterator[Sentence]:
    gaps: dict[str, str | Led] = {
        "unit": found.one,
        "pounds": _led(figures.pounds_number(int(value.number)), value.place),
        "year": working.year if working.price_year == "delivery" else working.price_year,
        "source": value.source,
        "row": _row(value.place),
    }
    yield Sentence(TO_WHOM[working.kind], gaps)
    if working.second_hand:
        yield Sentence(N_("We read that second-hand."))


def _uprated(working: Working, value: WorkingRow, uprating: WorkingRow) -> Sentence:
    gaps: dict[str, str | Led] = {
        "pounds": _led(figures.pounds_exact(_pence(value.number * uprating.number)), uprating.place),
        "year": working.year,
        "vintage": days.day(working.vintage),
        "row": _row(uprating.place),
    }
    return Sentence(N_("That is %(pounds)s in %(year)s prices [GDP deflators, published %(vintage)s; %(row)s]."), gaps)


def _taken(row: WorkingRow, yearly: bool) -> Sentence:
    gaps: dict[str, str | Led] = {
        "share": _led(_percent(row.rate or 0), row.place),
        "what": _(TAKEN_OFF[row.what]),
        "effect": EFFECT[row.what].meaning,
        "why": figures.sentence(row.why),
        "source": "; ".join(part for part in (row.source, _row(row.place)) if part),
    }
    if not row.why:
        return Sentence(
            N_("We take off %(share)s for each year after the first, what %(what)s (%(effect)s) [%(source)s]."), gaps
        )
    if yearly:
        return Sentence(
            N_(
                "We take off %(share)s for each year after the first, what %(what)s (%(effect)s), because: "
                "%(why)s [%(source)s]"
            ),
            gaps,
        )
    return Sentence(N_("We take off %(share)s, what %(what)s (%(effect)s), because: %(why)s [%(source)s]"), gaps)


def _aligned(rows: list[Paper]) -> Iterator[str]:
    wide = max(len(row.what) for row in rows)
    tall = max(len(row.number) for row in rows)
    for row in rows:
        yield f"  {row.operator or ' '} {row.what.ljust(wide)}  {row.number.rjust(tall)}"


def _last(working: Working) -> int:
    return next(int(row.number) for row in working.rows if row.what == "net")


def _pence(millionths: int | Fraction) -> int:
    """Pounds in millionths, in whole pence, half up."""
    return half_up(Fraction(millionths) / (MILLION // 100))


def _percent(rate: int) -> str:
    return figures.rate(rate)


def _led(said: str, place: Place | None) -> str | Led:
    return Led(said, place) if place else said


def _row(place: Place | None) -> str:
    return _("%(file)s, row %(row)s", file=place.file, row=place.row) if place else ""
