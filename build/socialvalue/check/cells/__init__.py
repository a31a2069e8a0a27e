"""What one cell of each type may hold, and how it is held once it is known to be right."""

from socialvalue.check.cells.judging import judge_of
from socialvalue.check.cells.wrong import Wrong

__all__ = ["Wrong", "judge_of"]
