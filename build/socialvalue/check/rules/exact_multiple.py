"""Jobs are counted, not multiplied out of homes or floor space."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.check.wording import figure
from socialvalue.records import MILLION, YEARS_OF_WORK, Severity, plain, rows

COUNTED = ("jobs", "headcount", *YEARS_OF_WORK, "placements")
BASES = ("homes", "properties", "households", "businesses", "square_metres", "gbp")
MOST = 10
"""Times, up to which a multiple is looked for."""
TOO_SMALL = 30 * MILLION
"""Below this, an exact multiple is soon met by chance."""


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables.standing
    enough = lines["quantity"].ge(TOO_SMALL).fillna(False)
    counted, lines = lines[enough & lines["unit"].isin(COUNTED)], lines[enough & lines["unit"].isin(BASES)]
    bases = lines[["owner", "row", "measure_name", "quantity"]]
    pairs = plain(counted).merge(plain(bases), on="owner", suffixes=("", "_base"))
    exact = (pairs["quantity"] % pairs["quantity_base"]).eq(0)
    times = pairs["quantity"] // pairs["quantity_base"]
    for pair in rows(pairs.assign(times=times)[(exact & times.between(2, MOST)).fillna(False)]):
        said = (
            f"{figure(pair.quantity)} is exactly {pair.times} times the {figure(pair.quantity_base)} of row "
            f"{pair.row_base} ({pair.measure_name_base})."
        )
        yield at(pair, "quantity", said, value=figure(pair.quantity))


RULE = Rule(
    id="exact-multiple",
    severity=Severity.WARNING,
    group="Traps",
    title="Counts are no multiples of another line",
    why="496 jobs beside 248 homes are two for each home: nobody counted them.",
    example="po1,496,jobs beside po2,248,homes",
    mend="Give the number that was counted. If it is an estimate, leave it out and say so in left-out.csv.",
    find=find,
)
