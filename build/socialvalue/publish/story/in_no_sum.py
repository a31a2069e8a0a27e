"""What lines say that no sum holds, in words: figures that are never added, and what counts in another figure."""

from collections.abc import Iterable, Sequence

from socialvalue.publish.site import Site
from socialvalue.publish.story.amount import amount
from socialvalue.publish.story.counted import counted
from socialvalue.publish.story.gathered import FEW_APART
from socialvalue.publish.story.part_of import part_of
from socialvalue.publish.words import days, figures
from socialvalue.publish.words.language import _, _n
from socialvalue.records.typed_rows import LineRow


def in_no_sum(site: Site, dimension: str, member: str) -> dict[tuple[str, str], str]:
    """By framework and measure, what the lines of a member say of each measure that has no sum of theirs.

    A line is never told as nothing: a share, a count of several days, or the part of another project's figure.
    """
    lines: dict[tuple[str, str], list[LineRow]] = {}
    for line in site.lines_of(dimension, member):
        lines.setdefault((line["framework"], line["measure"]), []).append(line)
    counts = counted(site, dimension, member)
    without = [each.measure for each in counts if each.quantity is None or each.measure["adds_up"] != "flow"]
    keys = ((measure["owner"], measure["measure"]) for measure in without)
    return {key: said for key in keys if (said := _said(site, lines[key]))}


def _said(site: Site, lines: Sequence[LineRow]) -> str:
    """Each figure that stands, or how many there are; where none does, what each is part of. Nothing of hidden ones."""
    known = [line for line in lines if line["quantity"] is not None]
    stand = [line for line in known if line["counted"]]
    if len(stand) > FEW_APART:
        return _n("%(num)s figure that is never added", "%(num)s figures that are never added", len(stand))
    found = [(line, ", ".join(aside)) for line, aside in zip(stand, _differ(site, stand), strict=True)]
    found = found or [(line, part_of(site, line)) for line in known[:FEW_APART]]
    return ", ".join(_figure(site, line, aside) for line, aside in found)


def _differ(site: Site, lines: Sequence[LineRow]) -> Iterable[Sequence[str]]:
    """What tells each of these lines from the others: its days, what it calls local, its project."""
    said = [
        (
            days.span(line["start"], line["end"]),
            figures.inside(line["local_definition"]),
            str(site.one("projects", line["project"])["name"]),
        )
        for line in lines
    ]
    differ = [len(set(column)) > 1 for column in zip(*said, strict=True)]
    return [[words for words, other in zip(mine, differ, strict=True) if words and other] for mine in said]


def _figure(site: Site, line: LineRow, aside: str) -> str:
    said = figures.bounded(amount(site, line), line["bound"])
    return _("%(figure)s (%(aside)s)", figure=said, aside=aside) if aside else said
