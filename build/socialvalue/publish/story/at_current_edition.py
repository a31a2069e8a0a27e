"""What a contract's lines and promises would be worth at the current edition, beside what is published."""

from collections.abc import Iterable

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words import days


def at_current_edition(site: Site, keys: Iterable[str]) -> list[Row]:
    """One row per line or target (by key) of an earlier edition and kind of value, where the two editions differ.

    Columns of the valuation's frame; framework, measure, line and when (missing for a promise), was and now (what one
    is worth at each edition, in millionths of a pound; None for no £).
    """
    return [_row(site, row) for key in keys for row in site.rows("at_current_edition", "key", key) if row["difference"]]


def _row(site: Site, row: Row) -> Row:
    line = site.one("lines", row["key"])
    signed = line or site.one("targets", row["key"])
    published = [
        value["unit_value"]
        for value in site.values("key", row["key"])
        if (value["kind"], value["counts_in"]) == (row["kind"], "total")
    ]
    return {
        **row,
        "measure": signed["measure"],
        "line": line.get("line"),
        "when": days.span(line["start"], line["end"]) if line else "",
        "framework": signed["framework"],
        "was": _worth(site, {**signed, "unit_value": published[0] if published else ""}),
        "now": _worth(site, {**signed, "unit_value": row["unit_value"]}),
    }


def _worth(site: Site, row: Row) -> int | None:
    """What the unit value of a row gives; None where it has none."""
    return site.unit_value(row).get("value_gbp")
