"""What was delivered, measure by measure, and beside it what was promised."""

from collections.abc import Iterable, Sequence

from socialvalue.publish.kinds import DELIVERED, hue, joint_bound
from socialvalue.publish.site import Row, Site


def by_measure(site: Site, lines: Sequence[Row]) -> list[Row]:
    """One row per measure with lines that count, largest groups of people and money first as the data has them.

    measure, name, unit, adds_up, quantity (millionths: the sum of a flow, the newest of a stock or record),
    one column for each status (its part of that quantity), bound, hue, lines, start, end, confidence (B if
    any is).
    """
    found = []
    for code in dict.fromkeys(line["measure"] for line in lines if line["counted"]):
        mine = [line for line in lines if line["measure"] == code and line["counted"]]
        measure = site.one("measures", code)
        shown = mine if measure["adds_up"] == "flow" else _newest(mine)
        found.append(
            {
                "measure": code,
                "name": measure["name"],
                "unit": measure["unit"],
                "adds_up": measure["adds_up"],
                "quantity": _sum(shown),
                **{name: _sum(line for line in shown if line["status"] == name) for name in DELIVERED},
                "bound": joint_bound(line["bound"] for line in shown),
                "hue": hue(site, code),
                "lines": len(mine),
                "start": min(line["start"] for line in shown),
                "end": max(line["end"] for line in shown),
                "confidence": max(line["confidence"] or "A" for line in shown),
            }
        )
    return found


def promises(site: Site, project: str) -> list[Row]:
    """One row per measure with a standing commitment: by_measure's columns, and promised, due, words, met.

    Without a delivered line its quantity is 0. A replaced target, a part of another and a forecast are not
    promises.
    """
    targets = [target for target in site.rows("targets", "project", project) if target["counted"]]
    lines = site.rows("lines", "project", project)
    delivered = {row["measure"]: row for row in by_measure(site, lines)}
    found = []
    for code in dict.fromkeys(target["measure"] for target in targets):
        mine = [target for target in targets if target["measure"] == code]
        promised = _sum(mine)
        measure = site.one("measures", code)
        row = delivered.get(code) or _nothing(measure, hue(site, code))
        found.append(
            {
                **row,
                "promised": promised,
                "promised_bound": joint_bound(target["bound"] for target in mine),
                "due": max(target["due"] for target in mine),
                "words": " ".join(target["words"] for target in mine if target["words"]),
                "sources": list(dict.fromkeys((t["source"], t["confidence"]) for t in mine)),
                "met": row["quantity"] >= promised,
            }
        )
    return found


def _nothing(measure: Row, colour: str) -> Row:
    return {
        **{name: measure[name] for name in ("measure", "name", "unit", "adds_up")},
        **dict.fromkeys(("quantity", *DELIVERED, "lines"), 0),
        **dict.fromkeys(("bound", "start", "end", "confidence"), ""),
        "hue": colour,
    }


def _newest(lines: Sequence[Row]) -> list[Row]:
    last = max(line["end"] for line in lines)
    return [line for line in lines if line["end"] == last]


def _sum(rows: Iterable[Row]) -> int:
    return sum(row["quantity"] for row in rows if row["quantity"] is not None)
