"""The copy of the small repository that imports are tried in, and the empty workbook of one of its projects."""

import pytest

from intake.conftest import bring, data
from socialvalue.domain.spans import months
from socialvalue.records import Valuation
from socialvalue.workbooks import contents_of, written

__all__ = ["bring", "data"]
NEXT = months(2024, 7, 3)
"""A period that North Road has no return for."""


@pytest.fixture
def book(valuation: Valuation) -> bytes:
    return written(contents_of(valuation, "north-road", NEXT))
