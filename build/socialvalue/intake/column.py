"""A column of the table in a sheet: its heading, what it is and how sure that is."""

from dataclasses import dataclass

NO_HEADING = "no heading"
"""Why a column is left out that has cells and no heading."""
GUESSED = "by what stands below"
"""How sure a column is whose heading says nothing of what it is."""


@dataclass(frozen=True)
class Column:
    """A column of the table in a sheet."""

    number: int
    heading: str
    group: str = ""
    """What stands above several headings: This quarter."""
    field: str = "left_out"
    sure: str = "not known"
    """How sure the field is, in a word or two: yes, likely, kept, hidden, not known."""
    measure: str = ""
    """The words for the measure of all its figures, where the heading says that."""
    period: str = ""
    """The words for the period of all its figures, where the heading or the group says that."""
    unit: str = ""
    """The word for the unit of all its figures."""

    @property
    def named(self) -> str:
        """The heading as a mapping keeps it."""
        return f"{self.group}/{self.heading}" if self.group and self.period == "" else self.heading
