"""Put what changed into the form that was asked for."""

import socialvalue.review.forms
from socialvalue.members import members
from socialvalue.review.changes import Changes


def reported(changes: Changes, form: str) -> str:
    """The changes as text, markdown, json or html."""
    forms = {member.name: member for member in members(socialvalue.review.forms, "FORM")}
    written: str = forms[form].write(changes)
    return written
