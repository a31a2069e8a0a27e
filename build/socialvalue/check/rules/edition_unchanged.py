"""What an edition says stays while published figures rest on it: by what was published, and by recorded checksums."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from socialvalue.check.rule import Hit, Rule, at
from socialvalue.check.tables import Tables
from socialvalue.domain.editions import OF_EDITION, OF_PROJECT, Moved, Said, moved, named, said
from socialvalue.domain.editions_in_use import (
    NARROW,
    Edition,
    by_returns,
    editions_of,
    in_use,
    moved_to,
    promised,
    since_recorded,
)
from socialvalue.domain.invented import invented_projects
from socialvalue.domain.remembered import names_now
from socialvalue.records import Severity, rows

KEEP = (
    "Put it back. For another figure, write {edition} into the column edition of the old row, add a row with the new "
    "figure, and raise the version in the framework's datapackage.json."
)
ADDED = "Write the edition that it is for into its column edition, and raise the version in datapackage.json."
CODE = "Put it back. What is counted in another way gets its own code; name that in replaced_by of the old measure."
MEND = {
    **{(table, "changed"): KEEP for table in OF_EDITION},
    **{(table, "new"): ADDED for table in OF_EDITION},
    **{(table, "gone"): KEEP for table in OF_EDITION},
}
"""What to do, by table and by how a row differs; for others CODE."""
KEPT = ("checksum", "applies_to")
"""What is recorded of a row."""
HOW = {
    "changed": "{what} differs from what {edition} was published with. {users} use it.",
    "new": "{what} was not in {edition} when it was published. {users} use it.",
    "gone": "{what} was in {edition} when it was published. {users} use it.",
}


def find(tables: Tables) -> Iterator[Hit]:
    reported, promises = by_returns(tables["returns"]), _promises(tables)
    published = reported | editions_of(promises[promises["target"].isin(_promised_before(tables))])
    for framework, edition in sorted(reported | editions_of(promises)):
        now = said(tables.frames, framework, edition)
        seen = set()
        before = _since_published(tables, framework, edition) if (framework, edition) in published else ()
        for each in (*before, *_since_recorded(tables, framework, edition, now)):
            if (each.table, each.name) not in seen:
                seen.add((each.table, each.name))
                users = "Returns" if (framework, edition) in reported else "Promises"
                yield from _hits(each, now, framework, edition, users)
    yield from _record_changed(tables)


def _promises(tables: Tables) -> pd.DataFrame:
    """Every promise with its edition; one of a project that names none also with the one that was current before."""
    now = promised(tables.frames, tables.editions)
    if tables.before is None or tables.before.editions == tables.editions:
        return now
    return pd.concat([now, promised(tables.frames, tables.before.editions)], ignore_index=True)


def _promised_before(tables: Tables) -> frozenset[str]:
    return frozenset() if tables.before is None else frozenset(tables.before.tables["targets"]["target"])


def _since_published(tables: Tables, framework: str, edition: str) -> Iterator[Moved]:
    """What differs from what was published before. An edition that begins with this change is compared with nothing."""
    before = tables.before
    if before is None or framework not in set(before.tables["measures"]["owner"]):
        return
    if _begins_anew(tables, framework, edition):
        return
    version = str(tables.frameworks.get(framework, {}).get("version", ""))
    if edition == version != before.editions.get(framework, "") and edition not in named(before.tables, framework):
        return
    names = names_now(tables["projects"])
    was, now = (said(frames, framework, edition, names) for frames in (before.tables, tables.frames))
    for each in moved(was, now):
        if each.how != "new" or each.table != "adjustments" or _published(now[each.table][each.name], tables):
            yield each


def _begins_anew(tables: Tables, framework: str, edition: str) -> bool:
    """Whether the published returns and promises of an edition were all invented and are gone: no real figure rests on
    it."""
    if tables.was is None or tables.before is None or tables.asked:
        return False
    was, now = (_of(each, framework, edition) for each in (tables.was["returns"], tables["returns"]))
    before, promises = (
        _of(each, framework, edition)
        for each in (promised(tables.was, tables.before.editions), promised(tables.frames, tables.editions))
    )
    real = not was["invented"].all() or not before["project"].isin(invented_projects(tables.was["returns"])).all()
    left = now["owner"].isin(tables.published_returns).any() or promises["target"].isin(before["target"]).any()
    return not (was.empty and before.empty) and not real and not left


def _of(each: pd.DataFrame, framework: str, edition: str) -> pd.DataFrame:
    return each[(each["framework"] == framework) & (each["edition"] == edition)]


def _published(deduction: Any, tables: Tables) -> bool:
    """Whether a return or a promise that a new deduction is for was published; for one for many projects that is taken
    as given."""
    owner, promises = deduction.applies_to.partition("#")[0], tables["targets"]
    before = promises[promises["target"].isin(_promised_before(tables))]
    if deduction.scope == "line":
        return owner in tables.published_returns or owner in set(before["target"])
    projects = {returned.partition("/")[0] for returned in tables.published_returns} | set(before["project"])
    return owner in projects if deduction.scope in OF_PROJECT else True


def _since_recorded(tables: Tables, framework: str, edition: str, now: Said) -> Iterator[Moved]:
    """What differs from the checksums that were recorded for the edition.

    Of a deduction for some projects it can't be told whether a figure was published without it: see deduction-recorded.
    """
    for each in since_recorded(tables.frames, framework, edition, now):
        new = each.how == "new" and each.table == "adjustments"
        if not new or now["adjustments"][each.name].scope not in NARROW:
            yield each
    yield from moved_to(tables.frames, framework, edition)


def _hits(each: Moved, now: Said, framework: str, edition: str, users: str) -> Iterator[Hit]:
    mend = MEND.get((each.table, each.how), CODE).format(edition=edition)
    of_edition = f"edition {edition}"
    if each.how == "gone":
        place = f"frameworks/{framework}/{each.table}.csv"
        yield Hit(HOW["gone"].format(what=each.name, edition=of_edition, users=users), mend, framework, place)
        return
    for column in each.columns or ("",):
        what = f"{column} of {each.name}" if column else each.name
        yield at(
            now[each.table][each.name], column, HOW[each.how].format(what=what, edition=of_edition, users=users), mend
        )


def _record_changed(tables: Tables) -> Iterator[Hit]:
    """What was recorded and published stays: nobody makes a change seem none by another checksum."""
    if tables.before is None:
        return
    used: set[Edition] = {each for each in in_use(tables.frames, tables.editions) if not _begins_anew(tables, *each)}
    now = {(row.owner, row.edition, row.table, row.name): row for row in rows(tables["editions"])}
    for was in (row for row in rows(tables.before.tables["editions"]) if (row.owner, row.edition) in used):
        row = now.get((was.owner, was.edition, was.table, was.name))
        column = next((each for each in KEPT if row and getattr(was, each) not in ("", getattr(row, each))), "")
        if row is None or column:
            how = "is gone" if row is None else "is another"
            what = f"The {column or 'checksum'} of {was.name} in edition {was.edition} {how}."
            said = f"{what} What was recorded and published stays."
            yield Hit(said, "Put it back.", was.owner, was.file, row and int(row.row), column)


RULE = Rule(
    id="edition-unchanged",
    severity=Severity.ERROR,
    group="History",
    title="An edition in use does not change",
    why="Figures of a published edition could not be worked out again from what it says now.",
    example="value_gbp 120.00 where 100.00 was published, in the same edition or beside a new one",
    mend=KEEP.format(edition="the old edition"),
    find=find,
)
