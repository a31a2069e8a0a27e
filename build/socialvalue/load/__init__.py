"""Room 1: read data/. Judges nothing."""

from socialvalue.load.own_values import with_unit_values
from socialvalue.load.repository import load
from socialvalue.load.settings import site_address

__all__ = ["load", "site_address", "with_unit_values"]
