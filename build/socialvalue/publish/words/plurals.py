"""How many of a thing: no lines, 1 line, 4 lines; each form a message of its own, for no other grammar glues an s."""

from socialvalue.publish.words.language import N_, N_n

THINGS = {
    "area": (N_("no areas"), *N_n("%(num)s area", "%(num)s areas")),
    "line": (N_("no lines"), *N_n("%(num)s line", "%(num)s lines")),
    "measure": (N_("no measures"), *N_n("%(num)s measure", "%(num)s measures")),
    "more measure": (N_("no more measures"), *N_n("%(num)s more measure", "%(num)s more measures")),
    "organisation": (N_("no organisations"), *N_n("%(num)s organisation", "%(num)s organisations")),
    "other figure": (N_("no other figures"), *N_n("%(num)s other figure", "%(num)s other figures")),
    "outcome": (N_("no outcomes"), *N_n("%(num)s outcome", "%(num)s outcomes")),
    "person": (N_("no people"), *N_n("%(num)s person", "%(num)s people")),
    "project": (N_("no projects"), *N_n("%(num)s project", "%(num)s projects")),
    "promise": (N_("no promises"), *N_n("%(num)s promise", "%(num)s promises")),
    "public promise": (N_("no public promises"), *N_n("%(num)s public promise", "%(num)s public promises")),
    "reported line": (N_("no reported lines"), *N_n("%(num)s reported line", "%(num)s reported lines")),
    "return": (N_("no returns"), *N_n("%(num)s return", "%(num)s returns")),
    "row": (N_("no rows"), *N_n("%(num)s row", "%(num)s rows")),
    "year": (N_("no years"), *N_n("%(num)s year", "%(num)s years")),
}
