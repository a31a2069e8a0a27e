"""Room 2: judge what was read; change nothing."""

from socialvalue.check.catalogue import catalogue
from socialvalue.check.judge import check
from socialvalue.check.output import confirm
from socialvalue.check.reporting import report
from socialvalue.check.rules.safe_link import cited
from socialvalue.web_address import public, trouble

__all__ = ["catalogue", "check", "cited", "confirm", "public", "report", "trouble"]
