"""Room 1: read data/. Judges nothing."""

from socialvalue.load.own_values import with_unit_values
from socialvalue.load.published_before import returns_to_compare
from socialvalue.load.repository import load
from socialvalue.load.settings import site_address

__all__ = ["load", "returns_to_compare", "site_address", "with_unit_values"]
