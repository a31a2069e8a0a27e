"""The glossary: every term that the site uses, in plain words, each with an anchor to link to."""

from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish import terms
from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site


class Meaning(NamedTuple):
    """A term and what it means. `anchor` is its place on the page and never changes."""

    anchor: str
    term: str
    meaning: str


FIGURES = (
    Meaning(
        "social-value",
        "Social value",
        "What a public project brings besides the thing that was bought: jobs, training, "
        "money spent nearby, help for communities, less carbon.",
    ),
    Meaning(
        "measure",
        "Measure",
        "One thing that is counted in one way, such as apprenticeship weeks. It has a code, a "
        "unit, and rules for what counts.",
    ),
    Meaning("theme", "Theme", "A group of measures that serve the same end."),
    Meaning(
        "framework",
        "Framework",
        "A list of measures with their units and values. An edition of it never changes, so a "
        "figure always keeps the rules it was counted under.",
    ),
    Meaning("return", "Return", "What one project delivered in one period, line by line."),
    Meaning("line", "Line", "One row of a return: a measure, how much of it, where, and how sure we are."),
    Meaning("submitted", "Submitted return", "A return that was sent by those who deliver the project."),
    Meaning(
        "compiled", "Compiled return", "A return that was put together from public statements. Nobody sent it to us."
    ),
    Meaning("held-back", "Held back", "A return with errors. None of its figures is shown until they are mended."),
    Meaning(
        "commitment", "Commitment", "A promise of how much will be delivered. It can be kept or broken, so it is rated."
    ),
    Meaning("forecast", "Forecast", "What someone expected. It is shown and never rated."),
    Meaning(
        "stated-figure",
        "Stated figure",
        "A total that somebody else published. We show it as written. We have not valued "
        "it and never add it to anything.",
    ),
    Meaning(
        "bound",
        "At least, about, up to",
        "The source did not give an exact number. We keep its word: “at least” is the lower "
        "end, “up to” the upper end.",
    ),
    Meaning(
        "local",
        "Local",
        "Whatever the source says it is: a postcode, a number of miles, a county. It stands beside the figure.",
    ),
    Meaning(
        "headcount", "Headcount", "How many people stand behind a figure. Six full-time years may be seven people."
    ),
    Meaning(
        "full-time-year", "Full-time year", "One person at work full time for a year, or two for half a year each."
    ),
    Meaning("flow", "Flow", "Something that happens over a period, such as hours given. Periods can be added."),
    Meaning("stock", "Stock", "How many there are on one day. Two days can’t be added: most of them are the same."),
)
MONEY = (
    Meaning(
        "unit-value",
        "Unit value",
        "Pounds for one unit of a measure, from a published source. Each has its source, licence, "
        "price year and, where known, a low and a high end.",
    ),
    Meaning("gross", "Gross", "The value before anything is taken off."),
    Meaning(
        "net",
        "Net",
        "What is left when everything that would have happened anyway, or was taken from elsewhere, is taken off.",
    ),
    Meaning(
        "price-year",
        "Price year",
        "The year whose prices a £ is in. A pound of 2012 bought more than a pound of today.",
    ),
    Meaning(
        "uprating",
        "Uprating",
        "Bringing a £ from the prices of one year to those of another, with the Treasury’s GDP deflator.",
    ),
    Meaning(
        "real",
        "In the prices of one year",
        "All pounds brought to the prices of the same year, so that years can be compared.",
    ),
    Meaning("range", "Range", "The low and the high end that the source of a unit value gives."),
    Meaning(
        "memo",
        "Memo value",
        "A value that is shown beside a count and is in no total, often because it lasts a lifetime or "
        "overlaps another.",
    ),
    Meaning(
        "counted-no-value",
        "Counted, no £",
        "No open source gives a fair £ for it. That doesn’t mean it is worth nothing.",
    ),
)
SURENESS = (
    Meaning(
        "evidence",
        "Evidence",
        "The kind of document that shows a line is right, and its date. Documents with people’s names "
        "are never published.",
    ),
    Meaning("first-hand", "First-hand", "Read where it was first printed, or from the body that did the work."),
    Meaning(
        "second-hand",
        "Second-hand",
        "Read in a copy, or in a story that names the first source. It may have lost something on the way.",
    ),
    Meaning(
        "part-of", "Part of another line", "A figure that a larger figure already holds. It is shown and never added."
    ),
    Meaning("left-out", "Left out", "A published statement that can’t be used. Each is listed with the reason."),
    Meaning(
        "toms",
        "TOMs",
        "A licensed framework that many councils use. We name its references so that figures can be "
        "matched. Its values are not open, so they are not here.",
    ),
)


def entries(site: Site) -> Iterator[Entry]:
    kinds = [Meaning(f"kind-{code}", f"{term.name} value", f"{term.meaning}.") for code, term in terms.KIND.items()]
    statuses = [Meaning(code, term.name, f"{term.meaning}.") for code, term in terms.STATUS.items()]
    ratings = [Meaning(f"rating-{code}", term.name, f"{term.meaning}.") for code, term in terms.RATING.items()]
    effects = [
        Meaning(code, term.meaning.capitalize(), f"{term.name}. It is taken off.")
        for code, term in terms.EFFECT.items()
    ]
    yield Entry(
        path="glossary.html",
        title="Glossary",
        description="Every term that this site uses, in plain words.",
        context={
            "groups": [
                ("figures", "What is counted", FIGURES),
                ("kinds", "Kinds of value", kinds),
                ("money", "Pounds", MONEY),
                ("deductions", "What is taken off", effects),
                ("how-sure", "How sure a figure is", [*statuses, *SURENESS]),
                ("ratings", "How it is going", ratings),
            ]
        },
    )


PAGE = Page(name="glossary", section="", entries=entries)
