"""What a heading says of the unit of its figures, known or not: Actual (weeks), Actual €, Actual pence."""

import re

NO_UNIT = re.compile(
    r"\b(?:vat|actual|quarter|qtr|q[1-4]|month|year|yr|period|date|net|gross|total|cumulative|ytd|fy|only|if|or|and|to|in|by|"
    r"from|of|the|if|this|your|as|col|see|note|excl?|incl?|numeric|figure|number|new|end|start|final|draft|approx|est)\b|^[0-9]{1,2}$",
    re.IGNORECASE,
)
"""Words in brackets that say nothing of a unit."""
BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]*?)\s*[)\]]")
LONGEST = 12
SIGN = re.compile(
    r"[£$¢€¥₹%‰#]|\b(?:eur|usd|euros?|dollars?|pence|cents?|hundreds?|dozens?|tens)\b|(?<=\s)p$", re.IGNORECASE
)
"""What says a unit without brackets."""


def units_beside(heading: str) -> list[str]:
    """What a heading may say of a unit, as it is written: what stands in brackets, then a sign or a word for money or
    for so many."""
    inside = [text for text in BRACKETED.findall(heading) if 0 < len(text) <= LONGEST and not NO_UNIT.search(text)]
    signs = SIGN.search(BRACKETED.sub(" ", heading).strip())
    return [*inside, *([signs[0]] if signs else [])]
