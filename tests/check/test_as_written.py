"""What the words of a stated figure say, however a document writes it."""

from decimal import Decimal

import pytest

from socialvalue.check.rules.as_written import _amount, _amounts
from socialvalue.records import MILLION


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("£1.2 million", ["1200000"]),
        ("1.2 million pounds", ["1200000"]),
        ("1.2M", ["1200000"]),
        ("GBP 1.2 million", ["1200000"]),
        ("£1.2mn", ["1200000"]),
        ("over £25.9m", ["25900000"]),
        ("2,000 pounds", ["2000"]),
        ("£1.2-£1.5 million", ["1200000", "1500000"]),
        ("£34m of the £434m", ["34000000", "434000000"]),
        ("£4,907,525.38", ["4907525.38"]),
        ("148 people in 2019", []),
    ],
)
def test_an_amount_is_read_as_people_write_it(words: str, meant: list[str]) -> None:
    """Words for pounds, for a thousand and a million, before and behind; a range has its scale at the end."""
    found = [amount for text in _amounts(words) if (amount := _amount(text)) is not None]
    assert found == [int(Decimal(each) * MILLION) for each in meant]
