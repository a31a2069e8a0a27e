"""Verified means that somebody else than the submitter looked."""

from collections.abc import Iterator

from socialvalue.check.rule import PLACE, Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.look_up import beside
from socialvalue.records import Severity, plain, rows


def find(tables: Tables) -> Iterator[Hit]:
    lines = tables["lines"]
    verified = (lines["status"] == "verified") & (lines["evidence"] != "")
    if not verified.any():
        return
    lines = lines.loc[verified, [*PLACE, "evidence", "organisation"]]
    evidence = tables["evidence"].assign(there=True)
    lines = beside(lines, ["owner", "evidence"], evidence, ["owner", "evidence"], ["checked_by", "there"])
    lines = plain(lines[lines["there"]])
    submitter = tables["returns"].set_index("owner")["organisation"]
    lines = lines.assign(submitter=lines["owner"].map(submitter))
    for line in rows(lines[lines["checked_by"] == ""]):
        yield at(
            line, "status", f"The line is verified, but {line.evidence} does not say who checked it.", value="verified"
        )
    own = (lines["checked_by"] != "") & lines["checked_by"].eq(lines["submitter"])
    own |= (lines["checked_by"] != "") & lines["checked_by"].eq(lines["organisation"])
    for line in rows(lines[own]):
        said = f"{line.checked_by} verified a figure of its own."
        yield at(line, "status", said, value="verified")


RULE = Rule(
    id="verified-by-another",
    severity=Severity.ERROR,
    group="Evidence",
    title="Verified lines were checked by somebody else",
    why="Nobody can verify their own figures. The pages show verified figures as the surest of all.",
    example="a verified line whose evidence was checked by the builder that submits it",
    mend="Name in checked_by the organisation that checked it, or call the line evidenced.",
    find=find,
)
