"""Returns as a form sees them, beside what the check finds in them by the rules that are data."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

import pandas as pd

from socialvalue.check.accepted import Accepted
from socialvalue.check.catalogue import for_form, rules
from socialvalue.check.clauses.clause import OF_A_RETURN, Clause, Clauses
from socialvalue.check.clauses.vocabulary import OF_LINES
from socialvalue.check.clauses.ways import FILES, in_words_of
from socialvalue.check.columns import hits
from socialvalue.check.findings import Findings
from socialvalue.check.headers import absent
from socialvalue.check.judge import typed_tables
from socialvalue.check.rule import Hit, Rule
from socialvalue.check.tables import Tables
from socialvalue.domain.standing import stands
from socialvalue.domain.successions import successors
from socialvalue.publish.downloads import prepare_data
from socialvalue.publish.site import Site
from socialvalue.records import Source, plain
from socialvalue.records import rows as rows_of

Found = tuple[str, str, int, str, str, str, str]
"""The rule, the table, the row's place in it, the column, what is wrong, what to do and what was probably meant."""
NUMBERS = ("quantity", "headcount")
"""The columns of lines.csv whose cells are compared too: the form says of a number what the check says."""
HitBy = tuple[Rule, Clause, Hit]


class Case(NamedTuple):
    """A return and what is known beside it, for JSON; and what Python finds."""

    name: str
    given: dict[str, Any]
    found: list[Found]


def cases_of(name: str, source: Source) -> Iterator[Case]:
    """A case for each return of a repository whose files can be read."""
    findings = Findings(frozenset(), Accepted(source))
    tables = typed_tables(source, findings)
    now = successors(tables["returns"])
    unread = {trouble.owner for trouble in source.troubles} | {owner for owner, _ in _lacking(source)}
    lists = _lists(source, tables)
    hit_by = list(_hits(tables, source))
    numbers = list(_numbers(tables, source))
    for returned in rows_of(tables["returns"]):
        if returned.owner not in unread and returned.owner not in now:
            sent, places = _sent(source, tables, returned)
            rows = [row for row, _ in sorted(places["lines"].items(), key=lambda pair: pair[1])]
            history = _history(tables, returned)
            beside = {"rows": rows, "history": history, "targets": _targets(tables, returned)}
            given = {"sent": sent, **beside, "today": source.today, **lists(returned)}
            found = [*_found(hit_by, returned.owner, places), *_in_cells(numbers, returned.owner, places)]
            yield Case(f"{name} {returned.owner}", given, sorted(found))


def _lacking(source: Source) -> set[tuple[str, str]]:
    """The returns with a file that lacks a column, each with that column."""
    owners = {file.file: file.owner for file in source.files}
    return {(owners[file], column) for file, column in absent(source.files, source.schemas)}


def _lists(source: Source, tables: Tables) -> Any:
    """What the page knows of a return's framework and project."""
    frames = {**tables.frames, "superseded-lines": tables["lines"].iloc[:0]}
    checked = SimpleNamespace(
        for_form=for_form(FILES), schemas=source.schemas, settings=source.settings, tables=frames,
        editions={},
    )  # fmt: skip
    places = tables["projects"].iloc[:0]  # no rule of a return asks for them
    site = Site(SimpleNamespace(checked=checked, places=places))  # type: ignore[arg-type]
    lists = {**prepare_data.start(site), **prepare_data.lists(site)}
    for row in site.rows("projects"):
        lists["projects"][row["project"]] |= prepare_data.contract(site, row)
    frameworks = {name: prepare_data.framework(site, name) for name in tables.frameworks}

    def of(returned: Any) -> dict[str, Any]:
        return {"lists": lists, "framework": frameworks.get(returned.framework), "project": returned.project}

    return of


def _sent(source: Source, tables: Tables, returned: Any) -> tuple[dict[str, Any], dict[str, dict[int, int]]]:
    """The return as text, and for each of its tables the place of each row of the file."""
    descriptor = source.descriptors.get(returned.owner, {})
    sent: dict[str, Any] = {
        "returned": {**returned._asdict(), "attestations": "attestations" in descriptor},
    }
    places: dict[str, dict[int, int]] = {"returns": {}}
    for table in ("lines", "evidence"):
        text = source.tables[table]
        left = set(zip(tables[table]["file"], tables[table]["row"], strict=True))
        own = [row for row in rows_of(text[text["owner"] == returned.owner]) if (row.file, row.row) in left]
        sent[table] = [{name: str(cell) for name, cell in row._asdict().items()} for row in own]
        places[table] = {row.row: at for at, row in enumerate(own)}
    return sent, places


def _history(tables: Tables, returned: Any) -> list[dict[str, Any]]:
    """The lines of the project's other returns that stand, as the page knows them."""
    lines = tables.lines
    stand = stands(lines["owner"], successors(tables["returns"])) & (lines["start"] != "")
    mine = lines[stand & (lines["project"] == returned.project) & (lines["owner"] != returned.owner)]
    return [
        {
            **{name: str(getattr(row, name)) for name in ("measure", "unit", "local_definition", "period", "start")},
            "end": row.end,
            "quantity": str(row.quantity),
            "headcount": None if pd.isna(row.headcount) else str(row.headcount),
            "flow": row.measure_adds_up == "flow" and row.part_of == "",
        }
        for row in rows_of(plain(mine[mine["quantity"].notna()]))
    ]


def _targets(tables: Tables, returned: Any) -> list[dict[str, str]]:
    """The promises of the project that stand, of no place and part of no other."""
    targets = tables["targets"]
    whole = (targets[["part_of", "area", "local_definition"]] == "").all(axis=1) & targets["quantity"].notna()
    mine = targets[whole & ~targets["target"].isin(targets["replaces"]) & (targets["project"] == returned.project)]
    return [{"measure": row.measure, "quantity": str(row.quantity)} for row in rows_of(plain(mine))]


def _hits(tables: Tables, source: Source) -> Iterator[HitBy]:
    """What the rules that are data find in all returns, but for cells that cannot be read."""
    lacking = absent(source.files, source.schemas)
    wrong = {
        (hit.file, hit.row, hit.column)
        for bad_cells in tables.bad_columns
        for _, hit in hits(bad_cells, lacking, tables)
    }
    for rule in rules():
        if not isinstance(rule.find, Clauses):
            continue
        for clause in rule.find.clauses:
            if clause.table in OF_A_RETURN:
                found = clause.hits(tables)
                yield from ((rule, clause, hit) for hit in found if (hit.file, hit.row, hit.column) not in wrong)


def _numbers(tables: Tables, source: Source) -> Iterator[tuple[str, Hit]]:
    """What is wrong with the numbers of all returns, by the rule of the cell."""
    lacking = absent(source.files, source.schemas)
    for bad_cells in tables.bad_columns:
        if bad_cells.field["name"] in NUMBERS:
            yield from hits(bad_cells, lacking, tables)


def _in_cells(numbers: Sequence[tuple[str, Hit]], owner: str, places: dict[str, dict[int, int]]) -> Iterator[Found]:
    """Those of one return, each with the place of its row."""
    for rule, hit in numbers:
        if hit.owner == owner and hit.file.endswith("/lines.csv"):
            mend = hit.mend or for_form(FILES)["cells"][rule]
            yield rule, "lines", places["lines"][hit.row or 0], hit.column, hit.message, mend, hit.suggestion


def _found(hit_by: Sequence[HitBy], owner: str, places: dict[str, dict[int, int]]) -> Iterator[Found]:
    """Those of one return, each with the place of its row."""
    for rule, clause, hit in hit_by:
        if hit.owner == owner:
            table = OF_LINES.get(clause.table, clause.table)
            at = places[table].get(hit.row or 0, 0)
            mend = hit.mend or in_words_of(FILES, rule.mend)
            yield rule.id, table, at, hit.column, hit.message, mend, hit.suggestion
