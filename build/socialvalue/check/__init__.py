"""Room 2: judge what was read; change nothing."""

from socialvalue.check.catalogue import catalogue
from socialvalue.check.judge import check
from socialvalue.check.output import confirm
from socialvalue.check.reporting import report

__all__ = ["catalogue", "check", "confirm", "report"]
