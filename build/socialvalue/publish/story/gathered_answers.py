"""What a reader asks first about an area, a programme, a theme, a year, an organisation or a measure."""

from collections.abc import Iterable, Iterator, Sequence

from socialvalue.publish.site import Row, Site
from socialvalue.publish.story.answering import Answer, answer, came, sure, twice, worth
from socialvalue.publish.story.claims import said_by
from socialvalue.publish.story.counted import Count, counted
from socialvalue.publish.story.delivered_groups import in_figure
from socialvalue.publish.story.families import Family, families, family_of
from socialvalue.publish.story.gathered import projects_of
from socialvalue.publish.story.kept_off import besides
from socialvalue.publish.story.promises import of_measure
from socialvalue.publish.story.ranking import Most, most_of, rings
from socialvalue.publish.words import figures
from socialvalue.publish.words.language import _, _n
from socialvalue.records.table_rows import StatedFigure

SHOWN = 3
"""How many things a sentence names before it says how many more there are."""


def answers(site: Site, dimension: str, member: str, claims: Iterable[StatedFigure] = ()) -> list[Answer]:
    """Questions with their answers, worked out from the data alone. `claims` are figures that others stated of it."""
    lines = site.lines_of(dimension, member)
    claimed = list(_claimed(site, list(claims)))
    if not lines:
        return claimed
    found = counted(site, dimension, member)
    return [
        came(site, [_row(count) for count in found if count.lines > count.inside], lines),
        *(each for family in families(site) for each in _family(site, dimension, member, family, found)),
        worth(site, dimension, member),
        *claimed,
        sure(lines),
    ]


def _row(count: Count) -> Row:
    return {
        "projects": count.projects,
        "name": count.measure["name"],
        "unit": count.measure["unit"],
        "framework": count.measure["owner"],
        "delivered": count.quantity,
        "delivered_bound": count.bound,
        "hidden": count.hidden > 0 and count.hidden + count.inside == count.lines,
    }


def _family(site: Site, dimension: str, member: str, family: Family, found: list[Count]) -> Iterator[Answer]:
    """Which project did most by the first measure of a family that can be ranked, and why that is no order for all."""
    here = [measure for measure in family.measures if any(_same(count.measure, measure) for count in found)]
    ranked = ((measure, most_of(site, dimension, member, measure)) for measure in here)
    first, most = next(((measure, most) for measure, most in ranked if most and most.sums), (None, None))
    if first is None or most is None or dimension not in ("area", "programme"):
        return
    beside = list(_beside(site, dimension, member, first, [row for row in here if row is not first]))
    words = " ".join([_by_whom(site, first, most), *beside, *([family.why] if beside else [])])
    if most.most:
        yield answer(family.name, _those(site, most.most), "", words)
    else:
        yield answer(family.name, _("Can’t be ranked"), "", words, nil=True)


def _beside(site: Site, dimension: str, member: str, first: Row, others: Sequence[Row]) -> Iterator[str]:
    """Who counts the other measures of a family: projects beside those that count the first one, or only the same."""
    lines = site.lines_of(dimension, member)
    mine = _counting(lines, first)
    apart = [measure for measure in others if _counting(lines, measure) - mine]
    if apart:
        yield _("Others count %(measures)s.", measures=_listed(apart))
    if same := [measure for measure in others if measure not in apart]:
        if len(mine) == 1:
            yield _("It also counts %(measures)s.", measures=_listed(same))
        else:
            yield _("Some of these also count %(measures)s.", measures=_listed(same))


def _counting(lines: Sequence[Row], measure: Row) -> set[str]:
    """The projects that count a measure in some lines."""
    return {line["project"] for line in lines if _same({**line, "owner": line["framework"]}, measure)}


def _listed(measures: Sequence[Row]) -> str:
    return figures.listing([figures.inside(measure["name"]) for measure in measures])


def _same(one: Row, other: Row) -> bool:
    return bool((one["owner"], one["measure"]) == (other["owner"], other["measure"]))


def _by_whom(site: Site, measure: Row, most: Most) -> str:
    what, number = figures.inside(measure["name"]), figures.several(most.projects, "project")
    if most.projects == 1:
        return _("The only project here that counts this: %(measure)s.", measure=what)
    if not most.most:
        named = [_those(site, [row]) for row in most.sums[:SHOWN]]
        return _("Which has more can’t be told: %(figures)s (%(measure)s).", figures="; ".join(named), measure=what)
    if len(most.sums) == 1:
        aside = most.projects - 1
        return _n(
            "The only figure here in no other: %(measure)s. That of %(num)s more project is inside one, or hidden.",
            "The only figure here in no other: %(measure)s. Those of %(num)s more projects are inside one, or hidden.",
            aside,
            measure=what,
        )
    if len(most.most) > 1:
        return _("Level, and the most of %(number)s here: %(measure)s.", number=number, measure=what)
    return _("The most of %(number)s here: %(measure)s.", number=number, measure=what)


def _those(site: Site, rows: Sequence[Row]) -> str:
    """Projects that are level, with the figure that they share."""
    names = figures.listing([site.one("projects", row["project"])["name"] for row in rows[:SHOWN]])
    more = len(rows) - SHOWN
    if more > 0:
        names = _n("%(projects)s and %(num)s more", "%(projects)s and %(num)s more", more, projects=names)
    return _("%(project)s: %(figure)s", project=names, figure=_said(site, rows[0]))


def _said(site: Site, row: Row) -> str:
    return figures.bounded(figures.quantity(row["quantity"], site.unit({**row, **site.measure(row)})), row["bound"])


def _claimed(site: Site, claims: Sequence[StatedFigure]) -> Iterator[Answer]:
    """The largest figure that others stated, and of what; how many more there are."""
    if not claims:
        return
    first, *others = sorted(claims, key=lambda row: (-(row["amount_gbp"] or 0), row["figure"]))
    of = site.one("projects", first["project"]) or site.one("programmes", first["programme"])
    what = _("Stated of %(what)s.", what=of["name"]) if of else ""
    said = f"{what} {said_by(site, first)}" if of else ""
    more = _n("%(num)s more is stated below.", "%(num)s more are stated below.", len(others)) if others else ""
    words = " ".join(filter(None, (said, more, _("We haven’t valued it, and it is in no sum of ours."))))
    yield answer(_("Claimed"), first["as_written"], "", words, said=True)


def measure_answers(site: Site, measure: Row) -> list[Answer]:
    """The same of a measure: how much, by which project most, worth, promised, and what must not be added to it."""
    code = measure["measure"]
    lines = site.lines("measure", code)
    found = [
        *(_counted(site, count) for count in counted(site, "measure", code)),
        *_apart(site, measure),
        _worth(site, measure),
        *_promised(site, measure),
    ]
    return [*found, sure(lines)] if lines else found


def family_answers(site: Site, family: Family) -> list[Answer]:
    """The same of a family: how much by each of its measures that adds up, and why they are not added to each other."""
    found = []
    for measure in family.measures:
        mine = [count for count in counted(site, "measure", measure["measure"]) if _same(count.measure, measure)]
        known = [_counted(site, count) for count in mine if count.quantity is not None]
        found += [{**each, "question": measure["name"]} for each in known]
    lines = [line for row in family.measures for line in site.lines("measure", row["measure"])]
    found.append(answer(_("Added up?"), _("They can’t be"), "", family.why))
    return [*found, sure(lines)] if lines else found


def _counted(site: Site, count: Count) -> Answer:
    """What all projects count by a measure, and which has most of it."""
    measure = count.measure
    if count.quantity is None:
        said = _("Its figures are never added up. Each stands by itself below.")
        if measure["adds_up"] == "flow" and measure["local"] and len(rings(site.of_measure("lines", measure))) > 1:
            said = _("They mean different things by “local”, so they are never added up. Each stands by itself below.")
        if count.hidden == count.lines:
            said = _("Few people stand behind its figures, so they are hidden [c].")
        return answer(_("Counted"), figures.several(count.projects, "project"), "", said, nil=True)
    row = _row(count)
    found = came(site, [row])
    most = most_of(site, "measure", measure["measure"], measure)
    (who, *others) = projects_of(site, in_figure(site.of_measure("lines", measure)))
    where = figures.several(count.projects, "project")
    words = [_("By %(projects)s.", projects=where if others else site.one("projects", who)["name"])]
    if others and most and most.most:
        words.append(_("The largest: %(project)s.", project=_those(site, most.most)))
    words.append(twice(site, [row]))
    return {**found, "words": " ".join(filter(None, words))}


def _apart(site: Site, measure: Row) -> Iterator[Answer]:
    family = family_of(site, measure)
    if not family:
        return
    others = [figures.inside(row["name"]) for row in family.measures if row["measure"] != measure["measure"]]
    apart = _("It is not added to %(measures)s.", measures=figures.listing(others))
    yield answer(_("Beside others"), _("Can’t be added"), "", apart, nil=True)


def _worth(site: Site, measure: Row) -> Answer:
    """What it is worth; of a measure that has no £, why."""
    valued = site.of("unit-values", measure, "measure", measure["measure"])
    if valued and not site.lines("measure", measure["measure"]):
        none = _("No line counts it yet. What one would be worth stands below.")
        said = f"{none} {besides(site)}".strip()
        return answer(_("Worth"), _("Nothing yet"), "", said, nil=True)
    if any(row["counts_in"] == "total" for row in valued) or not measure["no_value_reason"]:
        return worth(site, "measure", measure["measure"])
    why = f"{figures.sentence(measure['no_value_reason'])} {_('A measure without a £ is not worth nothing.')}"
    return answer(_("Worth"), _("No £"), "", why, nil=True)


def _promised(site: Site, measure: Row) -> Iterator[Answer]:
    """The commitments that stand, by whom."""
    found = of_measure(site, measure)
    if not found:
        return
    projects = list(dict.fromkeys(site.one("projects", row["project"])["name"] for row in found))
    named = projects[:SHOWN]
    more = len(projects) - len(named)
    rest = _n("%(num)s more project", "%(num)s more projects", more) if more else ""
    who = figures.listing([*named, *([rest] if rest else [])])
    number = _n("%(num)s promise", "%(num)s promises", len(found))
    yield answer(_("Promised"), number, "", _("By %(projects)s.", projects=who))
