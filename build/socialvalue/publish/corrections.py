"""Corrections: which returns replaced others and why, and what each line was worth before and after."""

from socialvalue.publish.site import Row, Site

REVISED = "r"


def corrections(site: Site, project: str = "") -> list[Row]:
    """The returns that replaced another, the newest period first, of all projects or of one.

    Columns of the return; anchor (its place on the ledger), before (the return that it replaced), name (of the
    project) and rows (its rows of the ledger, each with name, unit, line and anchor).
    """
    returns = site.rows("returns", "project", project) if project else site.rows("returns")
    found = [row for row in returns if row["supersedes"]]
    return [_correction(site, row) for row in sorted(found, key=_newest, reverse=True)]


def ledger_place(site: Site, line: Row) -> str:
    """Where the ledger tells of a line of a corrected return; empty for any other line."""
    if not site.one("returns", line["return_id"]).get("supersedes"):
        return ""
    listed = any(row["key"].endswith(f"#{line['line']}") for row in site.rows("ledger", "by", line["return_id"]))
    anchor = _anchor(line["return_id"])
    return f"ledger.html#{anchor}-{line['line']}" if listed else f"ledger.html#{anchor}"


def _correction(site: Site, row: Row) -> Row:
    anchor, seen, rows = _anchor(row["owner"]), set(), []
    for changed in site.rows("ledger", "by", row["owner"]):
        line = changed["key"].rpartition("#")[2]
        measure = site.one("measures", changed["measure"])
        place = "" if line in seen else f"{anchor}-{line}"
        rows.append({**changed, "name": measure["name"], "unit": measure["unit"], "line": line, "anchor": place})
        seen.add(line)
    return {
        **row,
        "anchor": anchor,
        "before": f"{row['project']}/{row['supersedes']}",
        "name": site.one("projects", row["project"])["name"],
        "rows": rows,
    }


def _newest(row: Row) -> tuple[str, str]:
    return row["end"], row["owner"]


def _anchor(owner: str) -> str:
    return owner.replace("/", "-")
