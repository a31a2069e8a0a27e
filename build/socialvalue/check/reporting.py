"""Put what was found into the form that was asked for."""

import socialvalue.check.reports
from socialvalue.members import members
from socialvalue.records import Checked, Source


def report(checked: Checked, source: Source, form: str, colour: bool = False) -> str:
    """The findings as text, json, markdown, html or github; colour is for a terminal."""
    forms = {member.name: member for member in members(socialvalue.check.reports, "REPORT")}
    written: str = forms[form].write(checked, source, colour)
    return written
