"""The plain words for the codes in the data: kinds of value, statuses, ratings, deductions, markers."""

from typing import NamedTuple


class Term(NamedTuple):
    """What a code is called and, in a few words, what it means."""

    name: str
    meaning: str


KIND = {
    "fiscal": Term("Fiscal", "Savings to the public purse"),
    "economic": Term("Economic", "Time given, skills and earnings"),
    "wellbeing": Term("Wellbeing", "How people’s lives improve"),
    "environmental": Term("Environmental", "Carbon and waste"),
    "community": Term("Community investment", "Money and goods given"),
    "local": Term("Local economic", "Wages and spending that stay nearby"),
}
STATUS = {
    "verified": Term("Verified", "Someone independent checked it"),
    "evidenced": Term("Evidenced", "A document is on file"),
    "self-reported": Term("Self-reported", "Those who did the work say so"),
    "committed": Term("Committed", "Promised, not yet delivered"),
}
RATING = {
    "good": Term("Good", "Did what was promised"),
    "approaching": Term("Approaching target", "Close to what was promised"),
    "requires": Term("Requires improvement", "Short of what was promised"),
    "inadequate": Term("Inadequate", "Far short of what was promised"),
    "other": Term("Other", "Nothing to rate it against"),
}
EFFECT = {
    "deadweight": Term("Would have happened anyway", "deadweight"),
    "displacement": Term("Taken from elsewhere nearby", "displacement"),
    "leakage": Term("Left the area", "leakage"),
    "substitution": Term("Took the place of something else", "substitution"),
    "attribution": Term("Others made it happen too", "attribution"),
    "drop-off": Term("Fades as time goes by", "drop-off"),
    "discounting": Term("Comes in later years, which count for less", "discounting"),
}
MARKER = {
    "c": Term("confidential", "Too few people to show"),
    "e": Term("estimated", "Worked out, not counted"),
    "p": Term("provisional", "May still change"),
    "r": Term("revised", "Corrected since it was first published"),
    "x": Term("not available", "Asked for, and nobody has it"),
    "z": Term("doesn’t apply", "Not part of this project"),
}
HUES = (*KIND, "count")
"""Colours of quantities: one for each kind of value, and one for what is only counted."""
