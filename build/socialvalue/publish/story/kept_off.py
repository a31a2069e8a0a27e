"""What a site may not show: what is counted by a framework that is used on the machine and never published.

Where a sentence says that there is none of something, it says how many are kept off beside it.
"""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n


def kept_off(site: Site, project: str) -> str:
    """Why figures of a project are not here though they may be known; empty where nothing is kept off."""
    checked = site.valuation.checked
    returned = (framework for owner, framework in checked.kept_off.items() if owner.partition("/")[0] == project)
    framework = next(returned, site.one("projects", project).get("framework", ""))
    if framework not in checked.withheld:
        return ""
    return _(
        "It is counted by %(framework)s, whose licence doesn’t let us publish it. "
        "What figures there are can’t be shown here.",
        framework=framework,
    )


def returns_kept_off(site: Site, project: str = "") -> list[Row]:
    """The returns that are kept off, of one project or of all, by project and period: the columns of `returns`."""
    found = site.once("returns kept off", lambda: _rows(site))
    return [row for row in found if project in ("", row["project"])]


def _rows(site: Site) -> list[Row]:
    frame = site.valuation.checked.returns_kept_off
    found: list[Row] = [dict(zip(map(str, frame.columns), row, strict=True)) for row in frame.to_numpy().tolist()]
    return sorted(found, key=lambda row: (row["project"], row["end"], row["owner"]))


def besides(site: Site, projects: Iterable[str] | None = None) -> str:
    """How many returns are kept off, of these projects or of all, as a sentence; empty where none is."""
    found = returns_kept_off(site)
    if projects is not None:
        wanted = set(projects)
        found = [row for row in found if row["project"] in wanted]
    said = _n("%(num)s return is kept off this site.", "%(num)s returns are kept off this site.", len(found))
    return said if found else ""


def promises_besides(site: Site, project: str = "") -> str:
    """The same of promises."""
    kept = site.valuation.checked.promises_kept_off
    number = kept.count(project) if project else len(kept)
    said = _n("%(num)s promise is kept off this site.", "%(num)s promises are kept off this site.", number)
    return said if number else ""


def on_every_page(site: Site) -> str:
    """What stands on every page where something is kept off: no list or sum here is of all that there is."""
    returns, promises = len(returns_kept_off(site)), len(site.valuation.checked.promises_kept_off)
    each = [figures.several(number, thing) for number, thing in ((returns, "return"), (promises, "promise")) if number]
    if not each:
        return ""
    return _(
        "Kept off this site: %(what)s. They are counted by a framework whose licence doesn’t let us publish it, or "
        "were replaced by what is. No figure here has them in it.",
        what=figures.listing(each),
    )
