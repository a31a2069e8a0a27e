"""A return names a framework that is here, in the edition that its contract was signed under."""

from collections.abc import Iterator

from socialvalue.check.rule import Hit, Rule, about
from socialvalue.check.tables import Tables
from socialvalue.domain.editions import named as named_by
from socialvalue.records import Severity, rows

RECORDED = (
    "Figures of edition {edition} are recorded. If the contract was signed under {edition}, write {edition} into "
    "register/projects.csv: its figures stay. Only if it was signed under {right}, write {right}: its figures may move."
)


def find(tables: Tables) -> Iterator[Hit]:
    projects = tables["projects"].drop_duplicates("project").set_index("project")[["framework", "edition"]]
    signed = tables["returns"].join(projects.add_prefix("signed_"), on="project").fillna("")
    recorded = set(zip(tables["editions"]["owner"], tables["editions"]["edition"], strict=True))
    for returned in rows(signed):
        named, edition = returned.framework, returned.edition
        if named and named not in tables.frameworks:
            here = ", ".join(tables.frameworks)
            said = f'There is no framework "{named}".'
            yield about(returned, "framework", said, f"Those that are here: {here}.", value=named)
            continue
        if named and returned.signed_framework not in ("", named):
            said = f"The project was signed under {returned.signed_framework}, not under {named}."
            yield about(returned, "framework", said, "", returned.signed_framework, named)
            continue
        held = tables.frameworks.get(named, {}).get("version", "")
        signed = returned.signed_edition
        right, where = (signed, "register/projects.csv") if signed else (held, f"frameworks/{named}")
        if isinstance(right, str) and right and edition and edition != right:
            said = f'The edition is "{edition}"; in {where} it is "{right}".'
            if (named, edition) in recorded:
                yield about(returned, "edition", said, RECORDED.format(edition=edition, right=right), value=edition)
                continue
            elsewhere = not signed and edition in named_by(tables.frames, named) - {""}
            mend = f" If the contract was signed under {edition}, write that into register/projects.csv." * elsewhere
            yield about(returned, "edition", said, f"Write {right}.{mend}", right, edition)


RULE = Rule(
    id="known-framework",
    severity=Severity.ERROR,
    group="Measures",
    title="The framework and its edition are those of the contract",
    why="The same code can mean something else, or be worth something else, in another edition.",
    example='"edition": "2017"',
    mend="Name the framework and the edition that the contract was signed under.",
    find=find,
)
