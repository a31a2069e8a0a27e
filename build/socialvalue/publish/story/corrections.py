"""Corrections: which returns replaced others and why, and what each line was worth before and after."""

from socialvalue.publish.site import Row, Site
from socialvalue.publish.words.language import _
from socialvalue.records.typed_rows import LedgerRow, LineRow

REVISED = "r"


def corrections(site: Site, project: str = "") -> list[Row]:
    """The returns that replaced another, the newest period first, of all projects or of one.

    Columns of the return; anchor (its place on the ledger), before (the return that it replaced), name (of the
    project) and rows (those of the ledger that differ, each with name, unit, line and anchor).
    """
    return site.once(f"corrections: {project}", lambda: _corrections(site, project))


def _corrections(site: Site, project: str) -> list[Row]:
    returns = site.rows("returns", "project", project) if project else site.rows("returns")
    found = [row for row in returns if row["supersedes"]]
    return [_correction(site, row) for row in sorted(found, key=_newest, reverse=True)]


def since(site: Site, row: Row) -> str:
    """What became of a return: that another replaced it or took it back, so its lines are shown no more; else empty."""
    if not row["superseded_by"]:
        return ""
    later = site.one("returns", row["superseded_by"])
    return _("since taken back") if later.get("withdraws") else _("since replaced")


def ledger_place(site: Site, line: LineRow) -> str:
    """Where the ledger tells of a line that a correction changed; empty for any other line.

    Whether a line of a sensitive group changed is not told, so each such line of a corrected return leads there.
    """
    if not site.one("returns", line["return_id"]).get("supersedes"):
        return ""
    mine = [row for row in site.ledger("by", line["return_id"]) if _line(row) == str(line["line"])]
    anchor = _anchor(line["return_id"])
    if any(map(_differs, mine)):
        return f"ledger.html#{anchor}-{line['line']}"
    return "" if mine else f"ledger.html#{anchor}"


def _correction(site: Site, row: Row) -> Row:
    anchor, seen, rows = _anchor(row["owner"]), set(), []
    for changed in _changed(site, row["owner"]):
        line = _line(changed)
        measure = site.measure(changed)
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


def _changed(site: Site, by: str) -> list[LedgerRow]:
    return [row for row in site.ledger("by", by) if _differs(row)]


def _differs(row: LedgerRow) -> bool:
    return bool(row["difference"] or row["quantity_before"] != row["quantity_after"])


def _line(row: LedgerRow) -> str:
    return str(row["key"]).rpartition("#")[2]


def _newest(row: Row) -> tuple[str, str]:
    return row["end"], row["owner"]


def _anchor(owner: str) -> str:
    return owner.replace("/", "-")
