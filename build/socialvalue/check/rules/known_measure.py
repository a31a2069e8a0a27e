"""A line counts a measure that the return's framework has."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, Tables
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    known = tables["measures"].groupby("owner")["measure"].agg(set).to_dict()
    lines = tables["lines"]
    framework = lines["owner"].map(lambda owner: tables.descriptors[owner].get("framework", ""))
    for line, name in zip(rows(lines), framework, strict=True):
        if line.measure and line.measure not in known.get(name, ()):
            yield Hit(
                f'"{line.measure}" is not a measure of {name}. Look it up in data/frameworks/{name}/measures.csv.',
                line.owner,
                line.file,
                line.row,
                "measure",
                line.measure,
            )


RULE = Rule(
    id="known-measure",
    severity=Severity.ERROR,
    title="The measure is in the framework",
    why="A line with an unknown measure has no unit and no unit value, so nobody can say what it counts.",
    mend="Use a code from the measures of the framework that the return names.",
    find=find,
)
