"""Bring a repository to the program that runs: the line that names it, what it needs, tables of an earlier shape."""

from socialvalue.upgrading.figures import compared
from socialvalue.upgrading.judging import errors_found, judged
from socialvalue.upgrading.upgrade import Upgrade, in_full, planned, summary, upgraded

__all__ = ["Upgrade", "compared", "errors_found", "in_full", "judged", "planned", "summary", "upgraded"]
