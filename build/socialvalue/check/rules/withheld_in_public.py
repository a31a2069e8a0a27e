"""A framework that is not to be published lies in a repository that anybody can read."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.domain.withheld import PUBLISH, withheld
from socialvalue.records import Severity


def find(tables: Tables) -> Iterator[Hit]:
    if tables.settings.public:
        for name in sorted(withheld(tables.frameworks)):
            said = "It is not to be published, and authority.toml says that anybody can read this repository."
            yield Hit(said, "", name, f"frameworks/{name}/datapackage.json", None, PUBLISH, "false")


RULE = Rule(
    id="withheld-in-public",
    severity=Severity.WARNING,
    group="Frameworks",
    title="A framework that is not to be published is in no public repository",
    why="What is committed to a public repository is published by that alone, whatever the site shows.",
    example='"publish": false in a repository with public = true',
    mend="Name its folder in .gitignore, so that it stays on your machine, or say public = false where only you read "
    "the repository.",
    find=find,
)
