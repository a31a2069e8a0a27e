"""Some hundred ways to break a return, made by putting each payload into each place. Everything here is invented.

An attack changes the folder of one good return. It names the rule that must answer, or none where it must pass.
"""

from collections.abc import Mapping

from load.attacks_on_cells import cells, hidden
from load.attacks_on_descriptors import descriptors
from load.attacks_on_files import beside, encodings, formats, headers
from load.ways_to_attack import Attack


def attacks() -> Mapping[str, tuple[Attack, ...]]:
    """Every attack, each with a name of its own, by what is attacked."""
    found = {
        "cells": cells(),
        "hidden characters": hidden(),
        "the descriptor": descriptors(),
        "encodings": encodings(),
        "formats": formats(),
        "headers": headers(),
        "the folder": beside(),
    }
    return {place: tuple(each) for place, each in found.items()}
