"""Judge the good repository after a change."""

from pathlib import Path

from check.repository import TODAY
from socialvalue.check import check
from socialvalue.load import load
from socialvalue.records import Checked


def judged(data: Path) -> Checked:
    return check(load(data, today=TODAY))


def rules(checked: Checked) -> list[str]:
    return [finding.rule for finding in checked.findings]
