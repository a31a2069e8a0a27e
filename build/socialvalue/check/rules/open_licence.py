"""A framework whose licence is not open is published by nobody who did not say so."""

from collections.abc import Iterator, Mapping
from typing import Any

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.licences import all_open, is_open
from socialvalue.domain.withheld import PUBLISH, withheld
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    for name, descriptor in tables.frameworks.items():
        yield from _described(name, descriptor)
    hidden = withheld(tables.frameworks)
    values = tables["unit-values"]
    here = values["file"].astype(str).str.startswith("frameworks/")  # not those brought for one run
    for row in rows(values[here & ~values["owner"].isin(hidden) & (values["licence"] != "")]):
        if not is_open(row.licence):
            yield at(row, "licence", "This is not known as an open licence.", value=row.licence)


def _described(name: str, descriptor: Mapping[str, Any]) -> Iterator[Hit]:
    file = f"frameworks/{name}/datapackage.json"
    said = descriptor.get(PUBLISH, True)
    if not isinstance(said, bool):
        wrong = "Whether it is published is said by true or false, without quotation marks."
        yield Hit(wrong, "Write false, or take it away.", name, file, None, PUBLISH, str(said), "false")
    elif said and descriptor:
        named = descriptor.get("licenses")
        licences = [each for each in named if isinstance(each, dict)] if isinstance(named, list) else []
        if not licences:
            said = "It names no licence. Nobody may publish what has none."
            yield Hit(said, NAME, name, file, None, "licenses")
        for licence in licences:
            if not all_open(str(licence.get(key) or "") for key in ("name", "title", "path")):
                said = "This is not known as an open licence."
                yield Hit(said, "", name, file, None, "licenses", str(licence.get("name") or licence.get("title", "")))


NAME = 'Add "licenses", as in the framework that comes with the program, or write "publish": false.'
RULE = Rule(
    id="open-licence",
    severity=Severity.ERROR,
    group="Frameworks",
    title="What is published is under an open licence",
    why="A site shows every measure and unit value of its frameworks. Tables such as the National TOMs may be used by "
    "those who hold a licence, and published by nobody else.",
    example="licence CC BY-NC-ND 4.0",
    mend="Write the name of an open licence and nothing else, such as OGL v3.0 or CC BY 4.0. If you may use it and not "
    'publish it, write "publish": false in the framework\'s datapackage.json: it is then used on this machine and '
    "never written to a site.",
    find=find,
)
