"""What something is worth, in one sentence, by one rule: the largest kind first, local spending never in its place."""

from collections.abc import Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.ranking import rings
from socialvalue.publish.story.value_by_kind import by_kind, delivered_values, leading
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, digits
from socialvalue.publish.words.vocabulary import KIND


def worth_in_words(site: Site, dimension: str = "all", member: str = "all") -> str:
    """What was delivered is worth, for a project, programme, area or everything; empty where nothing has a £.

    Each kind by itself, for kinds are never added up.
    """
    kinds = [row for row in by_kind(site, dimension, member) if row["net"]]
    top = leading(kinds)
    if not kinds:
        return ""
    if top is None:
        first = _("No £ beyond local spending.")
    else:
        first = figures.capital(_("%(money)s of %(kind)s value.", money=money(top), kind=kind_name(top)))
    return f"{first} {worth_besides(site, dimension, member)}".strip()


def worth_besides(site: Site, dimension: str, member: str) -> str:
    """What it is worth besides the leading kind: the other kinds, then local spending and what that is not."""
    kinds = [row for row in by_kind(site, dimension, member) if row["net"]]
    others = [row for row in kinds if row["kind"] != "local" and row["kind"] != (leading(kinds) or row)["kind"]]
    said = []
    if others:
        each = [_("%(money)s %(kind)s", money=money(row), kind=kind_name(row)) for row in others]
        said.append(_("Apart from that: %(values)s. They are never added up.", values=figures.listing(each)))
    said += [spent_nearby(site, row, dimension, member) for row in kinds if row["kind"] == "local"]
    return " ".join(said)


def spent_nearby(site: Site, local: Row, dimension: str = "all", member: str = "all") -> str:
    """The sentence for local value: what it is, and what it is not. `local` is its row of by_kind."""
    rows = [row for row in site.sums("by_measure", dimension, member) if row["kind"] == "local"]
    names = {site.measure(row)["name"] for row in rows if row["lines"]}
    what = names.pop() if len(names) == 1 else _("Local wages and spending")
    said = _("%(what)s: %(money)s. It was kept nearby, and is not added value.", what=what, money=money(local))
    return f"{said} {several_locals(site, dimension, member)}".strip()


def several_locals(site: Site, dimension: str = "all", member: str = "all") -> str:
    """That local value adds up what is not all called local for one reason; empty where it is."""
    meant = len(_meant(site, dimension, member))
    return _("“Local” means %(number)s different things in it.", number=digits(meant)) if meant > 1 else ""


def _meant(site: Site, dimension: str, member: str) -> set[str]:
    """What the lines behind the local value of a member call local."""
    return site.once(f"called local by {dimension}", lambda: _rings_by(site, dimension)).get(member, set())


def _rings_by(site: Site, dimension: str) -> dict[str, set[str]]:
    """The same for every member: the values are gone through once, not for each of them."""
    lines: dict[str, list[Row]] = {}
    values: Sequence[Row] = delivered_values(site)
    for row in values:
        if row["kind"] == "local":
            mine = lines.setdefault("all" if dimension == "all" else row[dimension], [])
            mine.append(site.one("lines", row["key"]))
    return {member: rings(mine) for member, mine in lines.items()}


def money(row: Row) -> str:
    """A net value in few figures, with its bound."""
    return figures.bounded(figures.pounds_short(row["net"]), row["bound"])


def kind_name(row: Row) -> str:
    """The kind of a row inside a sentence."""
    return KIND[row["kind"]].name.lower()
