"""What the form takes in silence from a pasted table, `import` takes too: of random tables, figure by figure."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_rules_in_the_browser import modules  # noqa: F401  a fixture

from random_blocks import random_block
from socialvalue.errors import BrokenRepository
from socialvalue.intake.importing import Import
from socialvalue.intake.questions import Answers
from socialvalue.intake.register import Register
from socialvalue.intake.text_table import read_text_table
from socialvalue.publish.downloads.prepare_data import framework, lists, start
from socialvalue.publish.site import Site
from socialvalue.records import Checked, Valuation

pytestmark = pytest.mark.browser

MANY = 500
TAKEN = """async text => {
  const { blocks, lists, framework, returned } = JSON.parse(text);
  const names = ['headings', 'table', 'said-of-all', 'other-figures', 'read-rows', 'which-rows', 'parted'];
  const [{ headed }, { cellsOf }, { askedOfAll }, { otherFigures }, { readRows }, { rowsOfTheReturn }, { partedRows }] =
    await Promise.all(names.map(name => import(`/${name}.js`)));
  const facts = { lists, framework };
  return blocks.map(block => {
    const sheet = cellsOf(block);
    const best = { name: 'S', ...sheet, ...headed(sheet.rows, lists.headings, lists.sections) };
    if (!('measure' in best.columns && 'quantity' in best.columns)) return [];
    best.parted = partedRows(best);
    if (askedOfAll(best, facts).length || otherFigures(best, facts).length) return [];
    const { skip } = rowsOfTheReturn(best, returned, facts, { project: new Set(), period: new Set(), said: new Set() });
    const { rows, changes } = readRows(best, facts, lists, [], skip);
    const named = new Set(changes.filter(({ why }) => why === 'why_called').map(({ was }) => was));
    const words = best.headings.length ? best.below.map(cells => cells[best.columns.measure] ?? '') : [];
    return rows.map(({ measure, cells, at }) =>
      [at + 1, measure, cells.quantity, named.has(words[at + 1 - best.first] ?? '')]);
  });
}"""
GIVEN = {
    "project": "north-road",
    "period": "2024-q2",
    "organisation": "example-builder",
    "tier": "main contractor",
    "status": "self-reported",
    "mapping": "yes",
    "notes": "yes",
    "missing-rows": "keep",
    "reason": "It was wrong.",
    "only-this-contract-and-period": "yes",
    "commitment-of-this-contract": "yes",
}
LATER = {"headcount", "evidence", "area"}
"""What the form asks about once a row is taken, or says of it before."""
OF_OTHERS = {"parted", "refused"}
"""What is about rows of other lengths, which the form leaves out."""
HOME = ("north-road", "2024-04-01", "2024-06-30")


def imported(block: str, register: Register, data: Path) -> tuple[list[tuple[str, Decimal]], dict[str, set[int]]]:
    """The figures that import reads; and each question with the rows that it is about, none for all of them."""
    answers = Answers(dict(GIVEN), certain=True)
    try:
        gathered = Import([read_text_table(block.encode(), "S.csv")], register, data, answers).understand().gathered
    except BrokenRepository:
        return [], {"refused": set()}
    entries = [entry.fields for entry in gathered.entries]
    mine = [fields for fields in entries if (fields["project"], fields["start"], fields["end"]) == HOME]
    asked = {key: {row for _, (row, _) in gathered.waiting.get(key, ())} for key in answers.open}
    return [(fields["measure"], Decimal(fields["quantity"])) for fields in mine], asked


def plain(quantity: str) -> Decimal | None:
    """A figure that the form does not ask about once it is taken."""
    return Decimal(quantity) if quantity.removeprefix("-").replace(".", "", 1).isdigit() else None


def test_nothing_is_taken_that_import_asks_about(
    modules: Page,  # noqa: F811
    valuation: Valuation,
    checked: Checked,
    small: Path,
) -> None:
    """A figure of the form stands in what import reads, or import asks what the form shows or asks in its own way."""
    site = Site(valuation)
    known = {**start(site), **lists(site)}
    blocks = [random_block(seed) for seed in range(MANY)]
    returned = dict(zip(("project", "start", "end"), HOME, strict=True))
    given = {"blocks": blocks, "lists": known, "framework": framework(site, "example-open"), "returned": returned}
    register = Register(checked)
    many = 0
    for block, taken in zip(blocks, modules.evaluate(TAKEN, json.dumps(given, default=str)), strict=True):
        figures, asked = imported(block, register, small)
        for row, measure, quantity, shown in taken:
            number = plain(quantity)
            if number is None:
                continue
            many += 1
            if (measure, number) not in figures:
                lines = block.splitlines()
                fits = lines[row - 1].count(",") == min(line.count(",") for line in lines)
                kinds = {key.partition(":")[0] for key, rows in asked.items() if not rows or row in rows}
                assert kinds, (block, row, measure, quantity)
                assert kinds <= LATER | ({"measure"} if shown else set()) | (OF_OTHERS if fits else set()), (
                    block,
                    row,
                    measure,
                    quantity,
                    kinds,
                )
    assert many > MANY / 20
