"""How to read a social value claim: the traps, each with the cases in which it was really published."""

from collections.abc import Iterator
from typing import NamedTuple

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import N_, _, digits


class Trap(NamedTuple):
    """A way in which a true figure misleads. `trap` is its name in trap-cases.csv; the others are messages."""

    trap: str
    name: str
    lesson: str
    ask: str
    here: str
    """How this site treats it."""


TRAPS = (
    Trap(
        "cumulative",
        N_("A total so far, read as this year’s"),
        N_(
            "Many services count everyone since they began. The next report counts them all again, with a few more. "
            "Read as a year’s work, the same people are counted every year."
        ),
        N_("Is this since the start, or for this year alone?"),
        N_(
            "We record what each period added, and show how we took one total from the other. "
            "Totals so far are never added."
        ),
    ),
    Trap(
        "repeated",
        N_("An old figure told as news"),
        N_("A figure that was true in June is still in the story in August. Nothing new has happened."),
        N_("Has this exact number been used before?"),
        N_("We record a repeated figure once. The second telling is listed under what we left out."),
    ),
    Trap(
        "no-unit",
        N_("A number without a unit"),
        N_("A bare number could be pounds, hours or people. Readers see what they expect to see."),
        N_("A number of what?"),
        N_(
            "A number without a unit is never published as a figure. "
            "Where another page gives the unit, we name that page."
        ),
    ),
    Trap(
        "multiplier",
        N_("A sum posing as a count"),
        N_("Some jobs are not counted at all. Someone multiplies homes, pounds or square metres by a rule of thumb."),
        N_("Did anybody count this, or was it worked out?"),
        N_("A figure that comes from a multiplier is left out, and we say so."),
    ),
    Trap(
        "share",
        N_("A share that its own numbers don’t bear out"),
        N_("A percentage sounds exact. Divide the two numbers yourself and it may be smaller."),
        N_("What is it a share of, and do the numbers give that share?"),
        N_("We record the two numbers and let the share follow. A share without its base is left out."),
    ),
    Trap(
        "inside",
        N_("A sum inside a sum"),
        N_(
            "Spending in a city is also spending in its county. "
            "Listed under each other, the sums look as if they add up."
        ),
        N_("Is one of these numbers part of another?"),
        N_("The smaller figure is marked as part of the larger one. It is shown, and it is in no total."),
    ),
    Trap(
        "local",
        N_("Local means what the speaker likes"),
        N_("One contractor’s “local” is a postcode. Another’s is a circle of 40 miles that holds two big cities."),
        N_("Local to what, and how far out?"),
        N_(
            "The definition stands beside each figure, in the source’s own words. "
            "Figures with different definitions are not ranked against each other."
        ),
    ),
    Trap(
        "duty",
        N_("A duty told as a gift"),
        N_(
            "Builders must pay for roads, schools and affordable homes near what they build. "
            "Those payments are the law, not generosity."
        ),
        N_("Would they have had to pay this anyway?"),
        N_("We count what is given freely. Payments that planning rules ask for are left out, with the reason."),
    ),
    Trap(
        "mixed",
        N_("Different things in one number"),
        N_(
            "A job created is new. A job safeguarded was there before. People supported, engaged, helped and placed "
            "are four different things too."
        ),
        N_("What exactly does one of these stand for?"),
        N_(
            "Created and safeguarded jobs are two measures, and so are people engaged, supported and placed. "
            "A number that mixes them stays a number that mixes them, and says so."
        ),
    ),
    Trap(
        "moving",
        N_("Targets that move"),
        N_("A promise of 2014 may not be the promise of 2017. If only the newest is shown, nobody can tell."),
        N_("What was first promised, and when did it change?"),
        N_(
            "We keep each target with the date on which it was stated. A newer one replaces the older one in the "
            "comparison, never on the page."
        ),
    ),
    Trap(
        "two-sources",
        N_("Two sources, two targets"),
        N_(
            "Two public bodies describe the same programme with different numbers, and both look official. "
            "Set beside the lower one, the same work looks better."
        ),
        N_("Does another source give another number?"),
        N_("We keep both, each with its source. They are never added, and we don’t choose between them."),
    ),
    Trap(
        "who-pays",
        N_("Who pays"),
        N_("A supplier’s pledge can turn into the council’s money between one page and the next."),
        N_("Whose money is it, and has it been spent?"),
        N_("Each promise names who made it. A pledge is shown as promised until someone reports that it was kept."),
    ),
)


def entries(site: Site) -> Iterator[Entry]:
    yield Entry(
        path="traps.html",
        title=_("How to read a social value claim"),
        description=_(
            "%(number)s ways in which a true figure can mislead, each with a real case and a question to ask.",
            number=digits(len(TRAPS)),
        ),
        context={"traps": [(_said(trap), site.rows("trap-cases", "trap", trap.trap)) for trap in TRAPS]},
    )


def _said(trap: Trap) -> Trap:
    return Trap(trap.trap, *(_(message) for message in trap[1:]))


PAGE = Page(name="traps", section="traps", entries=entries)
