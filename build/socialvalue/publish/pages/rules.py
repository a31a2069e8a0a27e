"""The catalogue of rules: what each return and table is checked for, why, and how to put it right."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.words.language import N_, _
from socialvalue.records import RuleEntry, Severity

MEANING = {
    Severity.ERROR: N_("Error: the return is held back until it is mended."),
    Severity.WARNING: N_("Warning: the return is published, and the warning with it."),
    Severity.NOTE: N_("Note: worth a look."),
}

NAMES = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.NOTE: N_("Note")}


def entries(site: Site) -> Iterator[Entry]:
    checked = site.valuation.checked
    groups: dict[str, list[RuleEntry]] = {}
    for rule in checked.catalogue:
        groups.setdefault(rule.group, []).append(rule)
    found = [finding for finding in site.valuation.findings if finding.rule]
    yield Entry(
        path="rules.html",
        title=_("What is checked"),
        description=_(
            "All %(number)s rules that a return must meet, with why, and how to put it right.",
            number=len(checked.catalogue),
        ),
        context={
            "groups": groups,
            "number": len(checked.catalogue),
            "meaning": [_(said) for said in MEANING.values()],
            "severities": {severity: _(name) for severity, name in NAMES.items()},
            "hits": {rule.id: sum(f.count for f in found if f.rule == rule.id) for rule in checked.catalogue},
        },
    )


PAGE = Page(name="rules", section="", entries=entries)
