"""The glossary: every term that the site uses, in plain words, each with an anchor to link to."""

from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.page import Entry, Page, Part
from socialvalue.publish.site import Site
from socialvalue.publish.words import vocabulary
from socialvalue.publish.words.figures import capital, sentence
from socialvalue.publish.words.language import N_, _


class Meaning(NamedTuple):
    """A term and what it means, as messages. `anchor` is its place on the page and never changes."""

    anchor: str
    term: str
    meaning: str


FIGURES = (
    Meaning(
        "social-value",
        N_("Social value"),
        N_(
            "What a public project brings besides the thing that was bought: jobs, training, "
            "money spent nearby, help for communities, less carbon."
        ),
    ),
    Meaning(
        "measure",
        N_("Measure"),
        N_(
            "One thing that is counted in one way, such as apprenticeship weeks. It has a code, a "
            "unit, and rules for what counts."
        ),
    ),
    Meaning("theme", N_("Theme"), N_("A group of measures that serve the same end.")),
    Meaning(
        "framework",
        N_("Framework"),
        N_(
            "A list of measures with their units and values. An edition of it never changes, so a "
            "figure always keeps the rules it was counted under."
        ),
    ),
    Meaning("return", N_("Return"), N_("What one project delivered in one period, line by line.")),
    Meaning("line", N_("Line"), N_("One row of a return: a measure, how much of it, where, and how sure we are.")),
    Meaning("submitted", N_("Submitted return"), N_("A return that was sent by those who deliver the project.")),
    Meaning(
        "compiled",
        N_("Compiled return"),
        N_("A return that was put together from public statements. Nobody sent it to us."),
    ),
    Meaning(
        "held-back", N_("Held back"), N_("A return with errors. None of its figures is shown until they are mended.")
    ),
    Meaning(
        "commitment",
        N_("Commitment"),
        N_("A promise of how much will be delivered. It can be kept or broken, so it is rated."),
    ),
    Meaning("forecast", N_("Forecast"), N_("What someone expected. It is shown and never rated.")),
    Meaning(
        "stated-figure",
        N_("Stated figure"),
        N_(
            "A total that somebody else published. We show it as written. We have not valued "
            "it and never add it to anything."
        ),
    ),
    Meaning(
        "bound",
        N_("At least, about, up to"),
        N_(
            "The source did not give an exact number. We keep its word: “at least” is the lower "
            "end, “up to” the upper end."
        ),
    ),
    Meaning(
        "local",
        N_("Local"),
        N_("Whatever the source says it is: a postcode, a number of miles, a county. It stands beside the figure."),
    ),
    Meaning(
        "headcount",
        N_("Headcount"),
        N_("How many people stand behind a figure. Six full-time years may be seven people."),
    ),
    Meaning(
        "full-time-year",
        N_("Full-time year"),
        N_("One person at work full time for a year, or two for half a year each."),
    ),
    Meaning("flow", N_("Flow"), N_("Something that happens over a period, such as hours given. Periods can be added.")),
    Meaning(
        "stock", N_("Stock"), N_("How many there are on one day. Two days can’t be added: most of them are the same.")
    ),
)
MONEY = (
    Meaning(
        "unit-value",
        N_("Unit value"),
        N_(
            "Pounds for one unit of a measure, from a published source. Each has its source, licence, "
            "price year and, where known, a low and a high end."
        ),
    ),
    Meaning("gross", N_("Gross"), N_("The value before anything is taken off.")),
    Meaning(
        "net",
        N_("Net"),
        N_("What is left when everything that would have happened anyway, or was taken from elsewhere, is taken off."),
    ),
    Meaning(
        "price-year",
        N_("Price year"),
        N_("The year whose prices a £ is in. A pound of 2012 bought more than a pound of today."),
    ),
    Meaning(
        "uprating",
        N_("Uprating"),
        N_("Bringing a £ from the prices of one year to those of another, with the Treasury’s GDP deflator."),
    ),
    Meaning(
        "real",
        N_("In the prices of one year"),
        N_("All pounds brought to the prices of the same year, so that years can be compared."),
    ),
    Meaning("range", N_("Range"), N_("The low and the high end that the source of a unit value gives.")),
    Meaning(
        "memo",
        N_("Memo value"),
        N_(
            "A value that is shown beside a count and is in no total, often because it lasts a lifetime or "
            "overlaps another."
        ),
    ),
    Meaning(
        "counted-no-value",
        N_("Counted, no £"),
        N_("No open source gives a fair £ for it. That doesn’t mean it is worth nothing."),
    ),
)
SURENESS = (
    Meaning(
        "evidence",
        N_("Evidence"),
        N_(
            "The kind of document that shows a line is right, and its date. Documents with people’s names "
            "are never published."
        ),
    ),
    Meaning("first-hand", N_("First-hand"), N_("Read where it was first printed, or from the body that did the work.")),
    Meaning(
        "second-hand",
        N_("Second-hand"),
        N_("Read in a copy, or in a story that names the first source. It may have lost something on the way."),
    ),
    Meaning(
        "part-of",
        N_("Part of another line"),
        N_("A figure that a larger figure already holds. It is shown and never added."),
    ),
    Meaning(
        "left-out", N_("Left out"), N_("A published statement that can’t be used. Each is listed with the reason.")
    ),
    Meaning(
        "social-value-model",
        N_("Social Value Model"),
        N_(
            "The government’s list of what to ask for when it buys. It has editions; the day on which a procurement "
            "began says which one holds."
        ),
    ),
    Meaning(
        "toms",
        N_("TOMs"),
        N_(
            "A licensed framework that many councils use. We name its references so that figures can be "
            "matched. Its values are not open, so they are not here."
        ),
    ),
)


def entries(site: Site) -> Iterator[Entry]:
    kinds = [
        Meaning(f"kind-{code}", _("%(kind)s value", kind=term.name), sentence(term.meaning))
        for code, term in vocabulary.KIND.items()
    ]
    statuses = [Meaning(code, term.name, sentence(term.meaning)) for code, term in vocabulary.STATUS.items()]
    ratings = [Meaning(f"rating-{code}", term.name, sentence(term.meaning)) for code, term in vocabulary.RATING.items()]
    effects = [
        Meaning(code, capital(term.meaning), _("%(effect)s. It is taken off.", effect=term.name))
        for code, term in vocabulary.EFFECT.items()
    ]
    groups = [
        ("figures", _("What is counted"), _said(FIGURES)),
        ("kinds", _("Kinds of value"), kinds),
        ("money", _("Pounds"), _said(MONEY)),
        ("deductions", _("What is taken off"), effects),
        ("how-sure", _("How sure a figure is"), [*statuses, *_said(SURENESS)]),
        ("ratings", _("How it is going"), ratings),
    ]
    yield Entry(
        path="glossary.html",
        title=_("Glossary"),
        description=_("Every term that this site uses, in plain words."),
        context={"groups": groups},
        parts=tuple(
            Part(one.anchor, one.term, one.meaning, "term") for _id, _heading, found in groups for one in found
        ),
    )


def _said(meanings: tuple[Meaning, ...]) -> list[Meaning]:
    return [Meaning(one.anchor, _(one.term), _(one.meaning)) for one in meanings]


PAGE = Page(name="glossary", section="", entries=entries)
