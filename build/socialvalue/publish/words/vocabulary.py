"""The plain words for the codes in the data: kinds of value, statuses, ratings, deductions, markers."""

from dataclasses import dataclass

from socialvalue.publish.words.language import N_, _


@dataclass(frozen=True)
class Term:
    """What a code is called and, in a few words, what it means: as English messages, and in the site's language."""

    called: str
    means: str

    @property
    def name(self) -> str:
        return _(self.called)

    @property
    def meaning(self) -> str:
        return _(self.means)


KIND = {
    "fiscal": Term(N_("Fiscal"), N_("Savings to the public purse")),
    "economic": Term(N_("Economic"), N_("Time given, skills and earnings")),
    "wellbeing": Term(N_("Wellbeing"), N_("How people’s lives improve")),
    "environmental": Term(N_("Environmental"), N_("Carbon and waste")),
    "community": Term(N_("Community investment"), N_("Money and goods given")),
    "local": Term(N_("Local economic"), N_("Wages and spending that stay nearby")),
}
STATUS = {
    "verified": Term(N_("Verified"), N_("Someone independent checked it")),
    "evidenced": Term(N_("Evidenced"), N_("A document is on file")),
    "self-reported": Term(N_("Self-reported"), N_("Those who did the work say so")),
    "committed": Term(N_("Committed"), N_("Promised, not yet delivered")),
}
RATING = {
    "good": Term(N_("Good"), N_("Did what was promised")),
    "approaching": Term(N_("Approaching target"), N_("Close to what was promised")),
    "requires": Term(N_("Requires improvement"), N_("Short of what was promised")),
    "inadequate": Term(N_("Inadequate"), N_("Far short of what was promised")),
    "other": Term(N_("Other"), N_("Nothing to rate it against")),
}
EFFECT = {
    "deadweight": Term(N_("Would have happened anyway"), N_("deadweight")),
    "displacement": Term(N_("Taken from elsewhere nearby"), N_("displacement")),
    "leakage": Term(N_("Left the area"), N_("leakage")),
    "substitution": Term(N_("Took the place of something else"), N_("substitution")),
    "attribution": Term(N_("Others made it happen too"), N_("attribution")),
    "drop-off": Term(N_("Fades as time goes by"), N_("drop-off")),
    "discounting": Term(N_("Comes in later years, which count for less"), N_("discounting")),
}
MARKER = {
    "c": Term(N_("confidential"), N_("Hidden, so that nobody can be recognised")),
}
