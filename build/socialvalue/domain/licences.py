"""Whether words about a licence name an open one: anybody may use, change and publish again what is under it."""

import re

OPEN = re.compile(
    r"open (?:government|parliament|database) licen[cs]e|open data commons|\bo(?:gl|dbl|dc-by)\b|\bpddl\b"
    r"|\bcc[ -]?0\b|public domain|/publicdomain/"
    r"|\bcc[ -]by(?:[ -]sa)?\b|creative commons attribution|/licenses/by(?:-sa)?/"
    r"|none needed",
    re.IGNORECASE,
)
"""As the Open Definition has them, and what needs none: a rule of the framework's own."""
CLOSED = re.compile(
    r"\bn[cd]\b|non-?\s?commercial|no-?\s?deriv|all rights reserved|\bnot open\b|proprietary|\bsubscri", re.IGNORECASE
)


def is_open(words: str) -> bool:
    """Whether the words name an open licence and nothing that takes it back."""
    return bool(OPEN.search(words)) and not CLOSED.search(words)
