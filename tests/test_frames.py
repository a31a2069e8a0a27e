"""Each field is described once: frames, published schemas and the developers' page say the same of it."""

import json
from pathlib import Path
from typing import Any, get_type_hints

import pandas as pd
import pytest

from socialvalue.publish.site import Site
from socialvalue.records import Valuation
from socialvalue.records.fields import PENCE
from socialvalue.records.frames import FRAMES, Field, described
from socialvalue.records.table_rows import TABLES
from socialvalue.records.typed_rows import TYPED
from socialvalue.value import value
from value.invented import MEASURES, repository

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/developing/frames.md"
HEAD = """# The frames that valuing hands on

What `Valuation` holds, as `records/frames.py` and `records/fields.py` say. A test writes this page:
`pytest tests/test_frames.py --update-golden`.
"""
CALLED = {"return_id": "return", "factor": "uprating", "by": "replaced_by"}
"""Columns that are published under another name."""
DECIMALS = " Pounds, two decimals."
CELLS: dict[str, type] = {"text": str, "yes or no": bool, "whole number": int}
HOLDS = {"text": "object str", "yes or no": "bool", "whole number": "int64 Int64"}


@pytest.fixture(scope="module")
def corrected() -> Valuation:
    """What the small repository has none of: a correction with a new line, a hidden line, and an older edition."""
    spend = {"measure": "spend", "kind": "local", "value_gbp": 1}
    lines = [
        {"owner": "road/2022", "measure": "spend", "quantity": 5},
        {"owner": "road/2022-2", "measure": "spend", "quantity": 7},
        {"owner": "road/2022-2", "measure": "weeks", "quantity": 3},
        {"owner": "road/2023", "measure": "hires", "quantity": 1, "headcount": 2},
    ]
    return value(
        repository(
            lines,
            [{**spend, "unit_value": "then"}, {**spend, "unit_value": "now", "value_gbp": 2, "edition": "2"}],
            returns=[{"owner": "road/2022-2", "supersedes": "2022", "reason": "A line was missing."}],
            measures=[
                {**each, "sensitivity": "sensitive"} if each["measure"] == "hires" else each for each in MEASURES
            ],
            editions={"open": "2"},
        )
    )


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_has_the_columns_and_types_that_are_described(
    valuation: Valuation, corrected: Valuation, name: str
) -> None:
    """Just those, in their order, with rows or without; a cell is missing only where that is said, and no two rows have
    one number, so that a row that is looked up by its number is one."""
    fields = FRAMES[name].fields
    frames: list[pd.DataFrame] = [getattr(world, name) for world in (valuation, corrected)]
    assert any(map(len, frames))
    for frame in frames:
        assert list(frame.columns) == list(fields)
        assert frame.index.is_unique
        for column, field in fields.items():
            assert str(frame[column].dtype) in HOLDS[field.kind.holds], column
            assert column in FRAMES[name].missing or frame[column].notna().all(), column


def test_every_frame_is_described(valuation: Valuation) -> None:
    """A frame without a description has no place in the valuation."""
    assert [name for name, value in vars(valuation).items() if isinstance(value, pd.DataFrame)] == list(FRAMES)


@pytest.mark.parametrize("name", TYPED)
def test_a_typed_row_is_a_row_of_its_frame(valuation: Valuation, corrected: Valuation, name: str) -> None:
    """What mypy knows of a row is what the dictionary says, and what a page gets."""
    frame, hints = FRAMES[name], get_type_hints(TYPED[name])
    kinds = {column: CELLS[field.kind.holds] for column, field in frame.fields.items()}
    assert hints == {column: kind | None if column in frame.missing else kind for column, kind in kinds.items()}
    for row in [*Site(valuation).rows(name), *Site(corrected).rows(name)]:
        assert all(cell is None or type(cell) is kinds[column] for column, cell in row.items()), row


@pytest.mark.parametrize("name", TABLES)
def test_a_typed_row_of_a_table_is_what_its_schema_says(valuation: Valuation, name: str) -> None:
    """Each column in its order; a number may be missing where nothing asks for it, and a text is empty then."""
    (path,) = (path for path in ROOT.glob(f"schemas/*/{name}.json") if path.parent.name != "published")
    kinds: dict[str, Any] = {"file": str, "row": int, "owner": str}
    for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
        kind = {"boolean": bool, "integer": int, "number": int}.get(field["type"], str)
        asked = kind is not int or field.get("constraints", {}).get("required")
        kinds[field["name"]] = kind if asked else kind | None
    assert list(get_type_hints(TABLES[name]).items()) == list(kinds.items())
    for row in Site(valuation).rows(name):
        assert all(isinstance(cell, kinds[column]) for column, cell in row.items()), row


def published(name: str, column: str, field: Field) -> str:
    """What a column is called in its download."""
    if (name, column) == ("at_current_edition", "unit_value"):
        return "unit_value_current"
    return f"{column}_gbp" if field.kind is PENCE else CALLED.get(column, column)


@pytest.mark.parametrize("path", sorted((ROOT / "schemas/published").glob("*.json")), ids=lambda path: path.stem)
def test_a_published_schema_says_of_a_field_what_the_dictionary_says(
    path: Path, request: pytest.FixtureRequest
) -> None:
    """The words stand in records/; `--update-golden` writes them into the schema."""
    name = path.stem.replace("-", "_")
    fields = FRAMES[name].fields if name in FRAMES else {}
    said = {
        published(name, column, field): field.meaning + (DECIMALS if field.kind is PENCE else "")
        for column, field in fields.items()
    }
    schema = json.loads(path.read_text(encoding="utf-8"))
    wrong = [
        field for field in schema["fields"] if field["description"] != said.get(field["name"], field["description"])
    ]
    if wrong and request.config.getoption("--update-golden"):
        for field in wrong:
            field["description"] = said[field["name"]]
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        wrong = []
    assert wrong == []


def test_the_developers_page_is_that_of_the_dictionary(request: pytest.FixtureRequest) -> None:
    """The page of frames is written from it."""
    page = HEAD + "\n".join(described()) + "\n"
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
