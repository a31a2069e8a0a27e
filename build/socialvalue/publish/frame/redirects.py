"""Old addresses of projects that were renamed: each leads to the page by its new name."""

from collections.abc import Iterator

from markupsafe import Markup
from markupsafe import escape as safe

from socialvalue.publish.page import PageText
from socialvalue.publish.page_addresses import relative
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _


def moved(site: Site) -> Iterator[PageText]:
    """A page at each old address of a project and of its returns, which goes on to the new one by itself."""
    for project in _renamed(site):
        old, new = project["renamed_from"], project["project"]
        yield _page(f"projects/{old}.html", f"projects/{new}.html", project["name"])
        for row in site.rows("returns", "project", new):
            period = row["owner"].partition("/")[2]
            yield _page(f"returns/{old}/{period}.html", f"returns/{new}/{period}.html", project["name"])


def rules(site: Site) -> bytes:
    """The `_redirects` file that static hosts read: the same addresses and the downloads; empty without any."""
    lines = []
    for project in _renamed(site):
        old, new = project["renamed_from"], project["project"]
        lines += [
            f"/projects/{old}.html /projects/{new}.html 301",
            f"/returns/{old}/* /returns/{new}/:splat 301",
            f"/data/projects/{old}/* /data/projects/{new}/:splat 301",
        ]
    return "".join(f"{line}\n" for line in lines).encode()


def _renamed(site: Site) -> list[Row]:
    known = {row["project"] for row in site.rows("projects")}
    return [row for row in site.rows("projects") if row["renamed_from"] and row["renamed_from"] not in known]


def _page(old: str, new: str, name: str) -> PageText:
    address = relative(new, old)
    said = _('This page has a new address: <a href="%(address)s">%(name)s</a>.', address=safe(address), name=safe(name))
    return PageText(
        path=old,
        title=name,
        description=_("This page has a new address."),
        body=f'<h1>{safe(name)}</h1>\n<p class="ov-lead">{said}</p>',
        head=Markup('<meta http-equiv="refresh" content="0; url={}">').format(address),
        stands_at=new,
        searchable=False,
    )
