"""Whether two authorities mean one organisation: only where both give the same public number."""

import re

ORG_ID = re.compile(r"[A-Z]{2}-[A-Z0-9]{2,10}-[A-Z0-9./-]{1,40}", re.ASCII)
"""As org-id.guide has them: the register, then the number in it."""
COMPANY = re.compile(r"[0-9]{6,8}|[A-Z]{2}[0-9]{5,6}", re.ASCII)
"""A number of Companies House by itself, also where a spreadsheet took its zeros away."""
COMPANIES_HOUSE = "GB-COH-"


def public_number(identifier: str) -> str:
    """An identifier in one form, as in GB-COH-01234567; empty where it is none that two authorities would share."""
    text = identifier.strip().upper()
    number = text.removeprefix(COMPANIES_HOUSE)
    if COMPANY.fullmatch(number):
        digits = number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        letters = number.removesuffix(digits)
        return f"{COMPANIES_HOUSE}{letters}{digits.zfill(8 - len(letters))}"
    return text if ORG_ID.fullmatch(text) else ""


def identity(authority: str, organisation: str, identifier: str) -> str:
    """The name by which an organisation is summed: its public number, or its authority's own name for it."""
    return public_number(identifier) or f"{authority}:{organisation}"
