"""A project's social value is not more than a plausible share of its contract."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import coded
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.worths
    lines = lines[lines["worth"].gt(0) & lines["worth"].le(lines["contract"])].sort_values("start")
    if lines.empty:
        return
    share = 100 * lines["worth"].groupby(coded(lines, ["project"])[0]).transform("sum") / lines["contract"]
    above = lines.assign(share=share)[share > tables.settings.plausible_share]
    for line in rows(above.drop_duplicates("project", keep="last")):
        said = f"All that {line.project} reports comes to {int(line.share)} percent of its contract."
        yield at(line, "quantity", said)


RULE = Rule(
    id="above-plausible-share",
    severity=Severity.WARNING,
    group="Plausibility",
    title="Social value is a plausible share of the contract",
    why="Most contracts bring 20 to 24 percent of their cost. Far more than that is questioned before it is published.",
    example="le2,1000000,gbp on a contract of £1,500,000",
    mend="Look for totals since the start, for spend that is counted twice, and at contract_gbp in "
    "register/projects.csv. The share that is questioned is plausible_share in authority.toml.",
    find=find,
)
