"""What a site may not show: what is counted by a framework that is used on the machine and never published."""

from socialvalue.publish.site import Site
from socialvalue.publish.words.language import _


def kept_off(site: Site, project: str) -> str:
    """Why figures of a project are not here though they may be known; empty where nothing is kept off."""
    checked = site.valuation.checked
    returned = (framework for owner, framework in checked.kept_off.items() if owner.partition("/")[0] == project)
    framework = next(returned, site.one("projects", project).get("framework", ""))
    if framework not in checked.withheld:
        return ""
    return _(
        "It is counted by %(framework)s, whose licence doesn’t let us publish it. "
        "What figures there are can’t be shown here.",
        framework=framework,
    )
