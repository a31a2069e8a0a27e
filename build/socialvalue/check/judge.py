"""Room 2: judge the whole repository, from what could not be read to the rules of the domain."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import partial

import pandas as pd

from socialvalue.check.accepted import Accepted
from socialvalue.check.bad_cells import BadCells
from socialvalue.check.catalogue import catalogue, for_form, rules
from socialvalue.check.columns import hits, typed
from socialvalue.check.findings import Findings
from socialvalue.check.headers import absent, headers, nameless
from socialvalue.check.keys import dangling_keys, doubled_keys
from socialvalue.check.profile import misfits, resolved
from socialvalue.check.referee import second_opinion
from socialvalue.check.returns import returns_of, superseded
from socialvalue.check.rows import data_rows
from socialvalue.check.rule import Hit
from socialvalue.check.tables import Tables
from socialvalue.check.what_stands import judge_what_stands, without_owners
from socialvalue.domain.disclosure import kept
from socialvalue.domain.withheld import withheld
from socialvalue.records import KEYS, Checked, FileRead, Severity, Source, plain


def check(source: Source, without: Set[str] = frozenset(), published: bool = False) -> Checked:
    """Judge the repository: every finding at once, and the tables of what passed; `without` some rules.

    What was `published` before keeps its shared tables whatever is found in them: they were right by the rules of then.
    """
    rows = {file.file: file.rows for file in source.files}
    findings = Findings(source.asked, Accepted(source), rows, _tables_unread(source))
    unread = _unread(source)
    for trouble in source.troubles:
        findings.trouble(trouble, unread)
    _headers(source, findings)
    tables = _cells(source, findings)
    _descriptors(source, findings)
    before = check(_in_our_shape(source.before), _no_errors(), published=True) if source.before else None
    tables = replace(tables, before=before)
    asked = [rule for rule in rules() if rule.id not in without]
    for domain in (rule for rule in asked if not rule.of_what_stands):
        findings.domain(domain, findings.found(domain, tables))
    judge_what_stands(tables, findings, [rule for rule in asked if rule.of_what_stands])
    sensitive = _sensitive(tables)
    findings.private = sensitive if kept(source.settings, tables["disclosures"]) else frozenset()
    return Checked(
        settings=source.settings,
        tables=_accepted(tables.frames, {owner for owner in findings.faulty if "/" in owner or not published}),
        findings=findings.in_order(),
        held_back=findings.held_back(),
        not_applied=tuple(findings.not_applied),
        looked_at=_looked_at(source, tables),
        schemas=source.schemas,
        published=source.published,
        descriptors={owner: each for owner, each in source.descriptors.items() if owner not in findings.faulty},
        editions={name: str(package["version"]) for name, package in source.frameworks.items() if "version" in package},
        withheld=withheld(source.frameworks),
        catalogue=catalogue(),
        for_form=for_form(),
        compared=source.compared,
        before=before,
        sensitive_projects=sensitive,
    )


def _headers(source: Source, findings: Findings) -> None:
    """What is wrong with a header or with a table of no rows, which is what a withdrawal should be."""
    withdrawals = {owner for owner, descriptor in source.descriptors.items() if descriptor.get("withdraws") is True}
    for rule, hit in headers(source.files, source.schemas, {trouble.file for trouble in source.troubles}):
        if rule != "no-rows" or hit.owner not in withdrawals:
            findings.plain(rule, hit)


def _cells(source: Source, findings: Findings) -> Tables:
    """Every table with typed columns; what is wrong with a row, a cell or a key is added to the findings."""
    lacking = absent(source.files, source.schemas)
    tables = typed_tables(source, findings, nameless(lacking, source.files))
    findings.absent(lacking)
    for bad_cells in tables.bad_columns:
        for rule, hit in hits(bad_cells, lacking, tables):
            findings.plain(rule, hit)
    _keys(source, tables, findings)
    theirs = partial(second_opinion, source.tables, source.schemas, findings.rejected, findings.known)
    for hit in findings.applied("second-opinion", theirs):
        findings.plain("second-opinion", hit)
    return tables


def _in_our_shape(before: Source) -> Source:
    """What was published, with the columns of today: a table of an earlier shape is compared in what both have."""
    wanted = {table: tuple(field["name"] for field in schema["fields"]) for table, schema in before.schemas.items()}
    older = [file for file in before.files if file.header and file.header != wanted[file.table]]
    if not older:
        return before
    files = tuple(replace(file, header=wanted[file.table]) if file in older else file for file in before.files)
    return replace(before, files=files)


def _no_errors() -> frozenset[str]:
    """The rules that hold nothing back: of what was published before, only what was accepted is asked."""
    return frozenset(rule.id for rule in rules() if rule.severity is not Severity.ERROR)


def _looked_at(source: Source, tables: Tables) -> dict[str, int]:
    """How much was judged."""
    returns = len(source.places)
    return {"files": len(source.files) + returns, "returns": returns, "lines": len(tables["lines"])}


def _sensitive(tables: Tables) -> frozenset[str]:
    """The projects with a line of a sensitive measure, or of one that is not known, or with lines that nobody read."""
    lines = tables.lines
    plainly = lines["known"] & (lines["measure_sensitivity"] == "none")
    owners = {*lines.loc[~plainly, "owner"], *(set(tables.places) - set(lines["owner"]))}
    return frozenset(owner.partition("/")[0] for owner in owners)


def _unread(source: Source) -> Set[str]:
    """The files of which room 1 could read nothing."""
    places = {source.places[owner] for owner in source.descriptors}
    places |= {place for place, package in source.packages.items() if package}
    descriptors = {trouble.file for trouble in source.troubles if trouble.file.endswith("datapackage.json")}
    descriptors -= {f"{place}/datapackage.json" for place in places}
    return {file.file for file in source.files if not file.header} | descriptors


def _tables_unread(source: Source) -> Set[str]:
    """The shared tables of which no row, or no key of any row, could be read: nobody knows what is in them."""
    return {file.table for file in _keyless(source) if "/" not in file.owner}


def _keyless(source: Source) -> Iterator[FileRead]:
    """The files of which nothing could be read, or not the column that names their rows."""
    columns = {table: {field["name"] for field in schema["fields"]} for table, schema in source.schemas.items()}
    keys = {table: key for table, key in KEYS.items() if key in columns.get(table, ())}
    for file in source.files:
        if not file.header or (file.table in keys and keys[file.table] not in file.header):
            yield file


def typed_tables(source: Source, findings: Findings, unnamed: Set[str] = frozenset()) -> Tables:
    """Every table with typed columns; what is wrong with a row as a whole is added to the findings."""
    frames: dict[str, pd.DataFrame] = {"returns": returns_of(source)}
    bad_columns: list[BadCells] = []
    odd_rows: dict[str, pd.DataFrame] = {}
    for name, schema in source.schemas.items():
        table, odd_rows[name], odd = data_rows(source.tables[name], schema, unnamed)
        for rule, hit in odd:
            findings.plain(rule, hit)
        findings.passed_over(odd_rows[name])
        frames[name], wrong = typed(table, schema)
        bad_columns.extend(wrong)
    files: defaultdict[str, set[str]] = defaultdict(set)
    for file in source.files:
        files[file.owner].add(f"{file.table}.csv")
    return Tables(
        frames=frames,
        descriptors=source.descriptors,
        places=source.places,
        packages=source.packages,
        frameworks=source.frameworks,
        settings=source.settings,
        today=source.today,
        asked=source.asked,
        files={owner: frozenset(names) for owner, names in files.items()},
        bad_columns=bad_columns,
        odd_rows=odd_rows,
        troubles=source.troubles,
        read=source.files,
        compared=source.compared,
        published_returns=source.published_returns,
        rules_that_warn=frozenset(entry.id for entry in catalogue() if entry.severity is not Severity.ERROR),
    )


def _keys(source: Source, tables: Tables, findings: Findings) -> None:
    unread = {(file.owner, file.table) for file in _keyless(source)}
    unread |= {(owner, "evidence") for owner in source.descriptors if _lost_evidence(owner, source, tables)}
    for name, schema in source.schemas.items():
        for hit in doubled_keys(tables[name], schema):
            findings.plain("unique-key", hit)
        for hit in dangling_keys(name, tables, source.schemas, unread):
            findings.plain("known-reference", hit)


def _lost_evidence(owner: str, source: Source, tables: Tables) -> bool:
    """Whether a return lists an evidence.csv that is not there: nobody knows what is in it."""
    listed = source.descriptors[owner].get("resources")
    paths = [entry.get("path") for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    return "evidence.csv" in paths and "evidence.csv" not in tables.files_of(owner)


def _descriptors(source: Source, findings: Findings) -> None:
    profile = resolved(source.profile)
    for owner, descriptor in source.descriptors.items():
        file = f"{source.places[owner]}/datapackage.json"
        for hit in misfits(descriptor, profile):
            place = Hit(hit.message, hit.mend, owner, file, None, hit.column, hit.value, hit.suggestion)
            findings.plain("descriptor", place)


def _accepted(frames: Mapping[str, pd.DataFrame], held: Set[str]) -> dict[str, pd.DataFrame]:
    """The tables without what is held back, and without the lines of returns that others replaced."""
    found = {name: without_owners(frame, held) for name, frame in frames.items()}
    found["returns"] = superseded(found["returns"])
    replaced = found["returns"].loc[found["returns"]["superseded_by"] != "", "owner"]
    for name in ("lines", "evidence"):
        old = found[name]["owner"].isin(replaced)
        found[f"superseded-{name}"] = plain(found[name][old].reset_index(drop=True))
        found[name] = plain(found[name][~old].reset_index(drop=True) if old.any() else found[name])
    return found
