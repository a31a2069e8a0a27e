"""What an authority says of itself when it begins."""

from dataclasses import dataclass

from socialvalue.beginning.districts import District
from socialvalue.load.setting_kinds import KINDS
from socialvalue.records.naming import name_meant


@dataclass(frozen=True)
class Wanted:
    """The place, who publishes, and what the first site is to hold."""

    place: str
    publisher: str = ""
    contact: str = ""
    repository: str = ""
    base_url: str = ""
    areas: tuple[District, ...] = ()
    example: bool = False

    @property
    def name(self) -> str:
        """What addresses call the place."""
        return name_meant(self.place)


def trouble(setting: str, given: str) -> str:
    """What is wrong with an answer, as the end of a sentence; empty where nothing is."""
    if setting == "place" and not name_meant(given):
        return "it is no name of a place; write it as on a map, such as Kent"
    return KINDS[setting](given)
