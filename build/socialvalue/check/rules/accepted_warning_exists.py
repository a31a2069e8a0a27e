"""An accepted warning names a rule that warns, and a place that is there."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    for row in rows(tables["accepted-warnings"]):
        if row.rule and row.rule not in tables.rules_that_warn:
            yield at(row, "rule", f'"{row.rule}" is no rule that warns. Errors cannot be accepted.', value=row.rule)
        elif row.where and not _there(row.where, tables):
            yield at(row, "where", f'"{row.where}" is not there.', value=row.where)


def _there(where: str, tables: Tables) -> bool:
    """Whether a return, a line of it (project/period#3) or a row of a table (targets.csv#its-key) is there."""
    place, has_key, key = where.partition("#")
    if place.endswith(".csv"):
        table = tables.frames.get(place.removesuffix(".csv"))
        if table is None or not has_key:
            return False
        columns = [name for name in table.columns if name not in ("file", "row", "owner")][: key.count("/") + 1]
        return key in set(table[columns].astype(str).agg("/".join, axis=1))
    if place not in tables.places:
        return False
    return not has_key or any(
        key in set(table.loc[table["owner"] == place, column].astype(str))
        for table, column in ((tables["lines"], "line"), (tables["evidence"], "evidence"))
    )


RULE = Rule(
    id="accepted-warning-exists",
    severity=Severity.WARNING,
    group="Plausibility",
    title="Accepted warnings still stand for something",
    why="A row that fits nothing hides a slip: the warning that it was meant for is open, or long gone.",
    example="duplicate-line,north-road/2024-q9#2",
    mend="Correct the row of accepted-warnings.csv, or delete it.",
    find=find,
)
