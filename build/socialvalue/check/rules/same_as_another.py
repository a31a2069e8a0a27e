"""A return does not say just what the return of another project says."""

from collections import defaultdict
from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.records import MILLION, Severity, plain, rows

FEWEST = 2
"""Lines that say something: a single one may well be the same elsewhere."""
TOO_SMALL = 20 * MILLION
"""Below this in all of them, the same numbers elsewhere say nothing."""
WHAT = ["owner", "measure", "quantity", "headcount"]


def find(tables: Tables) -> Iterator[Hit]:
    by_return: defaultdict[str, list[tuple[str, int, str]]] = defaultdict(list)
    large: set[str] = set()
    lines = tables.standing
    lines = lines[lines["measure_sensitivity"].isin(("", "none"))]  # those of few people are compared with nothing
    for line in rows(plain(lines[WHAT])):
        by_return[line.owner].append((line.measure, int(line.quantity), str(line.headcount)))
        if line.quantity >= TOO_SMALL:
            large.add(line.owner)
    first: dict[tuple[tuple[str, int, str], ...], str] = {}
    known = tables["returns"]["project"].isin(tables["projects"]["project"])  # of the others another rule tells
    returns = {returned.owner: returned for returned in rows(tables["returns"][known])}
    for owner in sorted(large & returns.keys(), key=lambda owner: (returns[owner].received_on, owner)):
        figures = tuple(sorted(by_return[owner]))
        other = first.setdefault(figures, owner) if len(figures) >= FEWEST else owner
        if returns[other].project != returns[owner].project:
            said = f"All {len(figures)} figures are those of {other}, the return of another project."
            yield Hit(said, "", owner, f"{tables.places[owner]}/lines.csv")


RULE = Rule(
    id="same-as-another",
    severity=Severity.WARNING,
    group="Traps",
    title="No return has the figures of another project",
    why="Whoever reports for two projects may send the same file twice. Then everything in it counts twice.",
    example="41 weeks, 20 people and £27,120 for the road and for the hall",
    mend="Look whether the file of the other project was copied. If both are right, accept the warning and say why.",
    find=find,
)
