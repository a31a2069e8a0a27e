"""What a reviewer sees of a change: two valuations side by side, for a terminal, a pull request or a program."""

from socialvalue.review.changes import Changes, changes_between
from socialvalue.review.reporting import reported

__all__ = ["Changes", "changes_between", "reported"]
