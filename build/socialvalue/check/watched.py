"""What the register and the settings may not change unseen: the columns that a figure rests on, and what to do."""

from collections.abc import Mapping
from typing import NamedTuple

SLIP = "If it was a slip, put back what was published."
ACCEPT = "accept the warning and say why"
PROMISE = (
    "If a promise moved, add a row with the new one and name the old one in replaces. If a cell was copied wrongly, "
    f"{ACCEPT}: what does the source say? {SLIP}"
)
STATED = (
    "If something newer is stated, add a row for it with its own source. If a cell was copied wrongly, "
    f"{ACCEPT}: what does the source say? {SLIP}"
)
SITE = f"If another plan took its place, add a row for that and name it in replaced_by. If not, {ACCEPT}. {SLIP}"
PROJECT = f"If the project changed, {ACCEPT}: since when, and by whose decision? {SLIP}"
PRICES = (
    "Every figure in these prices moves. Give a newer publication rows of its own, under its own vintage, and name "
    f"that in authority.toml. If a cell was copied wrongly, {ACCEPT}. {SLIP}"
)
PLACE = f"What is shown for this area moves. If the source says so now, {ACCEPT}. {SLIP}"
SOURCE = (
    "Figures rest on what this page said. If another page says something, add a row for that one. If the page moved, "
    f"or a cell was copied wrongly, {ACCEPT}. {SLIP}"
)
ORGANISATION = f"What is shown by kind of organisation moves. If it is of another kind, {ACCEPT}. {SLIP}"
SETTING = f"Figures of the whole site move. If that is meant, say so in the request, where everybody reads it. {SLIP}"


class Watched(NamedTuple):
    """A table: the columns that name a row, those that are watched, and what to do about a change."""

    key: tuple[str, ...]
    columns: tuple[str, ...]
    mend: str
    amounts: tuple[str, ...] = ()
    """Those of the columns that a frame holds in whole millionths."""


WATCHED: Mapping[str, Watched] = {
    "targets": Watched(
        ("target",),
        (
            *("project", "measure", "quantity", "unit", "bound", "strength", "stated_on", "due", "replaces", "part_of"),
            *("area", "local_definition", "local_area_set"),
        ),
        PROMISE,
        ("quantity",),
    ),
    "target-profiles": Watched(("target", "by"), ("quantity",), PROMISE, ("quantity",)),
    "published-figures": Watched(
        ("figure",),
        ("programme", "project", "as_written", "amount_gbp", "bound", "strength", "period_start", "period_end"),
        STATED,
        ("amount_gbp",),
    ),
    "project-facts": Watched(("project", "fact", "source"), ("amount_gbp", "bound", "value"), STATED),
    "projects": Watched(
        ("project",),
        (
            *("programme", "part_of", "promoter", "total_cost_gbp", "total_cost_bound", "grant_gbp", "grant_bound"),
            *("contract_gbp", "completion", "contract_start", "contract_end", "framework", "edition"),
        ),
        PROJECT,
    ),
    "project-areas": Watched(("project", "area"), (), PROJECT),
    "project-programmes": Watched(("project", "programme"), (), PROJECT),
    "sites": Watched(
        ("site",),
        ("programme", "zone", "area", "homes", "bound", "stage", "part_of", "replaced_by", "project"),
        SITE,
    ),
    "left-out": Watched(("item",), ("project", "quantity", "unit", "bound", "reason_kind"), STATED, ("quantity",)),
    "procurements": Watched(("procurement",), ("project", "value_gbp"), PROJECT),
    "reporting": Watched(("project", "first"), ("every", "last", "within_days"), PROJECT),
    "organisations": Watched(("organisation",), ("kind",), ORGANISATION),
    "sources": Watched(("source",), ("address", "publisher"), SOURCE),
    "areas": Watched(("area",), ("population", "population_year", "within"), PLACE),
    "deflators": Watched(("vintage", "financial_year"), ("index",), PRICES, ("index",)),
}
"""The shared tables on which published figures or their ratings rest."""
SETTINGS = ("real_year", "deflator_vintage")
"""The settings that do."""
