"""Which words name an open licence."""

import pytest

from socialvalue.domain.licences import is_open


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("Open Government Licence v2.0", True),
        ("Open Government Licence 2.0", True),
        ("OGL-UK-1.0", True),
        ("Open Parliament Licence v3.0", True),
        ("Open Government Licence v4.0", False),
        ("Open Government Licence v3.0, except the logo", False),
        ("CC BY-NC-ND 4.0", False),
        ("", False),
    ],
)
def test_a_version_is_written_with_a_v_or_without(words: str, open_: bool) -> None:
    """A version that there is; and words that go on are no name."""
    assert is_open(words) is open_
