"""All measures by theme: counted and valued, or counted alone."""

from collections.abc import Iterator, Sequence

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.promises import of_measure
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    themes = sorted(site.rows("themes"), key=lambda row: row["order"])
    listed = [(_headed(site, theme), _measures(site, theme)) for theme in themes]
    codes = {row["measure"] for row in site.rows("measures")}
    valued = {row["measure"] for row in site.rows("unit-values") if row["counts_in"] == "total"}
    yield Entry(
        path="measures/index.html",
        title=_("Measures"),
        description=_("What is counted, theme by theme, and which of it has a value in pounds."),
        context={"themes": listed, "number": len(codes), "valued": len(codes & valued)},
    )


def _headed(site: Site, theme: Row) -> Row:
    """A theme with its place on the page, and with its framework where another one has the same theme."""
    same = site.definitions("themes", theme["theme"])
    first = same[0]["owner"] == theme["owner"]
    anchor = theme["theme"] if first else f"{theme['theme']}-{theme['owner']}"
    return {**theme, "anchor": anchor, "of": theme["owner"] if len(same) > 1 else ""}


def _measures(site: Site, theme: Row) -> list[Row]:
    return [_listed(site, row) for row in site.of("measures", theme, "theme", theme["theme"])]


def _listed(site: Site, measure: Row) -> Row:
    values = site.of("unit-values", measure, "measure", measure["measure"])
    lines = _of_framework(site.lines("measure", measure["measure"]), measure)
    promised = len(of_measure(site, measure))
    return {
        "measure": measure,
        "lines": lines,
        "promised": promised,
        "reported": bool(lines or promised),
        "kinds": list(dict.fromkeys(row["kind"] for row in values if row["counts_in"] == "total")),
        "memo": any(row["counts_in"] == "memo" for row in values),
    }


def _of_framework(rows: Sequence[Row], measure: Row) -> int:
    return sum(row["framework"] == measure["owner"] for row in rows)


PAGE = Page(name="measures", section="measures", entries=entries, searchable=False)
