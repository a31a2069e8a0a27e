"""A correction that a site may not show takes the return that it corrects off the site, too."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.domain.withheld import withheld
from socialvalue.records import Severity, rows


def find(tables: Tables) -> Iterator[Hit]:
    hidden = withheld(tables.frameworks)
    if not hidden:
        return
    returns = tables["returns"]
    under = dict(zip(returns["owner"], returns["framework"], strict=True))
    for returned in rows(returns[returns["framework"].isin(hidden) & (returns["supersedes"] != "")]):
        earlier = under.get(f"{returned.project}/{returned.supersedes}", "")
        if earlier and earlier not in hidden:
            said = (
                f"It corrects {returned.supersedes}, which is counted by {earlier}, and is counted by "
                f"{returned.framework}, which is not to be published. So a site shows neither."
            )
            yield about(returned, "framework", said, f"Count it by {earlier} if the public is to see it.")


RULE = Rule(
    id="correction-kept-off",
    severity=Severity.WARNING,
    group="Frameworks",
    title="A correction can be read where the return that it corrects could",
    why="A figure that was replaced is never shown as if it stood. Where the figure in its place may not be shown, "
    "both go from the site, and whoever saw the first can read nowhere why.",
    example='"supersedes": "2024-q1" in a return under a framework with "publish": false',
    mend="Count the correction by the framework of the return that it corrects.",
    find=find,
)
