"""The publishing room shows what valuing added up, and adds up nothing itself: no £ and no quantity."""

from pathlib import Path

import pytest

from publish.adding_up import added_in_template, additions

PUBLISH = Path(__file__).resolve().parents[2] / "build" / "socialvalue" / "publish"
PIXELS = {PUBLISH / "frame/embed_height.py"}
"""What adds up heights of texts on a page, and knows of no figure but as a text."""
MODULES = sorted({*PUBLISH.rglob("*.py")} - PIXELS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PUBLISH).as_posix())
def test_no_money_and_no_quantity_is_added_up_in_the_publishing_room(path: Path) -> None:
    """What a page shows is a number that valuing handed on; so no page can differ from another or from a download."""
    assert list(additions(path.read_text(encoding="utf-8"))) == []


def test_no_template_adds_up() -> None:
    """Templates have a filter for sums, and plus signs."""
    found = {
        path.relative_to(PUBLISH).as_posix(): lines
        for kind in ("*.jinja", "*.html")
        for path in PUBLISH.rglob(kind)
        if (lines := list(added_in_template(path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "adding",
    [
        "sum(row['net'] for row in rows)",
        "sum(int(row['net']) for row in rows)",
        "sum(found.values())",
        "sum(zone.homes or 0 for zone in found)",
        "sum(len(rows) * row.net for row in rows)",
        "frame['net'].sum()",
        "frame['net'].add(frame['real'])",
        "whole = frame['net'].add(1)",
        "frame['gross'].sub(other)",
        "frame.groupby('kind')",
        "frame['net'].agg('sum')",
        "frame.agg({'net': 'sum'})",
        "frame.aggregate(['sum'])",
        "frame.transform(sum)",
        "frame.apply('sum')",
        "frame.apply(np.sum)",
        "frame.pivot_table('net', 'kind')",
        "pd.crosstab(a, b, values=c, aggfunc='sum')",
        "frame.eval('net + real')",
        "frame['net'].mean()",
        "counter.total()",
        "total += row['taken']",
        "total += x",
        "totals[kind] += x",
        "total = total + x",
        "total = x + total",
        "totals[kind] = totals[kind] + x",
        "left -= taken",
        "left = left - taken",
        "row['gross'] - row['net']",
        "itertools.accumulate(nets)",
        "math.fsum(nets)",
        "statistics.fmean(nets)",
        "np.add(a, b)",
        "np.add.reduce(nets)",
        "reduce(operator.add, nets)",
        "reduce(add, nets)",
        "map(sum, found)",
        "from math import fsum as joined",
        "from operator import add",
        "from functools import reduce",
    ],
)
def test_the_test_knows_what_adding_up_looks_like(adding: str) -> None:
    """Each of these stood in a page or a chart, or might."""
    assert set(additions(adding)) == {1}


@pytest.mark.parametrize(
    "counting",
    [
        "sum(1 for row in rows)",
        "sum(row['status'] == 'verified' for row in rows)",
        "sum(not row for row in rows)",
        "sum(row['delivered'] is None and not row['suppressed'] for row in rows)",
        "sum(len(content) for content in files.values())",
        "sum(bool(row['overdue']) for row in rows)",
        "sum(part.length for part in parts)",
        "seen.add(line)",
        "place + 1",
        "shown += 1",
        "shown += len(found)",
        "heads += [head]",
        "number = number + 1",
        "drawn = drawn + line",
        "groupby(rows, key)",
        "LINK.sub(said, text)",
    ],
)
def test_counting_things_is_not_adding_up_figures(counting: str) -> None:
    """How many projects, lines and promises there are is said where they are shown."""
    assert not list(additions(counting))


@pytest.mark.parametrize(
    "adding",
    [
        "{{ rows | sum(attribute='net') }}",
        "{{ nets | sum }}",
        "{{ rows | map(attribute='net') | sum }}",
        "{% set total = total + row.net %}",
        "{% set all.total = all.total + row.net %}",
        "{{ row.gross - row.net }}",
        "{{ a + b }}",
    ],
)
def test_the_test_knows_what_adding_up_looks_like_in_a_template(adding: str) -> None:
    """A filter, or a plus between two names, whatever they are called."""
    assert list(added_in_template(adding)) == [1]


@pytest.mark.parametrize(
    "joining",
    [
        "{{ heads + [name] }}",
        "{{ heads + ([name] if a else []) + b }}",
        "{{ loop.index + 1 }}",
        "{{ rows | length - first }}",
    ],
)
def test_joining_lists_in_a_template_is_not_adding_up(joining: str) -> None:
    """The columns of a table are put one after the other, and rows have a number."""
    assert not list(added_in_template(joining))
