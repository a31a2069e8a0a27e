"""A line of another organisation than the submitter's says where in the supply chain that stands."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, plain, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.lines
    bare = plain(lines[(lines["organisation"] != "") & (lines["tier"] == "") & (lines["basis"] == "submitted")])
    submitter = tables["returns"].set_index("owner")["organisation"]
    for line in rows(bare[bare["organisation"] != bare["owner"].map(submitter)]):
        yield at(line, "tier", f"The line is from {line.organisation}, and does not say in which tier it stands.")


RULE = Rule(
    id="tier-given",
    severity=Severity.WARNING,
    group="Places and organisations",
    title="Lines of the supply chain give their tier",
    why="The main contractor and its subcontractor may both tell of the same job. The tier shows who tells.",
    example="example-roofer,,",
    mend="Choose from: client, main contractor, subcontractor, supplier, partner.",
    find=find,
)
