"""Write the folder of a new return, ready to fill in: its descriptor, its lines and its evidence."""

import csv
import difflib
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from socialvalue import system
from socialvalue.domain.corrections import ATTESTATIONS
from socialvalue.domain.remembered import ROWS
from socialvalue.domain.spans import Span, in_words
from socialvalue.errors import BrokenRepository
from socialvalue.records import Checked, rows

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
NO_COUNTS: Mapping[str, int] = {}


def draft(checked: Checked, data: Path, project: str, span: Span, today: str) -> Path:
    """Write data/returns/<programme>/<project>/<period>/ and return that folder.

    One line is laid out for each measure that the project has promised and not yet had replaced. `today`, as ISO text,
    is when it came in, until somebody writes another day.

    Raises:
        BrokenRepository: the project is not in the register, or has a return for these days.
    """
    known = known_project(checked, project)
    period = span.folder_in(checked.settings.quarters)
    _refuse_second(checked, project, span)
    folder = data / "returns" / str(known.programme) / project / period
    if folder.exists():
        raise BrokenRepository(f"{folder} is already there. Fill it in, or give another period.")
    with laid_out(folder, data):
        write_descriptor(folder, _descriptor(checked, known, period, span, today))
        write_table(folder, checked, "lines", _promised(checked, project))
        write_table(folder, checked, "evidence", [])
    return folder


def known_project(checked: Checked, project: str) -> Any:
    """The row of a project in the register.

    Raises:
        BrokenRepository: there is none of that name. The message says which one may be meant.
    """
    known = {row.project: row for row in rows(checked.tables["projects"])}
    if project not in known:
        near = _near(project, known)
        hint = f" Did you mean {', '.join(near)}?" if near else " Its projects are in register/projects.csv."
        raise BrokenRepository(f'The register has no project "{project}".{hint}')
    return known[project]


def out_of_contract(checked: Checked, project: str, span: Span) -> str:
    """A sentence where a period lies outside the contract of a project, for check will refuse it; empty elsewhere."""
    row = known_project(checked, project)
    first, last = (date.fromisoformat(day) if day else None for day in (row.contract_start, row.contract_end))
    if last and last < span.end:
        ends = "before this period begins" if last < span.start else "before this period does"
        said = f"The contract of {row.name} ended on {in_words(last)}, {ends}"
    elif first and span.start < first:
        said = f"The contract of {row.name} began on {in_words(first)}, after this period does"
    else:
        return ""
    return f"{said}: check refuses a return of it. If the contract was changed, correct register/projects.csv first."


@contextmanager
def laid_out(folder: Path, root: Path) -> Iterator[None]:
    """Make a folder below `root`, through no link, to be filled; take it away again where that breaks off.

    Raises:
        BrokenRepository: it is there, a link is on the way to it, nobody may write there, or the disk is full.
    """
    for above in [each for each in folder.parents if each.is_relative_to(root) and each != root]:
        if system.is_link(above):
            raise BrokenRepository(
                f"{above} is a link, and a new folder would lie elsewhere. Put a folder in its place."
            )
    made = False
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        made = True
        yield
    except BaseException as failure:
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(failure, OSError):
            raise BrokenRepository(f"{folder} could not be written: {system.reason(failure)}.") from failure
        raise


@contextmanager
def laid_out_anew(folder: Path, root: Path) -> Iterator[Path]:
    """A folder beside one that is there, to be filled; it then takes its place. Where that breaks off, all stays.

    Raises:
        BrokenRepository: as `laid_out` does.
    """
    new, old = (folder.with_name(f".{folder.name}.{state}") for state in ("new", "old"))
    shutil.rmtree(new, ignore_errors=True)  # of a program that was killed
    with laid_out(new, root):
        yield new
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    shutil.rmtree(old, ignore_errors=True)


def write_descriptor(folder: Path, descriptor: Mapping[str, Any]) -> None:
    """Write the datapackage.json of a folder, and the folder where need be."""
    folder.mkdir(parents=True, exist_ok=True)
    system.write_whole(folder / "datapackage.json", descriptor_text(descriptor).encode())


def descriptor_text(descriptor: Mapping[str, Any]) -> str:
    """A datapackage.json as this program writes it."""
    return f"{json.dumps(descriptor, indent=2, ensure_ascii=False)}\n"


def write_table(folder: Path, checked: Checked, table: str, rows: Iterable[Mapping[str, str]]) -> None:
    """Write <table>.csv with every column of its schema; the cells that a row does not name stay empty."""
    system.write_whole(folder / f"{table}.csv", table_text(checked, table, rows))


def table_text(checked: Checked, table: str, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table as this program writes it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [field["name"] for field in checked.schemas[table]["fields"]], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def write_listed(
    folder: Path,
    checked: Checked,
    tables: Mapping[str, Iterable[Mapping[str, str]]],
    counts: Mapping[str, int] = NO_COUNTS,
) -> None:
    """Write tables and name them in the descriptor of their folder, so that their loss is noticed: all or nothing.

    `counts` says of some how many rows they have: the descriptor does so too, and then the loss of one is noticed.
    """
    path = folder / "datapackage.json"
    described: dict[str, Any] = {"name": folder.name}
    if path.is_file():
        described = json.loads(path.read_text(encoding="utf-8"))
    resources = described.setdefault("resources", [])
    files = {folder / f"{table}.csv": table_text(checked, table, rows) for table, rows in tables.items()}
    lacking = [table for table in tables if all(each.get("path") != f"{table}.csv" for each in resources)]
    like = {key: value for key, value in (resources or [{}])[-1].items() if key in ("type", "format", "mediatype")}
    resources += [{"name": table, "path": f"{table}.csv", **like} for table in lacking]
    counted = [each for each in resources if each.get(ROWS) != counts.get(each.get("name"), each.get(ROWS))]
    for each in counted:
        each[ROWS] = counts[each["name"]]
    if lacking or counted:
        files[path] = descriptor_text(described).encode()
    system.write_all({path: text for path, text in files.items() if not path.is_file() or path.read_bytes() != text})


def counted_in(folder: Path) -> dict[str, int]:
    """How many rows each table of a folder has by its descriptor, where that says so."""
    path = folder / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {each.get("name"): each[ROWS] for each in described.get("resources", ()) if ROWS in each}


def _near(wanted: str, known: Mapping[str, Any]) -> list[str]:
    """The projects that may be meant by a name that none has: by its short name, or the one that people use."""
    low = wanted.casefold()
    called = {name: name for name in known} | {str(row.name).casefold(): name for name, row in known.items()}
    close = [called[name] for name in difflib.get_close_matches(low, called, 5, 0.6)]
    return list(dict.fromkeys([*close, *sorted(name for name in known if low[:4] and low[:4] in name)]))[:5]


def _refuse_second(checked: Checked, project: str, span: Span) -> None:
    """Refuse a second return of the same days under the name that the other calendar has for them."""
    returns = checked.tables["returns"]
    days = (returns["start"] == span.start.isoformat()) & (returns["end"] == span.end.isoformat())
    for owner in returns["owner"][days & (returns["project"] == project)]:
        said = f"{owner} is already there, for {span.words}."
        raise BrokenRepository(f"{said} Fill it in; or where it was published, run: socialvalue correct {owner}")


def _descriptor(checked: Checked, project: Any, name: str, span: Span, today: str) -> dict[str, Any]:
    framework = project.framework or min({row.owner for row in rows(checked.tables["measures"])}, default="")
    return {
        "$schema": PACKAGE,
        "name": f"{project.project}-{name}",
        "title": f"{project.name}, {in_words(span.start)} to {in_words(span.end)}",
        "version": "1.0.0",
        "project": project.project,
        "period": {"start": span.start.isoformat(), "end": span.end.isoformat()},
        "framework": framework,
        "edition": project.edition or checked.editions.get(framework, ""),
        "basis": "submitted",
        "submitted_by": {"organisation": submitter(checked, project)},
        "received_on": today,
        "attestations": dict.fromkeys(ATTESTATIONS, False),
        "resources": [{"name": name, "path": f"{name}.csv"} for name in ("lines", "evidence")],
    }


def submitter(checked: Checked, project: Any) -> str:
    """Who sends the returns of a project as far as the register tells: who runs it, else its one contractor; or ""."""
    links = checked.tables["project-organisations"]
    mine = links[(links["project"] == project.project) & (links["role"] == "contractor")]
    contractors = set(mine["organisation"])
    return str(project.promoter or (contractors.pop() if len(contractors) == 1 else ""))


def _promised(checked: Checked, project: str) -> list[dict[str, str]]:
    targets = checked.tables["targets"]
    mine = targets[(targets["project"] == project) & ~targets["target"].isin(targets["replaces"])]
    measures = mine.drop_duplicates("measure").sort_values("measure")
    return [
        {"line": str(number), "measure": row.measure, "unit": row.unit, "status": "self-reported"}
        for number, row in enumerate(rows(measures), start=1)
    ]
