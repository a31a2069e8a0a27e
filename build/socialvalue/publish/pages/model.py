"""A national model: its parts in its own order, which of our measures count something of each, and what came."""

from collections.abc import Iterator

from socialvalue.publish.page import Entry, Page
from socialvalue.publish.site import Site
from socialvalue.publish.story.models import parts_of, projects_under
from socialvalue.publish.words.language import _


def entries(site: Site) -> Iterator[Entry]:
    for model in site.models():
        yield Entry(
            path=f"models/{model['model']}.html",
            title=model["name"],
            description=_("What was delivered, arranged by the parts of this model: %(name)s.", name=model["name"]),
            context={
                "model": model,
                "parts": parts_of(site, model),
                "projects": projects_under(site, model["model"], asked=True) if model["begins"] else [],
                "smaller": projects_under(site, model["model"], asked=False) if model["begins"] else [],
            },
        )


PAGE = Page(name="model", section="measures", entries=entries)
