"""Read the findings together: what each file must be, what each cell must hold, then the rules."""

from collections.abc import Mapping

import pandas as pd

import socialvalue.check.rules
from socialvalue.check.columns import typed
from socialvalue.check.rule import Rule, Tables
from socialvalue.members import members
from socialvalue.records import Checked, Finding, Severity, Source


def check(source: Source) -> Checked:
    """Judge the whole repository: every finding at once, and the tables of what passed."""
    findings = [
        Finding(Severity.ERROR, t.kind, f"{t.kind}: {t.detail}", _owner(source, t.file), t.file, t.row)
        for t in source.troubles
    ]
    frames: dict[str, pd.DataFrame] = {"returns": _returns(source)}
    for name, schema in source.schemas.items():
        frames[name], found = typed(source.tables[name], schema)
        findings.extend(found)
    tables = Tables(frames, source.descriptors, source.places, source.settings)
    for rule in rules():
        findings.extend(
            Finding(rule.severity, rule.id, h.message, h.owner, h.file, h.row, h.column, h.value, h.suggestion)
            for h in rule.find(tables)
        )
    held = {f.owner: f.message for f in findings if f.severity is Severity.ERROR and "/" in f.owner}
    return Checked(
        settings=source.settings,
        tables={name: _accepted(frame, held) for name, frame in frames.items()},
        findings=tuple(findings),
        held_back=held,
        schemas=source.schemas,
        published=source.published,
        looked_at={
            "files": len(source.files),
            "returns": len(source.descriptors),
            "lines": len(frames["lines"]),
        },
    )


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of its file's name."""
    return members(socialvalue.check.rules, "RULE")


def _owner(source: Source, file: str) -> str:
    folder = file.rpartition("/")[0]
    return next((owner for owner, place in source.places.items() if place == folder), "")


def _accepted(frame: pd.DataFrame, held: Mapping[str, str]) -> pd.DataFrame:
    return frame[~frame["owner"].isin(held)].reset_index(drop=True)


def _returns(source: Source) -> pd.DataFrame:
    """One row per return, from its descriptor."""
    rows = []
    for owner, found in source.descriptors.items():
        period, by = found.get("period", {}), found.get("submitted_by", {})
        project, _, folder = owner.partition("/")
        rows.append(
            {
                "file": f"{source.places[owner]}/datapackage.json",
                "owner": owner,
                "project": project,
                "period": folder,
                "start": period.get("start", ""),
                "end": period.get("end", ""),
                "words": period.get("words", ""),
                "approximate": bool(period.get("approximate", False)),
                "organisation": by.get("organisation", ""),
                **{
                    key: found.get(key, "")
                    for key in (
                        "title",
                        "version",
                        "framework",
                        "edition",
                        "basis",
                        "received_on",
                        "compiled_on",
                        "supersedes",
                        "reason",
                    )
                },
            }
        )
    columns = ["file", "owner", "project", "period", "start", "end", "words", "approximate", "organisation"]
    return pd.DataFrame(rows) if rows else pd.DataFrame(columns=columns)
