"""Which words name an open licence."""

import pytest

from socialvalue.domain.licences import is_open


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("Open Government Licence v3.0", True),
        ("OGL-UK-3.0", True),
        ("CC BY 4.0", True),
        ("CC-BY-SA-4.0", True),
        ("CC0 1.0", True),
        ("None needed: no figure is taken from the source", True),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("Creative Commons Attribution-NonCommercial 4.0", False),
        ("CC-BY-NC-4.0", False),
        ("CC BY-ND 4.0", False),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", False),
        ("All rights reserved; parts under OGL", False),
        ("Licensed to members", False),
        ("  open government  licence V3.0. ", True),
        ("http://creativecommons.org/licenses/by-sa/4.0/deed.en", True),
        ("OGL v3.0 except the values, which are for members", False),
        ("Licence of Zebra Bank; contains OGL data", False),
        ("Not an open licence, not OGL", False),
        ("Open Government Licence v3.0 (but not the values)", False),
        ("https://creativecommons.org/licenses/by/4.0/ for its words", False),
        ("https://example.org/licenses/by/4.0/", False),
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
def test_an_open_licence_is_told_from_others(words: str, open_: bool) -> None:
    """A licence is open where its words, as a whole, are those of a known one, of a version that there is."""
    assert is_open(words) is open_
