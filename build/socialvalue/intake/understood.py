"""What an import has understood of its files so far, and what of it is kept for the next file of the sender."""

from collections.abc import Mapping as Held
from collections.abc import Sequence
from dataclasses import dataclass, field

from socialvalue.intake.column import NO_HEADING
from socialvalue.intake.entry import Gathered
from socialvalue.intake.mapping import Mapping
from socialvalue.intake.packages import SAME, Package
from socialvalue.intake.questions import Answers
from socialvalue.intake.table import Table
from socialvalue.intake.workbook import Sheet, Workbook, shown


@dataclass
class Understood:
    """What is understood of some files so far."""

    tables: list[tuple[Workbook, Table]] = field(default_factory=list)
    without: list[tuple[Workbook, Sheet, str]] = field(default_factory=list)
    """The sheets that nothing is read from, and why."""
    own: list[tuple[Workbook, Table]] = field(default_factory=list)
    """The workbooks that are ours, with the rows of Your figures."""
    gathered: Gathered = field(default_factory=Gathered)
    so_far: Gathered = field(default_factory=Gathered)
    """The lines whose figures are totals since a start, until each is without what came before it."""
    packages: list[Package] = field(default_factory=list)
    mapping: Mapping | None = None
    """The mapping that the files are known by; None for none."""
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def waiting(self) -> Held[str, Sequence[tuple[str, tuple[int, int]]]]:
        """The cells that each open question is about."""
        return self.gathered.waiting

    @property
    def to_write(self) -> list[Package]:
        """The returns that differ from what stands."""
        return [package for package in self.packages if package.state != SAME]


def no_table(found: Understood) -> str:
    """What to say where no sheet holds a table of figures."""
    said = "; ".join(f"{shown(sheet.name)}: {why}" for _, sheet, why in found.without[:6])
    return (
        f"No table of figures was found ({said}). It needs a row of headings, with one for the measure, as KPI, "
        "and one for the figures, as Actual. Name a sheet with --sheet."
    )


def learned(found: Understood, name: str, answers: Answers) -> Mapping:
    """The mapping to keep: the headings, but for those that are periods, and the answers that hold for the sender."""
    columns = {
        column.named: column.field
        for _, table in found.tables
        for column in table.columns
        if not column.period and column.sure not in ("hidden", NO_HEADING)
    }
    before = found.mapping.answers if found.mapping else {}
    return Mapping(name, columns, {**before, **answers.to_keep()})
