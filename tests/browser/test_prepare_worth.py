"""What the form says that a line is worth, case by case, beside the whole site's lines of the other tests."""

from collections.abc import Callable

from every_page import Built
from playwright.sync_api import Page
from test_prepare import modules_of

PLACED = """async places => {
  const { valuesOf } = await import('/modules/worth.js');
  const lists = await (await fetch('/prepare/lists.json')).json();
  const value = { kind: 'economic', counts_in: 'total', area: 'here', value_gbp: '2000000', price_year: 'delivery' };
  const measures = { weeks: { unit: 'weeks', adds_up: 'flow' } };
  const framework = { measures, units: { weeks: {} }, values: { weeks: [value] }, adjustments: [] };
  const year = Object.keys(lists.deflators).at(-1);
  const returned = { start: `${year.slice(0, 4)}-04-01`, end: `${year.slice(0, 4)}-06-30` };
  const line = { measure: 'weeks', quantity: 1_000_000n, headcount: null, part_of: '' };
  const facts = place => ({ lists, framework, project: { place }, history: [] });
  return places.map(([area, place]) => valuesOf({ ...line, area }, returned, facts(place)).length);
}"""


def test_a_line_without_a_place_is_valued_where_its_project_is(page_of: Callable[..., Page], site_url: str) -> None:
    """As the build does: what the line says comes first, then the only place of its project."""
    cases = [["here", ""], ["", "here"], ["", ""], ["there", "here"], ["", "there"]]
    assert modules_of(page_of, Built({}, site_url, {})).evaluate(PLACED, cases) == [1, 1, 0, 0, 0]
