"""Room 2: judge what was read. Changes nothing."""

from socialvalue.check.referee import check

__all__ = ["check"]
