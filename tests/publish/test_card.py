"""The picture beside a link to the site."""

import struct

from socialvalue.publish.frame import card


def test_card_is_a_png_of_the_usual_size() -> None:
    """The card is a PNG, as wide and high as readers of Open Graph expect."""
    drawn = card.card()
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn[16:24]) == (card.WIDTH, card.HEIGHT)
