"""What the check found, as it may be told: a finding names numbers, and compares the lines of a project."""

from collections.abc import Mapping
from dataclasses import replace

from socialvalue.records import Checked, Finding

LINES = "/lines.csv"
HELD = "It has errors."
"""All that is told of a return that is held back, where a finding could tell of few people."""


def findings_of(checked: Checked) -> tuple[Finding, ...]:
    """The findings without those that could tell of few people.

    A finding compares the lines of a project with each other, so none is told about the lines of a project with a
    sensitive group in any of its returns, and none at all about one of these that is held back. Of other returns that
    are held back only the rule that their lines break is told: nobody knows which of their counts are small.
    """
    titles = {rule.id: rule.title for rule in checked.catalogue}
    return tuple(
        replace(each, message=titles.get(each.rule, each.rule), value="", suggestion="")
        if each.file.endswith(LINES) and each.owner in checked.held_back
        else each
        for each in checked.findings
        if not (_of_sensitive(each.owner, checked) and (each.file.endswith(LINES) or each.owner in checked.held_back))
    )


def held_back_of(checked: Checked) -> Mapping[str, str]:
    """The returns that are held back, each with what is wrong first, as it may be told."""
    return {owner: HELD if _of_sensitive(owner, checked) else reason for owner, reason in checked.held_back.items()}


def _of_sensitive(owner: str, checked: Checked) -> bool:
    return owner.partition("/")[0] in checked.sensitive_projects
