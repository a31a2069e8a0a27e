"""The workbook of the period that is due, for each project that promised or reported something and isn't over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from typing import Any

from socialvalue.domain.due import as_of, due_span
from socialvalue.domain.look_up import rows_apart
from socialvalue.domain.spans import Span
from socialvalue.kept import kept
from socialvalue.publish.site import Site
from socialvalue.publish.story.on_time import rhythms
from socialvalue.records import Valuation, rows
from socialvalue.workbooks import contents_of, measures_of, written


@dataclass(frozen=True)
class Offer:
    """A workbook that a project's page offers."""

    path: str
    span: Span
    content: bytes

    @property
    def size(self) -> int:
        """In kB."""
        return -(-len(self.content) // 1000)


def offers(site: Site) -> dict[str, Offer]:
    """The workbooks of the site, by project: of those with a promise that stands, or with a return."""
    return site.once("workbooks", lambda: dict(_made(site)))


def workbooks(site: Site) -> dict[str, bytes]:
    """The files, by their paths."""
    return {offer.path: offer.content for offer in offers(site).values()}


def _made(site: Site) -> "list[tuple[str, Offer]]":
    checked = site.valuation.checked
    today = as_of(checked)
    targets = site.valuation.targets
    known = {*targets.loc[targets["current"], "project"], *checked.tables["returns"]["project"]}
    awaited = _awaited(site)
    measures = cache(partial(measures_of, checked))
    found = []
    for project, valuation in _by_project(site.valuation):
        span = awaited.get(project.project)
        if span is None and project.project in known:
            span = due_span(valuation.checked, project, today)
        if span is not None:
            name = f"return-{project.project}-{span.folder}.xlsx"
            contents = contents_of(valuation, project.project, span, measures=measures)
            if not contents.measures:
                continue  # its framework is one that may not be published
            key = f"workbook {_program()} {sha256(repr(contents).encode()).hexdigest()}"
            content = kept(key, lambda contents=contents: written(contents))  # type: ignore[misc]
            found.append((project.project, Offer(f"data/projects/{project.project}/{name}", span, content)))
    return found


def _by_project(valuation: Valuation) -> Iterator[tuple[Any, Valuation]]:
    """Each project with its own part of the valuation, so that no table is gone through once for each of them."""
    tables = valuation.checked.tables
    own = {
        name: rows_apart(tables[name], "project")
        for name in ("projects", "returns", "project-areas", "project-organisations")
    }
    targets, lines = rows_apart(valuation.targets, "project"), rows_apart(valuation.lines, "project")
    for project in rows(tables["projects"]):
        mine = {name: part(project.project) for name, part in own.items()}
        checked = replace(valuation.checked, tables={**tables, **mine})
        yield (
            project,
            replace(valuation, checked=checked, targets=targets(project.project), lines=lines(project.project)),
        )


def _awaited(site: Site) -> dict[str, Span]:
    """The first period without a return, of each project of which the register says when it reports."""
    found: dict[str, Span] = {}
    for rhythm in rhythms(site):
        for duty in [*rhythm.missing, *rhythm.ahead][:1]:
            found.setdefault(rhythm.project, duty.span)
    return found


@cache
def _program() -> str:
    """What writes workbooks, by version and checksum: one that was kept is taken only if nothing of that changed."""
    files = sorted(resources.files("socialvalue.workbooks").iterdir(), key=lambda file: file.name)
    ours = sha256(b"".join(file.read_bytes() for file in files if file.name.endswith(".py"))).hexdigest()
    return f"{version('xlsxwriter')} {ours}"
