"""The price index is above nought in every year, and no year's prices are thousands of times another's."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import PRICE_RATIO, Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    deflators = tables["deflators"].dropna(subset=["index"])
    for row in rows(deflators[deflators["index"] == 0]):
        yield at(row, "index", f"The price index of {row.financial_year} is 0.", value="0")
    above = deflators[deflators["index"] > 0]
    for _, vintage in above.groupby("vintage"):
        middle = int(vintage["index"].sort_values().iloc[(len(vintage) - 1) // 2])
        for row in rows(vintage):
            if max(row.index, middle) > PRICE_RATIO * min(row.index, middle):
                said = f"The price index of {row.financial_year} is {figure(row.index)}; in most years it is about "
                yield at(row, "index", f"{said}{figure(middle)}.", value=figure(row.index))


RULE = Rule(
    id="plausible-prices",
    severity=Severity.ERROR,
    group="Frameworks",
    title="The price index is above nought, and changes as prices do",
    why="Every £ is divided by it. A nought ends the sum, and a point in the wrong place makes each £ a thousand.",
    example="2024-10,2024-25,0",
    mend="Copy the index again from its source.",
    find=find,
)
