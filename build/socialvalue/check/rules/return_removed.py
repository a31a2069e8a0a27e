"""A return that was published stays: whoever takes it back says why. An example that said it was invented may go."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    if tables.was is None or tables.asked:
        return
    was = tables.was["returns"]
    for returned in rows(was[~was["owner"].isin(set(tables["returns"]["owner"])) & ~was["invented"]]):
        mend = f'Put its folder back, then run: socialvalue withdraw {returned.owner} --reason "…"'
        yield Hit(f"{returned.owner} was published, and is gone.", mend, returned.owner, returned.file)


RULE = Rule(
    id="return-removed",
    severity=Severity.ERROR,
    group="History",
    title="Published returns are withdrawn, not deleted",
    why="A figure that vanishes leaves those who quoted it without an answer.",
    example="the folder 2024-q1 is deleted",
    mend="Put its folder back and withdraw it with a reason.",
    find=find,
)
