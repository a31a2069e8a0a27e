"""The picture beside a link: the mark for the site, and a card of its own for each project."""

import struct

from socialvalue.publish.frame import card
from socialvalue.publish.site import Site
from socialvalue.records import Valuation


def size(drawn: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", drawn[16:24])
    return int(wide), int(high)


def test_card_is_a_png_of_the_usual_size() -> None:
    """The card is a PNG, as wide and high as readers of Open Graph expect."""
    assert size(card.card()) == (card.WIDTH, card.HEIGHT)


def test_each_project_has_a_card_of_its_own(valuation: Valuation) -> None:
    """Two projects differ, the same is drawn twice alike, and no name ends its element."""
    site = Site(valuation)
    cards = dict(card.project_cards(site))
    assert set(cards) == {card.path_of(row["project"]) for row in site.rows("projects")}
    assert len(set(cards.values())) == len(cards)
    first = site.rows("projects")[0]
    assert card.project_card(site, first) == cards[card.path_of(first["project"])]
    odd = {**first, "name": "A </text><b> & " + "very long name " * 20}
    assert size(card.project_card(site, odd)) == card.SMALLER
    assert all(len(each) < 40_000 for each in cards.values())
