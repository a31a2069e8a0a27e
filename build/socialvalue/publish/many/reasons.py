"""Why an authority was left out, in a sentence for readers and for whoever gathers."""

from collections.abc import Mapping

from socialvalue.publish.words.language import N_, _
from socialvalue.records.gathered import LeftOut

REASONS: Mapping[str, str] = {
    "another-program": N_(
        "Its table %(table)s lacks columns that we use (%(column)s). Another version of the program published it. "
        "They have to build their site again with a newer one."
    ),
    "closed-licence": N_("Its licence is not known as an open one: %(licence)s. Such data may not be published again."),
    "link": N_("A link stands in the place of %(file)s. No link is followed."),
    "no-answer": N_("%(file)s could not be read: %(said)s."),
    "no-package": N_("Its %(file)s is no data package that we know."),
    "no-pin": N_("Nobody has said yet which state of its data is meant."),
    "no-table": N_(
        "Its package has no table %(table)s, which we use. Another version of the program published it. They have to "
        "build their site again with a newer one."
    ),
    "odd-cell": N_("Its data hold what the program does not publish (%(table)s)."),
    "odd-file": N_("Its %(file)s is no plain table with the columns and the checksum that its package names."),
    "odd-path": N_("Its package names a file outside itself: %(file)s."),
    "other-manifest": N_(
        "Its package is another one than was pinned. It has published something else since, or somebody changed it "
        "(checksum now %(found)s, pinned %(pinned)s)."
    ),
    "other-counts": N_("Its lines do not come to its own counts (%(dimension)s)."),
    "other-labels": N_("A £ in it stands under another %(column)s than the line that it values."),
    "other-package": N_(
        "Its package is called %(found)s, and was called %(known)s when it was pinned. Another authority may stand "
        "behind the address."
    ),
    "other-totals": N_("Its lines do not come to its own totals, to the penny (%(dimension)s)."),
    "refused": N_("%(file)s %(said)s"),
    "same-package": N_("Its package is that of %(name)s, too: both name %(what)s. Figures would be counted twice."),
    "told": N_("It gives a £ for a line whose number it hides, which would tell the number."),
    "too-large": N_("Its %(file)s is larger than the %(limit)s bytes that are read."),
    "wrong-checksum": N_("Its %(file)s is not the file whose checksum its package names."),
}
"""By the codes that gathering gives. Each says what is wrong; what to do about it is up to the authority."""


def reason(left_out: LeftOut) -> str:
    """The sentence, in the language of the site."""
    return _(REASONS[left_out.why], **left_out.facts)
