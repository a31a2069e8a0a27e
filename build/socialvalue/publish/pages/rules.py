"""The catalogue of rules: what each return and table is checked for, why, and how to put it right."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.records import RuleEntry, Severity

MEANING = {
    Severity.ERROR: "Error: the return is held back until it is mended.",
    Severity.WARNING: "Warning: the return is published, and the warning with it.",
    Severity.NOTE: "Note: worth a look.",
}


def entries(site: Site) -> Iterator[Entry]:
    checked = site.valuation.checked
    groups: dict[str, list[RuleEntry]] = {}
    for rule in checked.catalogue:
        groups.setdefault(rule.group, []).append(rule)
    found = [finding for finding in checked.findings if finding.rule]
    yield Entry(
        path="rules.html",
        title="What is checked",
        description=f"All {len(checked.catalogue)} rules that a return must meet, with why, and how to put it right.",
        context={
            "groups": groups,
            "number": len(checked.catalogue),
            "meaning": MEANING,
            "hits": {rule.id: sum(f.count for f in found if f.rule == rule.id) for rule in checked.catalogue},
        },
    )


PAGE = Page(name="rules", section="", entries=entries)
