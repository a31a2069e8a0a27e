"""All measures by theme: counted and valued, or counted alone."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    themes = sorted(site.rows("themes"), key=lambda row: row["order"])
    listed = [
        (theme, [_listed(site, row) for row in site.rows("measures", "theme", theme["theme"])]) for theme in themes
    ]
    valued = {row["measure"] for row in site.rows("unit-values") if row["counts_in"] == "total"}
    codes = {row["measure"] for row in site.rows("measures")}
    yield Entry(
        path="measures/index.html",
        title=_("Measures"),
        description=_("What is counted, theme by theme, and which of it has a value in pounds."),
        context={"themes": listed, "number": len(codes), "valued": len(codes & valued)},
    )


def _listed(site: Site, measure: Row) -> Row:
    values = [
        row for row in site.rows("unit-values", "measure", measure["measure"]) if row["owner"] == measure["owner"]
    ]
    return {
        "measure": measure,
        "lines": len(site.rows("lines", "measure", measure["measure"])),
        "targets": len(site.rows("targets", "measure", measure["measure"])),
        "kinds": list(dict.fromkeys(row["kind"] for row in values if row["counts_in"] == "total")),
        "memo": any(row["counts_in"] == "memo" for row in values),
    }


PAGE = Page(name="measures", section="measures", entries=entries, searchable=False)
