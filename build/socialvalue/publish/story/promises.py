"""What a project delivered, measure by measure, and beside it what it promised and how that is rated."""

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.corrections import ledger_place
from socialvalue.publish.story.value_by_kind import DELIVERED, hue


def by_measure(site: Site, project: str) -> list[Row]:
    """One row per measure with something delivered: the row of the delivery table, and

    name, adds_up, hue, one column for each status (its part of delivered, millionths), lines (how many are behind
    it), start and end of what they cover, revised (where the ledger tells of one that a correction changed, or empty).
    """
    return [row for row in _rows(site, project) if row["lines"]]


def promises(site: Site, project: str) -> list[Row]:
    """One row per measure with a standing commitment: by_measure's columns, and

    steps (of its profile), words, sources and met.

    A replaced target, a part of another and a forecast are not promises.
    """
    found = []
    for row in _rows(site, project):
        mine = [
            target
            for target in site.rows("targets", "project", project)
            if target["counted"] and target["measure"] == row["measure"]
        ]
        if mine:
            found.append(
                {
                    **row,
                    "steps": [
                        step for target in mine for step in site.rows("target-profiles", "target", target["target"])
                    ],
                    "words": " ".join(target["words"] for target in mine if target["words"]),
                    "sources": list(dict.fromkeys((target["source"], target["confidence"]) for target in mine)),
                    "met": row["delivered"] is not None and row["delivered"] >= row["promised"],
                }
            )
    return found


def _rows(site: Site, project: str) -> list[Row]:
    lines = [line for line in site.rows("lines", "project", project) if line["counted"]]
    counts = {(row["framework"], row["measure"], row["status"]): row for row in site.sums("counts", "project", project)}
    found = []
    for row in site.rows("delivery", "project", project):
        measure = site.one("measures", row["measure"])
        mine = [line for line in lines if line["measure"] == row["measure"]]
        key = row["framework"], row["measure"]
        changed = (ledger_place(site, line) for line in mine)
        found.append(
            {
                **row,
                "name": measure["name"],
                "adds_up": measure["adds_up"],
                "hue": hue(site, row["measure"]),
                **{name: counts.get((*key, name), {}).get("quantity", 0) for name in DELIVERED},
                "lines": len(mine),
                "start": min((line["start"] for line in mine), default=""),
                "end": max((line["end"] for line in mine), default=""),
                "revised": next(filter(None, changed), ""),
            }
        )
    return found
