"""The workbook of the period that is due, for each project that promised or reported something and isn't over."""

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import version

from socialvalue.domain.due import as_of, due_span
from socialvalue.domain.look_up import rows_apart
from socialvalue.domain.spans import Span
from socialvalue.kept import kept
from socialvalue.publish.site import Site
from socialvalue.publish.story.on_time import rhythms
from socialvalue.workbooks import OfProjects, contents_of, written


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
    valuation, checked = site.valuation, site.valuation.checked
    today = as_of(checked)
    targets = valuation.targets
    known = {*targets.loc[targets["current"], "project"], *checked.tables["returns"]["project"]}
    awaited, of = _awaited(site), OfProjects(valuation)
    sent = rows_apart(checked.tables["returns"], "project")
    found = []
    for name, project in of.projects.items():
        span = awaited.get(name)
        if span is None and name in known:
            own = replace(checked, tables={**checked.tables, "returns": sent(name)})
            span = due_span(own, project, today)
        if span is not None:
            contents = contents_of(valuation, name, span, of=of)
            if not contents.measures:
                continue  # its framework is one that may not be published
            key = f"workbook {_program()} {sha256(repr(contents).encode()).hexdigest()}"
            content = kept(key, lambda contents=contents: written(contents))  # type: ignore[misc]
            file = f"return-{name}-{span.folder}.xlsx"
            found.append((name, Offer(f"data/projects/{name}/{file}", span, content)))
    return found


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
