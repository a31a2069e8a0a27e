"""The answer to an officer's file, in that file: what is to be done on a first sheet, and the cells marked."""

from socialvalue.intake.answer.file import answer_path, of_returns, written_into
from socialvalue.intake.answer.things import answer_to

__all__ = ["answer_path", "answer_to", "of_returns", "written_into"]
