"""What the check found, as it may be told: a finding names numbers, and those of a hidden line are secret."""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from socialvalue.records import Checked, Finding
from socialvalue.value.lines import every_line
from socialvalue.value.small_counts import small

LINES = "/lines.csv"


def findings_of(checked: Checked, suppressed: pd.DataFrame) -> tuple[Finding, ...]:
    """The findings without those that could tell of few people.

    A finding compares the lines of a project with each other, so none is told about the lines of a project with a small
    count, also in a return that was replaced. A return that is held back is not valued, and nobody knows which of its
    counts are small: of its lines only the rule that they break is told.
    """
    few = {*suppressed["project"], *_before(checked)}
    titles = {rule.id: rule.title for rule in checked.catalogue}
    return tuple(
        replace(each, message=titles.get(each.rule, each.rule), value="", suggestion="")
        if _held_back(each, checked)
        else each
        for each in checked.findings
        if not _about_lines(each, few)
    )


def _before(checked: Checked) -> Collection[str]:
    """The projects with a small count in a return that was replaced."""
    if checked.tables["superseded-lines"].empty:
        return ()
    lines = every_line(checked)
    return set(lines.loc[small(lines, checked.tables["measures"]), "project"])


def _held_back(finding: Finding, checked: Checked) -> bool:
    return finding.file.endswith(LINES) and finding.owner in checked.held_back


def _about_lines(finding: Finding, projects: Collection[str]) -> bool:
    return finding.file.endswith(LINES) and finding.owner.partition("/")[0] in projects
