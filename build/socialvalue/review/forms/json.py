"""A change for programs: everything, whole, in one object."""

import json
from dataclasses import asdict
from typing import Any

from socialvalue.review.changes import Changes
from socialvalue.review.document import first_line
from socialvalue.review.form import Form
from socialvalue.review.second_look import second_look


def write(changes: Changes) -> str:
    """The fields of records as they are named there. Money is whole pence, quantities whole millionths."""
    found: dict[str, Any] = {"summary": first_line(changes), **asdict(changes)}
    for name in ("kinds", "committed", "movers", "moves", "passed", "missed", "promised", "weakened", "values"):
        found[name] = [each._asdict() for each in getattr(changes, name)]
    found["counted"] = dict(zip(("before", "after"), changes.counted, strict=True))
    found |= {"removed": [asdict(row) for row in changes.removed], "raised": [asdict(row) for row in changes.raised]}
    found["second_look"] = list(second_look(changes))
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


FORM = Form("json", write)
