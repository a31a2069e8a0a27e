"""What is left out because so few people stand behind it is named without their number."""

from collections.abc import Iterator

from socialvalue.check.rule import PLACE, Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows

TOO_FEW = "too few people"


def find(tables: Tables) -> Iterator[Hit]:
    left_out = tables["left-out"]
    numbered = left_out["quantity"].notna() | (left_out["bound"] != "")
    for row in rows(left_out.loc[(left_out["reason_kind"] == TOO_FEW) & numbered, [*PLACE]]):
        yield at(row, "quantity", "This row says how many they were.")


RULE = Rule(
    id="few-left-out",
    severity=Severity.ERROR,
    group="Attestations and privacy",
    title="People who are too few to be told of have no number in left-out.csv",
    why="The table is published. A number in it tells what the line was left out for.",
    example="2 people, and the reason too few people",
    mend="Leave quantity and bound empty. Say in what which people it is about, and not how many.",
    find=find,
)
