"""The sentences for the codes of valuing: why there is no £, no number, no rating."""

from collections.abc import Mapping, Sequence
from typing import Any

from socialvalue.domain.years import last_day
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import N_, _, in_english
from socialvalue.records import NoMatch, NoRating, NoValue

NO_VALUE: Mapping[str, str] = {
    NoValue.RECORD: N_("It is kept as a record and cannot be added up or priced."),
    NoValue.STOCK: N_("It is a count on one day. The project has counted again since, and the two are never added."),
    NoValue.ALONE: N_("It is one of several promises of a count on one day. Such counts are never added."),
    NoValue.PART: N_("It is part of another line, which holds its value."),
    NoValue.ONE_GROUP: N_("It is part of another disadvantaged group’s line, and a person counts in one group only."),
    NoValue.FIRST_YEAR: N_("These people have had their first 12 months, and only those count."),
    NoValue.NO_UNIT_VALUE: N_("We know no open source that gives a £ for it."),
    NoValue.NO_EDITION: N_("What it is worth differs by edition, and the project names no edition."),
    NoValue.OTHER_EDITION: N_("No unit value is known for its edition."),
    NoValue.NO_AREA: N_("What it is worth differs by area, and the line names no area."),
    NoValue.OTHER_AREA: N_("No unit value is known for its area."),
    NoValue.OTHER_YEARS: N_("No unit value is known for its year."),
    NoValue.DEFLATORS: N_("The price index does not reach its year."),
    NoValue.NO_DATE: N_("It has no date, so no year’s prices fit."),
    NoValue.TOO_LARGE: N_("Its value would be larger than any that can be true."),
    NoValue.FEW: N_(
        "So few people stand behind it, or stood when it was first told of, that somebody could be recognised."
    ),
    NoValue.CHANGED: N_(
        "Another number was told for these days before. Two numbers of one group could tell how few came or went."
    ),
    NoValue.AMONG: N_("This project has or had a hidden group, and this number could help to tell how many it counts."),
    NoValue.UNSETTLED: N_("It is not settled yet whether it can be shown."),
}
"""Why a line or target adds no £, but for what no match in another framework says."""
NO_DAY_SINCE = "not since, without a day"
"""The reason NOT_SINCE of a promise that states no day, or not for all of it: no sentence gives it one."""
NO_RATING: Mapping[str, str] = {
    NoRating.NO_PROMISE: N_("nothing was promised"),
    NoRating.NOT_REPORTED: N_("nothing has been reported yet"),
    NoRating.NOT_SINCE: N_(
        "the last report goes up to %(day)s, before the promise was due. What came after was not published"
    ),
    NO_DAY_SINCE: N_("the last report goes up to %(day)s. What came after was not published"),
    NoRating.GAP: N_("a period before then has no return, so nobody knows whether more was done"),
    NoRating.LEFT_OUT: N_("for some days nothing is said of these people, so nobody knows how many there were"),
    NoRating.NO_LEAST: N_("“up to” promises no least amount"),
    NoRating.AT_MOST: N_("the delivered figure is the most that it can be"),
    NoRating.AT_LEAST: N_("the delivered figure is the least that it can be"),
    NoRating.NO_ENDS: N_("of the delivered figures some may be more, and some less or rough"),
    NoRating.PLACES: N_("the promises are for different places"),
    NoRating.NOT_DUE: N_("nothing was due by the last day reported to"),
    NoRating.NO_DAY: N_("the promise has no date"),
    NoRating.HIDDEN: N_("some of it is hidden, so that nobody can be recognised"),
    NoRating.OTHERWISE: N_("what was reported is not about the same place or people"),
    NoRating.SEVERAL: N_("several figures were reported, and they cannot be added"),
}
"""Why a row of the delivery table has no rating."""


def no_value(reason: str, facts: Sequence[str]) -> str:
    """Why a line or target adds no £: a framework's own words as they are, where it gives some."""
    if reason == NoValue.NO_MATCH:
        return _no_match(facts)
    return facts[0] if facts else _(NO_VALUE[reason])


def no_value_in_english(reason: str, facts: Sequence[str]) -> str:
    """The same in English, as the downloads have it in every language."""
    with in_english():
        return no_value(reason, facts)


def why(delivery: Mapping[str, Any]) -> str:
    """Why a row of the delivery table has no rating; empty where it has one."""
    if not delivery["why"]:
        return ""
    code = NO_DAY_SINCE if delivery["why"] == NoRating.NOT_SINCE and not delivery["due_stated"] else delivery["why"]
    return _(NO_RATING[code], day=days.until(delivery["reported_to"]))


def rating_said(delivery: Mapping[str, Any]) -> str:
    """What stands below a rating: why there is none, and that the day of the promise has passed. A rating of a promise
    that falls due in steps is for those due by the last day reported to, and what was due since may be late."""
    if not delivery["overdue"]:
        return figures.capital(why(delivery))
    since, reported = delivery["overdue_since"], delivery["reported_to"]
    late = _("Overdue: its day has passed") if since == delivery["due"] else _("Overdue: a day of it has passed")
    if delivery["why"]:
        return f"{figures.capital(why(delivery))}. {late}"
    if delivery["expected"] in (None, delivery["promised"]) or last_day(since) <= reported:
        return late
    day, later = days.until(reported), days.day(since)
    return _("For what was due by %(day)s. More was due by %(later)s, and is overdue", day=day, later=later)


def why_in_english(delivery: Mapping[str, Any]) -> str:
    """The same in English, as the downloads have it in every language."""
    with in_english():
        return why(delivery)


def _no_match(facts: Sequence[str]) -> str:
    """For the terminal, which speaks English."""
    kind, origin, measure, *rest = facts
    whole = f"{measure} of {origin}" if origin else measure
    if kind == NoMatch.SEVERAL:
        framework, *alike = rest
        return f"{whole} is close to several measures of {framework}: {', '.join(alike)}."
    if kind == NoMatch.OTHER_UNIT:
        unit, framework, other, theirs = rest
        return f"{whole} is counted in {unit}, and {other} of {framework} in {theirs}."
    return f"{whole} has no measure of the same code in {rest[0]}, and none close to the same reference."
