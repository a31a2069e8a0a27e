"""A project does not deliver five times what it promised."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import Severity, rows

TIMES = 5


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    whole = (targets["part_of"] == "") & (targets["area"] == "") & (targets["local_definition"] == "")
    targets = targets[whole & ~targets["target"].isin(targets["replaces"])]
    if targets.empty:
        return
    promised = targets.groupby(["project", "measure"])["quantity"].sum().rename("promised").reset_index()
    lines = tables.standing
    if lines.empty:
        return
    lines = lines.merge(promised, on=["project", "measure"]).sort_values("start")
    delivered = lines.groupby(["project", "measure"])["quantity"].transform("sum")
    above = delivered.gt(TIMES * lines["promised"]) & lines["promised"].gt(0)
    above_lines = lines.assign(delivered=delivered)[above.fillna(False)]
    for line in rows(above_lines.drop_duplicates(["project", "measure"], keep="last")):
        total = f"{figure(line.delivered)} {line.unit} in all"
        said = f"{total} are more than {TIMES} times the target, {figure(line.promised)}."
        yield at(line, "quantity", said, value=figure(line.quantity))


RULE = Rule(
    id="five-times-target",
    severity=Severity.WARNING,
    group="Plausibility",
    title="Delivery is not far above the target",
    why="Nobody beats a target five times over. The two are counted differently, or one of them has a nought too many.",
    example="fw1,2500,weeks against a target of 400",
    mend="Look whether target and line count the same thing, in the same unit.",
    find=find,
)
