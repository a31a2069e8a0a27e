"""Findings for programs. Documented in docs/check-report.md; its schema is schemas/check-report.json."""

import json
from typing import Any

from socialvalue.check.report_form import Report, counts
from socialvalue.records import Checked, Finding, Severity, Source


def write(checked: Checked, source: Source, colour: bool) -> str:
    """One object: how it went, how much was looked at, and every finding."""
    found = counts(checked)
    report = {
        "format": "socialvalue-check/1",
        "ok": not checked.errors,
        "counts": {name: found[name] for name in (*Severity, "accepted")},
        "looked_at": dict(checked.looked_at),
        "compared": checked.compared,
        "held_back": sorted(owner for owner in checked.held_back if "/" in owner),
        "not_applied": list(checked.not_applied),
        "findings": [_finding(finding) for finding in checked.findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "rule": finding.rule,
        "return": finding.owner if "/" in finding.owner else "",
        "file": finding.file,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": finding.message,
        "what_to_do": finding.mend,
        "suggestion": finding.suggestion,
        "accepted": finding.accepted,
        "stands_for": finding.count,
        "page": finding.page,
    }


REPORT = Report("json", write)
