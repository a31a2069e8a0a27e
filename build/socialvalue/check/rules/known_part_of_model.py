"""A measure is matched with a part of a national model that is there."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    parts = tables["model-parts"]
    known = set(zip(parts["model"].astype(str), parts["part"].astype(str), strict=True))
    for row in rows(tables["model-matches"]):
        if (str(row.model), str(row.part)) not in known:
            yield at(row, "part", f"The model {row.model} has no part {row.part}.", value=row.part)
    inside = parts[parts["within"] != ""]
    for row in rows(inside):
        if (str(row.model), str(row.within)) not in known:
            yield at(row, "within", f"The model {row.model} has no part {row.within}.", value=row.within)


RULE = Rule(
    id="known-part-of-model",
    severity=Severity.ERROR,
    group="Frameworks",
    title="A part of a national model is one that is there",
    why="What is matched with a part that is not there is on no page, and nobody misses it.",
    example="fw1,social-value-model-2025,22,related where the model has parts 1 to 8",
    mend="Write the part as it stands in reference/model-parts.csv, or add it there.",
    find=find,
)
