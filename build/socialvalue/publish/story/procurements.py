"""Which edition of the Social Value Model the procurements of a project came under, and what it asks of them."""

from typing import NamedTuple

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.model_editions import NoEdition, edition_of, is_large
from socialvalue.publish.story.models import editions
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import N_, _

WHY = {
    NoEdition.BEFORE: N_("It began before the first edition of the Social Value Model."),
    NoEdition.NOT_EXACT: N_("An edition of the Social Value Model began in the same time, and the day is not known."),
    NoEdition.BELOW: N_("That edition asks for larger contracts alone."),
    NoEdition.VALUE_NOT_KNOWN: N_(
        "That edition asks for larger contracts alone, and what this one is worth is not known."
    ),
}


class Procurement(NamedTuple):
    """One procurement: its row, the edition of the day on which it began (empty for none), and sentences about it."""

    row: Row
    model: Row
    said: str


def procurements_of(site: Site, project: str) -> list[Procurement]:
    """The procurements of a project, the first one first."""
    found = sorted(site.rows("procurements", "project", project), key=lambda row: str(row["began"]))
    return [_described(site, row) for row in found]


def _described(site: Site, row: Row) -> Procurement:
    choice = edition_of(row["began"], row["value_gbp"], editions(site))
    model = site.one("models", choice.model)
    said = [_(WHY[choice.reason])] if choice.reason else [model["who_uses"]]
    if not choice.reason and is_large(row["value_gbp"], model["large_from_gbp"]):
        said.append(
            _(
                "From %(amount)s on, at least %(percent)s%% of the marks and %(kpis)s measures of performance.",
                amount=figures.pounds(model["large_from_gbp"] * 100),
                percent=model["large_weighting_percent"],
                kpis=model["large_kpis"],
            )
        )
    elif not choice.reason and model["weighting_percent"] is not None:
        said.append(_("It asks for at least %(percent)s%% of the marks.", percent=model["weighting_percent"]))
    return Procurement(row, model, " ".join(said))
