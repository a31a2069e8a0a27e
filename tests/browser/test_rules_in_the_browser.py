"""The rules that are data find the same in a browser as in Python: in every example, and in many random rows."""

import csv
import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pasted_blocks import BLOCKS
from playwright.sync_api import Page
from serving import serving

from check.form_cases import Case, cases_of
from check.repository import GOOD, RETURN, TODAY
from check.test_bad_examples import BAD, TWINS, read
from likely_measures import MEANT, MEASURES
from scales import NOT_SAID, SAID, UNITS
from socialvalue.check.scales import scale_in
from socialvalue.intake.sections import SAID as SECTIONS
from socialvalue.load import load

pytestmark = pytest.mark.browser

MODULES = Path(__file__).parents[2] / "build/socialvalue/publish/theme/assets/prepare"
JUDGED = """async text => {
  const { judge } = await import('/judge.js');
  const cases = JSON.parse(text);
  const BY_CELLS = new Set(Object.keys(cases[0]?.lists.cells ?? {}));
  const none = { measures: {}, units: {}, values: {}, adjustments: [], crosswalk: {} };
  const numbers = line => ({ ...line, quantity: BigInt(line.quantity),
    headcount: line.headcount === null ? null : BigInt(line.headcount) * 1000000n });
  return JSON.stringify(cases.map(({ sent, rows, history, targets, today, lists, framework, project }) => {
    const facts = { lists, today, framework: framework ?? none, project: lists.projects[project] ?? {},
      history: history.map(numbers), rowNumber: at => rows[at],
      targets: targets.map(target => ({ ...target, quantity: BigInt(target.quantity) })) };
    return judge(sent, facts)
      .filter(({ rule, column }) => !BY_CELLS.has(rule) || ["quantity", "headcount"].includes(column))
      .map(({ rule, table, at, column, message, mend, suggestion }) =>
        [rule, table, at, column, message, mend, suggestion]);
  }));
}"""
"""Asked and answered in text: cases are large, and sent piece by piece they would take longer than all the judging."""
MANY = 10_000
NUMBERS = ["0", "1", "2", "3", "4", "5", "8", "9", "10", "12", "40", "101", "520", "1200", "1.200", "12.000", "1.250"]
WITH_UNITS = [
    *(
        "5 FTE",
        "12%",
        "£1,200",
        "12 weeks",
        "4.5 days",
        "26 wks",
        "4.5 hrs",
        "£5 per week",
        "20% of spend",
        "£1.2m net",
    ),
    *("5k hours", "£1.5 million pounds", "1.25m", "1.2m2", "3 tCO2e", "40 people approx", "at least £5k", "60+", "<5"),
    *("up to 10 jobs", "1e3", "5–10", "£5-£10", "12 to 15", "2 dozen people", "£1.200", "1 200", "5.000,00", "5 €"),
    *("40 weeks or so", "5 or more.", "10 max", "about 5 thousand hours", "-99", "tbc", "½", "٣ wks", "(5)", "−5", "£"),
]
"""Quantities as people write them with a unit, a bound or a scale."""
STRANGE = ["999999999999", "-3", "1,200", "5 FTE", "", "n/a"]


@pytest.fixture
def modules(page_of: Callable[..., Page]) -> Iterator[Page]:
    """A page that can load the form's modules."""
    files = {path.name: path.read_bytes() for path in MODULES.glob("*.js")}
    with serving({**files, "index.html": b"<!doctype html><title>x</title>"}) as url:
        page = page_of()
        page.goto(url)
        yield page


def judged(page: Page, cases: list[Case]) -> list[list[tuple[object, ...]]]:
    """What the browser finds in each case."""
    given = json.dumps([case.given for case in cases], default=str)
    return [sorted(map(tuple, found)) for found in json.loads(page.evaluate(JUDGED, given))]


def test_every_example_is_judged_alike(modules: Page, tmp_path: Path) -> None:
    """Each return of each bad example and each good twin: the same rule, row, column and words, no more and no less.

    A return that is as in another example, and has the same beside it, is judged there.
    """
    different: dict[str, Case] = {}
    for number, example in enumerate([*sorted(BAD.iterdir()), *TWINS]):
        source = read(example, tmp_path / str(number) / "data", published=False)
        for case in cases_of(f"{example.parent.name}/{example.name}", source):
            different[f"{json.dumps(case.given, default=str)} {case.found}"] = case
    cases = list(different.values())
    assert len(cases) > 150
    for case, found in zip(cases, judged(modules, cases), strict=True):
        assert found == case.found, case.name
    assert len({found[0] for case in cases for found in case.found}) >= 20


def test_random_rows_are_judged_alike(modules: Page, tmp_path: Path) -> None:
    """Ten thousand rows of what people write, right and wrong beside each other."""
    cases = list(cases_of("random", load(random_rows(tmp_path / "data"), today=TODAY)))
    (ours,) = [case for case in cases if len(case.given["sent"]["lines"]) > MANY * 0.99]
    (found,) = judged(modules, [ours])
    assert found == ours.found
    assert len({rule for rule, *_ in ours.found}) > 10
    assert len(ours.found) > MANY


ROWS_TAKEN = """async ({ rows, sections, of }) => {
  const [{ headed }, { rowsOfTheReturn }, { brokenAt, textOf }] = await Promise.all(
    ['headings', 'which-rows', 'table'].map(name => import(`/${name}.js`)));
  const lists = { projects: { road: { name: "North Road" }, hall: { name: "The Hall" } }, quarters: "" };
  const headings = { project: ["project"], period: ["period"], measure: ["kpi"], quantity: ["actual"] };
  const returned = { project: "road", start: "2025-07-01", end: "2025-09-30" };
  const taken = (project, period) => {
    const ticked = { project: new Set(project), period: new Set(period) };
    const found = rowsOfTheReturn(headed(rows, headings), returned, { lists, framework: { units: {} } }, ticked);
    return { skip: [...found.skip], others: [...found.others],
      open: [...found.open.project, ...found.open.period] };
  };
  const counted = (heading, words, said) => {
    const table = headed([["KPI", "Actual", heading], ...words.map(word => ["a", "1", word])], headings);
    const ticked = { project: new Set(), period: new Set(), said: new Set(said) };
    const found = rowsOfTheReturn(table, returned, { lists: { ...lists, sections }, framework: { units: {} } }, ticked);
    return [[...found.skip], [...found.open.said]];
  };
  return { first: taken([], []), ticked: taken(["Lot 2"], ["Q3 2025"]), counted: of.map(each => counted(...each)),
    broken: ['a,b\\n"x,1\\ny,2', 'a\\n<<<<<<< ours\\n1', 'a,"b ""c"" d"\\n"e\\nf",1'].map(text => brokenAt(text)),
    mixed: [textOf(new Uint8Array([0xc2, 0xa3, 0xa3])), textOf(new Uint8Array([0xa3]))] };
}"""


COUNTED = [
    (
        ["Approved?", ["Y", "N", "Rejected"], []],
        [[0, 1, 2], [[f"Approved?: {word}", 1] for word in ("Y", "N", "Rejected")]],
    ),
    (["Approved?", ["Y", "N"], ["Approved?: Y"]], [[1], [["Approved?: Y", 1], ["Approved?: N", 1]]]),
    (["Include", ["✓", ""], ["Include: ✓"]], [[1], [["Include: ✓", 1], ["Include: –", 1]]]),
    (["Exclude", ["x", "x"], []], [[0, 1], [["Exclude: x", 2]]]),
    (["Approved?", ["Y", "yes"], []], [[], []]),
    (["Batch", ["A", "No. 7", "Yes, see the log"], []], [[], []]),
]
"""A column beside the figures, what it says and what is ticked; which rows are not taken, and what is asked."""


def test_rows_of_others_and_broken_tables_are_not_taken(modules: Page) -> None:
    """Another project or quarter never comes under the chosen one; what two readings allow is asked; a torn table is
    told by its row."""
    rows = [
        ["KPI", "Actual", "Project", "Period"],
        ["a", "1", "The Hall", "2025-q3"],
        ["a", "2", "North Road", "2025-q2"],
        ["a", "3", "North Road", "1 July to 30 September 2025"],
        ["a", "4", "North Road", "Q3 2025"],
        ["a", "5", "Lot 2", "Jul-Sep 2025"],
        ["a", "6", "", "2025-q3"],
        ["a", "7", "North Road", "Q2 2025-26"],
        ["a", "8", "North Road", "2025-q3"],
    ]
    found = modules.evaluate(ROWS_TAKEN, {"rows": rows, "sections": SECTIONS, "of": [given for given, _ in COUNTED]})
    assert found["counted"] == [expected for _, expected in COUNTED]
    assert found["first"]["skip"] == [0, 1, 3, 4, 5]
    assert found["first"]["others"] == [["The Hall", 1], ["2025-q2", 1]]
    assert found["first"]["open"] == [["Lot 2", 1], ["", 1], ["Q3 2025", 1]]
    assert found["ticked"]["skip"] == [0, 1, 5]
    assert found["broken"] == [["quote", {"row": 2}], ["conflict", {"row": 2}], None]
    assert found["mixed"] == [None, "£"]


BLOCKS_READ = """async ({ spellings, units_of, blocks, sections, likely_of, known }) => {
  const { unitsBeside } = await import('/units-in-headings.js');
  const { scaleIn } = await import('/scales.js');
  const { headed } = await import('/headings.js');
  const { readRows } = await import('/read-rows.js');
  const told = ({ times, over, pounds, rest }) => [`${times}/${over}`, pounds, rest];
  const said = text => scaleIn(text) && told(scaleIn(text));
  const headings = { measure: ["kpi", "ref", "description"], quantity: ["actual"], unit: ["unit"] };
  const measures = { le1: { name: "Local spend", unit: "gbp" }, fw1: { name: "Apprentices", unit: "weeks" } };
  const units = { gbp: { one: "pound", many: "pounds" }, weeks: { one: "week", many: "weeks" } };
  const framework = { measures, units, crosswalk: { NT18: "le1" } };
  const lines = ["status", "tier", "bound"].map(name => ({ name, constraints: { enum: [] } }));
  const lists = { sections, fields: { lines }, units: { gbp: ["£"], hours: ["h"], "": ["no"] }, counts: [], texts: {},
    areas: {}, organisations: {} };
  const read = rows => {
    const { rows: taken, left } = readRows(headed(rows, headings, sections), { framework, lists }, lists);
    return [taken.map(({ measure, cells }) => [measure, cells.quantity]), left.map(({ row, why }) => [row, why])];
  };
  const { likely } = await import('/likely.js');
  const meant = likely_of.map(([text, unit]) => likely(text, unit, { framework: known, lists }));
  return { meant, said: spellings.map(said), beside: units_of.map(unitsBeside), read: blocks.map(read) };
}"""
GIVEN = {"sections": SECTIONS, "likely_of": [*MEANT], "known": {"measures": MEASURES, "units": {}}}


def test_thousands_are_read_as_by_the_command(modules: Page) -> None:
    """The same spellings; what is certain is multiplied, what isn't is not taken. A reference beside a description."""
    spellings = [*SAID, *NOT_SAID]
    blocks = [rows for rows, _ in BLOCKS]
    found = modules.evaluate(BLOCKS_READ, GIVEN | {"spellings": spellings, "units_of": [*UNITS], "blocks": blocks})
    ours = [scale and [f"{scale.times}/{scale.over}", scale.pounds, scale.rest] for scale in map(scale_in, spellings)]
    assert found["said"] == ours
    assert found["beside"] == [*UNITS.values()]
    assert [(each["is"], each["offered"]) for each in found["meant"]] == [*MEANT.values()]
    assert found["read"] == [read for _, read in BLOCKS]


def random_cells(to: Path, organisations: list[str], documents: list[str]) -> dict[str, list[str]]:
    """What each cell of a random line may say: what is right, mostly, and what is not."""
    return {
        "measure": [
            *codes(to, "frameworks/example-open/measures.csv", "measure") * 4,
            *("fw99", "Fw1", "", "apprentice weks"),
        ],
        "quantity": [
            *NUMBERS,
            *("0.1", "2.5", "62.5171", "100.000001", "999999999999", "-3", "1,200", "5 FTE", "", "n/a"),
            *WITH_UNITS,
        ],
        "headcount": ["", "", *NUMBERS, "1000000000", "2.5", "x", *WITH_UNITS[::3]],
        "area": ["", *codes(to, "reference/areas.csv", "area") * 3, "E07000999", "Preston"],
        "local_definition": ["", "", "within 30 miles"],
        "local_area_set": ["", "", *codes(to, "reference/area-sets.csv", "area_set"), "no-such-set"],
        "organisation": ["", *organisations * 3, "exemple-builder", "nobody"],
        "tier": ["", "client", "main contractor", "subcontractor", "boss"],
        "status": ["self-reported", "evidenced", "verified", "verified", "certain"],
        "evidence": ["", *documents, "document-99"],
        "derivation": ["", "Jobs created and safeguarded."],
        "public_note": ["", "A hall for all.", "New or retained jobs", "renewal and created"],
    }


def codes(data: Path, name: str, column: str) -> list[str]:
    """The codes of a table of a repository."""
    return [row[column] for row in table(data / name)]


def random_rows(to: Path) -> Path:
    """The good repository with very many random lines and documents in one of its returns."""
    shutil.copytree(GOOD, to)
    choose = random.Random(12).choice
    units = codes(to, "frameworks/example-open/units.csv", "unit")
    organisations = codes(to, "register/organisations.csv", "organisation")
    documents = [f"document-{number}" for number in range(40)]
    own_unit = {row["measure"]: row["unit"] for row in table(to / "frameworks/example-open/measures.csv")}
    cells = random_cells(to, organisations, documents)
    lines = []
    for number in range(MANY):
        row = {"line": str(number + 1), **{name: choose(known) for name, known in cells.items()}}
        lines.append(
            row | {"unit": choose([own_unit.get(row["measure"], ""), own_unit.get(row["measure"], ""), *units])}
        )
    folder = to / RETURN
    write(folder / "lines.csv", lines)
    checkers = ["", *organisations, "nobody"]
    write(
        folder / "evidence.csv",
        [{"evidence": name, "kind": "report", "title": name, "checked_by": choose(checkers)} for name in documents],
    )
    return to


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Replace the rows of a table; its columns stay."""
    header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
