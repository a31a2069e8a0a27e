"""What we don't know about a project, made from the data alone."""

from collections.abc import Iterator

from socialvalue.publish import words
from socialvalue.publish.delivered import by_measure
from socialvalue.publish.site import Row, Site

Gap = tuple[str, str]
OWN_PLACE = ("part of another line", "record only")
"""Reasons for having no £ that the line itself shows."""


def gaps(site: Site, project: Row) -> list[Gap]:
    """What is not known, and why that matters, as pairs of sentences. A field of study for whoever asks next."""
    lines = site.rows("lines", "project", project["project"])
    return [
        *_about(site, project),
        *_promised(site, project),
        *_lines(site, lines, project["project"]),
        *_worth(site, lines),
    ]


def _about(site: Site, project: Row) -> Iterator[Gap]:
    if all(project[money] is None for money in ("total_cost_gbp", "contract_gbp")):
        yield "What it cost.", "No public figure was found, so value can’t be compared with cost."
    if not project["start"] and not project["completion"]:
        yield "When it was done.", "We found no public start or completion date."
    if not site.rows("project-areas", "project", project["project"]):
        yield "Where it is.", "The sources name no single district."


def _promised(site: Site, project: Row) -> Iterator[Gap]:
    targets = [row for row in site.rows("targets", "project", project["project"]) if row["current"]]
    commitments = [row for row in targets if row["strength"] == "commitment"]
    if not commitments:
        yield "What was promised.", "No public commitment was found, so nothing can be rated."
    open_ended = [row for row in commitments if not row["due"]]
    if open_ended:
        name = words.listing([site.one("measures", code)["name"].lower() for code in _codes(open_ended)])
        yield "When the promise falls due.", f"No date was given for {name}."


def _lines(site: Site, lines: list[Row], project: str) -> Iterator[Gap]:
    if not lines:
        yield "What it delivered.", "No return was sent, and no public statement gave a figure that we can use."
        return
    for row in by_measure(site, project):
        bound = row["delivered_bound"]
        if row["suppressed"]:
            yield f"All of {row['name'].lower()}.", "Few people stand behind a part of it, so that part is hidden [c]."
        elif bound:
            figure = words.quantity(row["delivered"], site.one("units", row["unit"]))
            what = f"Anything beyond “{bound} {figure}”." if bound != "about" else "The exact number."
            yield what, f"The source gives a bound, not a count, for {row['name'].lower()}. {_bound(bound)}"
    second_hand = sum(1 for line in lines if line["confidence"] == "B")
    if second_hand:
        read = "was" if second_hand == 1 else "were"
        yield (
            "What the first source said.",
            f"{second_hand} of {words.several(len(lines), 'line')} {read} read second-hand.",
        )
    local = [line for line in lines if site.one("measures", line["measure"])["local"]]
    drawn = list(dict.fromkeys(line["local_definition"] for line in local if not line["local_area_set"]))
    if drawn:
        said = [f"“{definition}”" for definition in drawn if definition]
        who = "The source says" if len(said) == 1 else "The sources say"
        one = f"{who} {words.listing(said)}. That is no set of districts." if said else ""
        yield "How “local” was drawn.", f"{one} {'Not every source says.' if '' in drawn else ''}".strip()
    basis = {site.one("returns", line["return_id"])["basis"] for line in lines}
    if "compiled" in basis:
        yield (
            "What its own records say.",
            "These figures come from public statements. The project has not sent us a return.",
        )


def _worth(site: Site, lines: list[Row]) -> Iterator[Gap]:
    reasons: dict[str, list[str]] = {}
    for line in lines:
        for without in site.rows("unvalued", "key", line["key"]):
            name = site.one("measures", line["measure"])["name"].lower()
            if without["reason"] not in OWN_PLACE and name not in reasons.setdefault(without["words"], []):
                reasons[without["words"]].append(name)
    for reason, names in reasons.items():
        yield f"What this is worth in £: {words.listing(names)}.", reason
    if any(site.rows("values", "key", line["key"]) for line in lines):
        said = "Returns have no comparison group. Where we deduct for that, we use a standard share."
        yield "What would have happened without it.", said


def _bound(bound: str) -> str:
    return {
        "at least": "The true figure is higher.",
        "up to": "The true figure may be lower.",
        "about": "The source rounds it.",
    }[bound]


def _codes(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["measure"] for row in rows))
