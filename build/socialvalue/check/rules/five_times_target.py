"""A project does not deliver five times what it promised."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.series import added
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, rows

TIMES = 5
WHAT = ["project", "measure"]


def find(tables: Tables) -> Iterator[Hit]:
    targets = tables["targets"]
    whole = (targets["part_of"] == "") & (targets["area"] == "") & (targets["local_definition"] == "")
    targets = targets[whole & ~targets["target"].isin(targets["replaces"])]
    if targets.empty:
        return
    promised = targets.assign(promised=added(targets, WHAT, "quantity"))[[*WHAT, "promised"]].drop_duplicates(WHAT)
    lines = tables.standing
    if lines.empty:
        return
    lines = beside(lines, WHAT, promised, WHAT, ["promised"])
    lines = lines[lines["promised"].gt(0).fillna(False)]
    lines = lines.assign(delivered=added(lines, WHAT, "quantity")).sort_values("start")
    above = lines[((lines["delivered"] - 1) // TIMES).ge(lines["promised"])]  # five times as much might not fit
    for line in rows(above.drop_duplicates(WHAT, keep="last")):
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
