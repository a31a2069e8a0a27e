"""What one cell of each type may hold, and how it is held once it is known to be right."""

from socialvalue.check.cells.bad_cell import BadCell
from socialvalue.check.cells.judging import judge_of

__all__ = ["BadCell", "judge_of"]
